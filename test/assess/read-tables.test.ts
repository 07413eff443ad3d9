/** Holds the shipped tables to their definition and to the second guide, line by line. */
import { describe, expect, test } from "vitest";
import { matchesRule } from "../../src/assess/evaluate.ts";
import { screeningTableSchema, thomasTableSchema } from "../../src/assess/table-schema.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { ALL_SIDES, SCREENING, TABLE } from "./answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

describe("the table of the Thomas test", () => {
  test("passes its definition", () => {
    expect(thomasTableSchema.safeParse(TABLE).error?.issues).toBeUndefined();
  });

  test("has the guide's four criteria by its numbers, and what passes each", () => {
    expect(TABLE.criteria.map(({ id, number, passes }) => [id, number, passes])).toEqual([
      ["thigh", 1, "The thigh comes to rest level with the floor at least, at best about 10 degrees below."],
      ["pain", 2, "No pain in hip or knee, only a stretch at the upper thigh or in the psoas."],
      ["rotation", 3, "From the front or above, the thigh does not roll far out or in."],
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
    expect(own).toHaveLength(2);
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
    expect(kinds).toEqual(["stretch", "neuromuscular", "neuromuscular"]);
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

describe("the table of the screening", () => {
  test("passes its definition", () => {
    expect(screeningTableSchema.safeParse(SCREENING).error?.issues).toBeUndefined();
  });

  test("asks every item of the guide's list and two that every physiotherapist asks, and says which is which", () => {
    expect(SCREENING.questions.map(({ id, basis }) => [id, basis])).toEqual([
      ["hip", "guide"],
      ["back", "guide"],
      ["numbness", "guide"],
      ["imbalance", "guide"],
      ["injury", "default"],
      ["night", "default"],
    ]);
  });

  test("names muscles and kinds that exercises have", () => {
    const targets = new Set([...exercises.values()].flatMap((exercise) => exercise.targets));
    for (const target of SCREENING.targets) expect(targets).toContain(target);
  });
});
