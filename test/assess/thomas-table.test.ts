/** Holds the shipped table of the Thomas test to its definition and to the second guide, line by line. */
import { describe, expect, test } from "vitest";
import { matchesRule } from "../../src/assess/evaluate.ts";
import { thomasTableSchema } from "../../src/assess/thomas-table.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { ALL_SIDES, TABLE } from "./answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

describe("the table of the Thomas test", () => {
  test("passes its definition", () => {
    const { stop, ...table } = TABLE;
    expect(thomasTableSchema.safeParse(table).error?.issues).toBeUndefined();
    expect(stop.items[0]).toMatch(/emergency department now/);
  });

  test("has the guide's four criteria by its numbers, and what passes each", () => {
    expect(TABLE.criteria.map(({ id, number, passes }) => [id, number, passes])).toEqual([
      ["thigh", 1, "The thigh rests at least level with the floor, ideally about 10 degrees below."],
      ["pain", 2, "No pain in hip or knee, only a stretch at the top of the thigh or in the psoas."],
      ["rotation", 3, "Seen from the front or above, the thigh does not roll far out or in."],
      ["knee", 4, "The knee is bent to about 90 degrees between thigh and shin."],
    ]);
  });

  test("gives every answer one meaning: for all answers of a side exactly one rule of each criterion holds", () => {
    for (const answers of ALL_SIDES.filter(({ thigh }) => thigh !== null)) {
      for (const { rules } of TABLE.criteria)
        expect(rules.filter(({ when }) => matchesRule(when, answers))).toHaveLength(1);
    }
  });

  test("says of every rule that the guide does not give why it is there", () => {
    const own = TABLE.criteria.flatMap(({ rules }) => rules).filter(({ basis }) => basis === "default");
    expect(own).toHaveLength(5);
    for (const { reason } of own) expect(reason).toMatch(/guide/);
  });

  test("releases and activates with exercises that ship, and that reach the muscle they are for", () => {
    for (const { muscle, exercises: chosen } of TABLE.plan.release) {
      for (const { exercise } of chosen) expect(exercises.get(exercise)?.targets, exercise).toContain(muscle);
    }
    for (const { exercise } of [...TABLE.plan.others.exercises, ...TABLE.plan.opposite.exercises]) {
      expect(exercises.has(exercise), exercise).toBe(true);
    }
  });

  test("gives the psoas a stretch and both neuromuscular techniques", () => {
    const kinds = TABLE.plan.release[0]?.exercises.map(({ exercise }) => exercises.get(exercise)?.kind);
    expect(kinds).toEqual(["neuromuscular", "stretch", "neuromuscular"]);
  });

  test("has work for every muscle that a rule can call short", () => {
    const named = TABLE.criteria.flatMap(({ rules }) => rules.flatMap(({ muscles }) => muscles));
    const worked = TABLE.plan.release.map(({ muscle }) => muscle);
    expect(new Set(worked)).toEqual(new Set(named));
  });

  test("shows a straighter knee as the greater angle, in its picture and its degrees", () => {
    const knees = TABLE.questions.knee.answers.map(({ value, picture }) => [
      value,
      picture?.view === "side" && picture.knee,
    ]);
    expect(knees).toEqual([
      ["bent", 60],
      ["square", 90],
      ["straight", 130],
    ]);
  });
});

describe("what a side that hurt means", () => {
  const { spares, onRequest } = TABLE.leaveAlone;

  test("names exercises that ship: those that spare the other hip take one side at a time, the others work both", () => {
    expect(spares.map((id) => exercises.get(id)?.sides.mode)).toEqual(spares.map(() => "each"));
    expect(onRequest.map((id) => exercises.get(id)?.sides.mode)).toEqual(onRequest.map(() => "both"));
  });

  test("spares nothing that kneels with the other hip in front, hugs the other knee or stands on that leg", () => {
    for (const id of spares) {
      const { position, steps } = exercises.get(id) ?? { position: "", steps: [] };
      expect([position, ...steps].join(" "), id).not.toMatch(/kneel|hug|stand/i);
    }
  });
});
