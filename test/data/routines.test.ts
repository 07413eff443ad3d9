/** Holds the shipped routines to the two guides: their order, their sections, their knowledge and their warnings. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatFrequency, normaliseFrequency } from "../../src/catalog/frequency.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { routineFileSchema } from "../../src/catalog/schema.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import {
  blocksOf,
  exerciseNamed,
  readShipped,
  routineNamed,
  shippedExercises,
  shippedRoutines,
  textsOf,
} from "./read-data.ts";

describe("the shipped routines", () => {
  it.each(readShipped("routines"))("$file passes the definition and carries its id as its name", (shipped) => {
    expect(routineFileSchema.safeParse(shipped.content).error?.issues).toBeUndefined();
    expect(shipped.content).toMatchObject({ $schema: "../schema/routine.schema.json", id: shipped.stem });
  });

  it.each(shippedRoutines())("$id leaves nothing to a default", ({ id, summary }) => {
    expect([id, summary]).toEqual([expect.any(String), expect.any(String)]);
  });

  it("are six", () => {
    expect(shippedRoutines().map(({ id }) => id)).toEqual([
      "desk-break",
      "hip-strength",
      "micro-break",
      "psoas-program",
      "psoas-release",
      "psoas-stretches",
    ]);
  });

  it.each(shippedRoutines())("$id names only exercises that are shipped", (routine) => {
    const known = shippedExercises().map(({ id }) => id);
    for (const { exercise } of blocksOf(routine)) expect(known).toContain(exercise);
  });

  it.each(shippedRoutines())("$id has a medical notice, and says how often and on what basis", (routine) => {
    expect(routine.notice).toMatch(/not medical advice/);
    expect(routine.frequency?.days).toBeDefined();
    expect(routine.frequency?.reason).toMatch(/Garber 2011|the guide says/);
    expect(routine.frequency?.otherDays).toMatch(/\.$/);
  });

  it("all end with the one list of signs to stop, the emergency first", async () => {
    const { routines } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
    const stop = JSON.parse(readFileSync(new URL("../../data/stop.json", import.meta.url), "utf8"));
    expect(stop.items[0]).toMatch(/go to an emergency department now/);
    const guided = [...routines.values()].filter(({ collection }) => collection === undefined);
    for (const { about } of guided) expect(about.at(-1)).toEqual({ topic: "stop", source: null, ...stop });
    for (const routine of shippedRoutines()) expect(JSON.stringify(routine)).not.toContain("emergency department");
  });
});

describe("psoas-program", () => {
  it("warms up, then does the first guide's five exercises in its order and with its doses, then the split squat", () => {
    const { sections = [] } = routineNamed("psoas-program");
    expect(sections[0]?.blocks?.map((item) => "exercise" in item && item.exercise)).toEqual([
      "warm-up-walk",
      "standing-march",
    ]);
    // The band is on until the first exercise after the march, whichever that is.
    const takesBandOff = { prepare: 30, note: "Take the band off.", after: "psoas-march" };
    expect(sections[1]?.blocks).toEqual([
      { exercise: "psoas-march", priority: 1 },
      { exercise: "kneeling-lunge", priority: 2, ...takesBandOff },
      { exercise: "pigeon-pose", priority: 3, ...takesBandOff },
      { exercise: "mountain-climbers", priority: 5, ...takesBandOff },
      { exercise: "hanging-leg-raise", priority: 4, ...takesBandOff },
    ]);
    expect(sections[2]?.blocks?.map((item) => "exercise" in item && item.exercise)).toEqual(["split-squat"]);
  });

  it("gives the guide's causes with their figures, and its myths", () => {
    const routine = routineNamed("psoas-program");
    const causes = routine.about?.filter(({ topic }) => topic === "causes");
    expect(causes?.map(({ title }) => title)).toEqual(["Overuse", "Weakness", "Sitting"]);
    const text = textsOf(causes).join(" ");
    expect(text).toMatch(/50 percent of regular runners.*80 percent of those injuries/);
    expect(text).toMatch(/81 percent of office workers.*four to nine hours/);
    expect(routine.about?.map(({ topic }) => topic)).toContain("myths");
  });
});

describe("psoas-release", () => {
  const sections = routineNamed("psoas-release").sections ?? [];

  it("has the second guide's seven steps, three of them advice", () => {
    const exercisesIn = ({ blocks }: (typeof sections)[number]) =>
      blocks ? blocksOf({ blocks }).map(({ exercise }) => exercise) : "advice";
    expect(sections.map((section) => [section.title, exercisesIn(section)])).toEqual([
      ["Assess", ["thomas-test"]],
      ["Rule out underlying problems", "advice"],
      [
        "Stretch the psoas",
        ["psoas-post-isometric-relaxation", "psoas-side-bend-stretch", "psoas-reciprocal-inhibition"],
      ],
      ["Massage", "advice"],
      ["Other hip flexors", ["kneeling-hip-flexor-stretch", "foam-roll-tfl", "foam-roll-adductors-sartorius"]],
      ["Glutes and hamstrings", ["glute-bridge"]],
      ["When tension persists", "advice"],
    ]);
  });

  it("lists the four things to rule out, and when to see a professional", () => {
    const advice = sections[1]?.advice?.join(" ");
    for (const reason of [
      /hip joint/i,
      /lumbar spine.*sacro-iliac/i,
      /out of balance elsewhere/i,
      /nerve/i,
      /doctor/,
    ]) {
      expect(advice).toMatch(reason);
    }
  });

  it("leaves massage of the psoas to a professional", () => {
    expect(sections[3]?.advice?.join(" ")).toMatch(/professional.*lesser trochanter.*rectus abdominis/);
  });
});

describe("psoas-stretches", () => {
  const blocks = blocksOf(routineNamed("psoas-stretches"));

  it("is every stretch of the guides with nothing needed: three kneeling ones in a row, then the pigeon", () => {
    expect(blocks.map(({ exercise }) => exercise)).toEqual([
      "kneeling-lunge",
      "psoas-side-bend-stretch",
      "kneeling-hip-flexor-stretch",
      "pigeon-pose",
    ]);
    expect(blocks.flatMap(({ exercise }) => exerciseNamed(exercise).equipment ?? [])).toEqual([]);
  });

  it("takes less time to get ready where the position stays the same", () => {
    expect(blocks.map(({ exercise, prepare }) => prepare ?? exerciseNamed(exercise).prepare)).toEqual([20, 15, 15, 30]);
  });
});

describe("the breaks from the desk", () => {
  it.each(["desk-break", "micro-break"])("%s is done standing, with nothing but a chair", (id) => {
    for (const { exercise } of blocksOf(routineNamed(id))) {
      const { position, equipment = [] } = exerciseNamed(exercise);
      expect(position, exercise).toMatch(/^(Stand|Sit on the front half)/);
      expect(["chair", undefined]).toContain(equipment[0]);
    }
  });

  it("takes about four minutes, the smaller one two", async () => {
    const { routines, exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
    const minutes = (id: string) => compilePlan(routines.get(id) as Routine, exercises).totalMs / 60_000;
    expect(minutes("desk-break")).toBeGreaterThan(3.5);
    expect(minutes("desk-break")).toBeLessThan(6);
    expect(minutes("micro-break")).toBeGreaterThan(1.7);
    expect(minutes("micro-break")).toBeLessThanOrEqual(2.1);
  });
});

describe("hip-strength", () => {
  it("begins with the split squat, after a warm-up", () => {
    const blocks = blocksOf(routineNamed("hip-strength"));
    expect(blocks.slice(0, 2).map(({ exercise }) => exercise)).toEqual(["warm-up-walk", "split-squat"]);
  });
});

it("has strength work on two or three days with a day between, and stretching on at least two", () => {
  const often = Object.fromEntries(
    shippedRoutines().map(({ id, frequency }) => [id, frequency && formatFrequency(normaliseFrequency(frequency))]),
  );
  expect(often).toEqual({
    "desk-break": "at least 5 days a week",
    "hip-strength": "2–3 days a week, with a day between",
    "micro-break": "at least 5 days a week",
    "psoas-program": "2–3 days a week, with a day between",
    "psoas-release": "at least 2 days a week",
    "psoas-stretches": "at least 2 days a week",
  });
});
