/** A side that hurt in the test is left alone: every combination of painful sides, every shipped routine and level. */
import { describe, expect, test } from "vitest";
import { composeRoutine } from "../../src/assess/compose-routine.ts";
import {
  findPainfulSet,
  findPainfulSides,
  omitPainfulSides,
  type PainfulSide,
} from "../../src/assess/omit-painful-sides.ts";
import { isHipExercise, targetsHip } from "../../src/assess/screening.ts";
import { createRoutineBlock, createSingleExerciseRoutine, exercisesOf } from "../../src/catalog/create-routine.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Block, Routine } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { LEVELS, type Side } from "../../src/terms.ts";
import { ALL_SIDES, assessment, SCREENING, TABLE, tested } from "./answers-of.ts";
import { COMBINATIONS, exercises, LEFT, loadedSides, NOW, RIGHT, routines, TABLES } from "./painful-sides.ts";

const spare = (routine: Routine, painful: readonly PainfulSide[], isRequested = (_: Exercise) => false) =>
  omitPainfulSides(routine, exercisesOf(routine, exercises), painful, TABLES, isRequested);

const blocksOf = ({ sections }: Routine): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const routineOf = (...blocks: Block[]): Routine => {
  const [only] = blocks;
  const base = createSingleExerciseRoutine(exercises.get(only?.exercise ?? "") as Exercise);
  return { ...base, id: "mine", sections: base.sections.map((section) => ({ ...section, blocks })) };
};

describe("exhaustively", () => {
  test.each(COMBINATIONS.map((painful) => [painful.map(({ side }) => side).join(" and "), painful] as const))(
    "no step of a shipped routine, at any level, works or loads a side that hurt: %s",
    (_, painful) => {
      for (const routine of routines.values()) {
        const { routine: left } = spare(routine, painful);
        const known = exercisesOf(left, exercises);
        for (const block of blocksOf(left)) expect(known.has(block.exercise)).toBe(true);
        if (blocksOf(left).length === 0) continue;
        for (const level of LEVELS) {
          const plan = compilePlan(left, known, { ...PLAN_DEFAULTS, level });
          expect(findPainfulSet(plan, 0, painful, TABLES)).toBeUndefined();
          for (const step of plan.steps) {
            const exercise = known.get(step.exercise) as Exercise;
            if (exercise.kind === "assessment" || !targetsHip(exercise, SCREENING)) continue;
            const loaded = loadedSides(exercise, step.side);
            for (const { side } of painful) expect(loaded, `${routine.id}: ${step.label}`).not.toContain(side);
          }
        }
      }
    },
  );

  test("nor does any routine composed from any test: every combination of answers for both sides", () => {
    let composed = 0;
    for (const left of ALL_SIDES) {
      for (const right of ALL_SIDES) {
        const painful = findPainfulSides([assessment("2026-11-22T08:00:00.000Z", { left, right })], NOW);
        if (painful.length === 0) continue;
        composed += 1;
        const { routine, omissions } = spare(composeRoutine(tested({ left, right }), TABLE, exercises), painful);
        expect(omissions).toEqual([]);
        for (const block of blocksOf(routine)) {
          const exercise = exercises.get(block.exercise) as Exercise;
          const sides: readonly (Side | null)[] = block.side ? [block.side] : ["left", "right"];
          const loaded = sides.flatMap((side) => loadedSides(exercise, side));
          for (const { side } of painful) expect(loaded, block.exercise).not.toContain(side);
        }
      }
    }
    expect(composed).toBeGreaterThan(5000);
  });

  test("every exercise that ships and works the hip is left out, or done on the other side alone", () => {
    for (const exercise of exercises.values()) {
      const { routine, omissions } = spare(createSingleExerciseRoutine(exercise), [RIGHT]);
      const done = blocksOf(routine).map(({ side }) => side ?? "both");
      const spares = exercise.sides.mode === "each" && TABLE.leaveAlone.spares.includes(exercise.id);
      if (exercise.kind === "assessment") expect([done, omissions]).toEqual([["both"], []]);
      else if (spares) expect([done, omissions.map(({ after }) => after)]).toEqual([["left"], ["left side only"]]);
      else expect([done, omissions.map(({ after }) => after)], exercise.id).toEqual([[], ["left out"]]);
    }
  });
});

describe("what is left out, and why", () => {
  const why = (exercise: string, given: Partial<Block> = {}, painful: readonly PainfulSide[] = [LEFT]) =>
    spare(routineOf(createRoutineBlock(exercise, given)), painful).omissions[0]?.why;

  test("a stretch of the side that hurt", () => {
    expect(why("kneeling-lunge", { side: "left" })).toBe("your left side hurt in the test of 22 Nov");
    expect(why("foam-roll-tfl", { side: "left" })).toBe("your left side hurt in the test of 22 Nov");
  });

  test("a stretch of the other side in which the hip that hurt kneels in front or is hugged", () => {
    for (const id of ["kneeling-lunge", "psoas-side-bend-stretch", "psoas-post-isometric-relaxation"]) {
      expect(why(id, { side: "right" })).toMatch(/hurt in the test of 22 Nov, and it loads or bends that hip too$/);
    }
  });

  test("what works both sides at once or in turn", () => {
    expect(why("psoas-march")).toMatch(/, and it works both sides$/);
    expect(why("hanging-leg-raise")).toMatch(/, and it works both sides$/);
  });

  test("all hip work if both sides hurt", () => {
    expect(why("foam-roll-tfl", {}, [LEFT, RIGHT])).toBe("both sides hurt in your test (22 Nov, 20 Nov)");
    expect(why("glute-bridge", {}, [LEFT, RIGHT])).toMatch(/^both sides hurt/);
  });

  test("the section says so before its own advice, once for each reason, and keeps the rest", () => {
    const release = routines.get("psoas-release") as Routine;
    const { routine } = spare(release, [LEFT]);
    const others = routine.sections[4];
    expect(others?.blocks.map(({ exercise, side }) => [exercise, side])).toEqual([
      ["foam-roll-tfl", "right"],
      ["foam-roll-adductors-sartorius", "right"],
    ]);
    expect(others?.advice.slice(0, 2)).toEqual([
      "Kneeling hip flexor stretch: left out, because your left side hurt in the test of 22 Nov, and it loads or bends that hip too.",
      "TFL foam roll, Adductor and sartorius foam roll: right side only, because your left side hurt in the test of 22 Nov.",
    ]);
    expect(routine.sections[3]).toBe(release.sections[3]);
    expect(routine.sections[0]).toBe(release.sections[0]);
    const twice = routineOf(createRoutineBlock("kneeling-lunge"), createRoutineBlock("kneeling-lunge"));
    expect(spare(twice, [LEFT]).routine.sections[0]?.advice).toHaveLength(1);
  });

  test("a block of the other side alone stays as it is", () => {
    const block = createRoutineBlock("foam-roll-tfl", { side: "right" });
    const { routine, omissions } = spare(routineOf(block), [LEFT]);
    expect([blocksOf(routine), omissions]).toEqual([[block], []]);
  });
});

describe("the bridge", () => {
  const bridge = createSingleExerciseRoutine(exercises.get("glute-bridge") as Exercise);

  test("is done only on request, as it works both sides", () => {
    expect(spare(bridge, [LEFT]).omissions[0]?.why).toMatch(/only if you ask for it by name$/);
    expect(spare(bridge, [LEFT], ({ id }) => id === "glute-bridge").omissions).toEqual([]);
  });

  test("not even then if both sides hurt; and no other exercise can be asked for", () => {
    expect(spare(bridge, [LEFT, RIGHT], () => true).omissions).toHaveLength(1);
    const lunge = createSingleExerciseRoutine(exercises.get("kneeling-lunge") as Exercise);
    expect(spare(lunge, [LEFT], () => true).omissions).toHaveLength(1);
  });
});

describe("a routine is left as it is", () => {
  test("if nothing hurt", () => {
    for (const routine of routines.values()) expect(spare(routine, [])).toEqual({ routine, omissions: [] });
  });

  test("if it does not work the hip, or names an exercise that is unknown here", () => {
    const lunge = exercises.get("kneeling-lunge") as Exercise;
    const press: Exercise = { ...lunge, id: "press", targets: ["deltoid"] };
    const arms = createSingleExerciseRoutine(press);
    const own = new Map([...exercises, ["press", press] as const]);
    expect(omitPainfulSides(arms, own, [LEFT], TABLES, () => false).routine).toBe(arms);
    expect(omitPainfulSides(arms, exercises, [LEFT], TABLES, () => false).routine).toBe(arms);
  });
});

test("an exercise of the person's own for the hip is left out: nobody knows whether it spares the side that hurt", () => {
  const lunge = exercises.get("kneeling-lunge") as Exercise;
  const own = new Map([["own", { ...lunge, id: "own", targets: ["Hamstrings"] }]]);
  const routine = createSingleExerciseRoutine(own.get("own") as Exercise);
  expect(omitPainfulSides(routine, own, [LEFT], TABLES, () => false).omissions).toHaveLength(1);
  expect(isHipExercise(own.get("own") as Exercise, SCREENING)).toBe(true);
});
