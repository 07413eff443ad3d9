/** Holds the shipped routines to the two guides: their order, their sections, their knowledge and their warnings. */
import { describe, expect, it } from "vitest";
import { routineFileSchema } from "../../src/catalog/schema.ts";
import {
  blocksOf,
  exerciseNamed,
  readShipped,
  routineNamed,
  shippedExercises,
  shippedRoutines,
  textsOf,
  written,
} from "./read-data.ts";

describe("the shipped routines", () => {
  it.each(readShipped("routines"))("$file passes the definition and carries its id as its name", (shipped) => {
    expect(routineFileSchema.safeParse(shipped.content).error?.issues).toBeUndefined();
    expect(shipped.content).toMatchObject({ $schema: "../schema/routine.schema.json", id: shipped.stem });
  });

  it.each(shippedRoutines())("$id leaves nothing to a default", ({ id, summary }) => {
    expect([id, summary]).toEqual([expect.any(String), expect.any(String)]);
  });

  it("are four", () => {
    expect(shippedRoutines().map(({ id }) => id)).toEqual([
      "desk-break",
      "psoas-program",
      "psoas-release",
      "psoas-stretches",
    ]);
  });

  it.each(shippedRoutines())("$id names only exercises that are shipped", (routine) => {
    const known = shippedExercises().map(({ id }) => id);
    for (const { exercise } of blocksOf(routine)) expect(known).toContain(exercise);
  });

  it.each(shippedRoutines())("$id has a medical notice and says when to stop and see someone", (routine) => {
    expect(routine.notice).toMatch(/not medical advice/);
    const stop = routine.about?.filter(({ topic }) => topic === "stop").flatMap(({ items }) => items);
    expect(stop?.join(" ")).toMatch(/emergency/);
  });
});

describe("psoas-program", () => {
  it("is the first guide's five exercises in its order and with its doses", () => {
    expect(routineNamed("psoas-program").blocks).toEqual([
      { exercise: "psoas-march", priority: 1 },
      { exercise: "kneeling-lunge", priority: 2 },
      { exercise: "pigeon-pose", priority: 3 },
      { exercise: "mountain-climbers", priority: 5 },
      { exercise: "hanging-leg-raise", priority: 4 },
    ]);
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
        ["psoas-side-bend-stretch", "psoas-reciprocal-inhibition", "psoas-post-isometric-relaxation"],
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
  it("is every stretch there is, with nothing needed", () => {
    const blocks = blocksOf(routineNamed("psoas-stretches")).map(({ exercise }) => exercise);
    const stretches = shippedExercises().filter(({ kind }) => kind === "stretch");
    expect([...blocks].sort()).toEqual(stretches.map(({ id }) => id));
    expect(stretches.flatMap(({ equipment }) => equipment ?? [])).toEqual([]);
  });
});

describe("desk-break", () => {
  const blocks = blocksOf(routineNamed("desk-break"));

  it("is one short set of each of four exercises", () => {
    expect(
      blocks.map(({ exercise, sets, reps, hold }) => [exercise, written(sets), written(reps), written(hold)]),
    ).toEqual([
      ["psoas-march", "1 default", "10 default", "–"],
      ["kneeling-lunge", "1 default", "–", "30 guide"],
      ["psoas-side-bend-stretch", "1 default", "–", "30 default"],
      ["glute-bridge", "1 default", "10 default", "–"],
    ]);
  });

  it("needs nothing: the march goes without its band, and says so", () => {
    expect(blocks.flatMap(({ exercise, equipment }) => equipment ?? exerciseNamed(exercise).equipment ?? [])).toEqual(
      [],
    );
    expect(blocks[0]?.note).toMatch(/without the band/i);
  });
});
