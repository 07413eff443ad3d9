/** Groups, rounds and rests of their own: which steps they become, and where time stands between them. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { PlanFlags } from "../../src/plan/flags.ts";
import { exercise, figure, tempo } from "../support/content.ts";
import { doing, group, override, PACED, paced, planOf, rest, routineOf, words, work } from "../support/groups.ts";

describe("where time stands", () => {
  const [a, b, c] = [work("a", 40), work("b", 30), work("c", 20)];

  it("makes 8 rounds of 20 s and 10 s ten seconds and 230", () => {
    const tabata = planOf([c], [group({ rounds: 8 }, doing("c"), rest(10))]);
    expect(tabata.totalMs).toBe(240_000);
    expect(words(tabata).slice(0, 4)).toEqual(["prepare 10", "c 20 r1/8", "(10)", "c 20 r2/8"]);
    expect(words(tabata).at(-1)).toBe("c 20 r8/8");
  });

  it.each<[string, Item[], string[]]>([
    [
      "between its blocks and rest between its rounds, neither after the last",
      [group({ rounds: 2, between: 15, rest: 60 }, doing("a"), doing("b"))],
      ["prepare 10", "a 40 r1/2", "(15)", "b 30 r1/2", "(60)", "a 40 r2/2", "(15)", "b 30 r2/2"],
    ],
    [
      "blocks that follow at once",
      [group({ rounds: 1 }, doing("a"), doing("b"))],
      ["prepare 10", "a 40 r1/1", "b 30 r1/1"],
    ],
    [
      "a get-ready before a group and before what follows it",
      [group({ rounds: 1 }, doing("a")), doing("b"), group({ rounds: 1 }, doing("c"))],
      ["prepare 10", "a 40 r1/1", "prepare 10", "b 30", "prepare 10", "c 20 r1/1"],
    ],
    [
      "a rest in place of a get-ready, outside groups and before one",
      [doing("a"), rest(30), doing("b"), rest(45), group({ rounds: 1 }, doing("c"))],
      ["prepare 10", "a 40", "(30)", "b 30", "(45)", "c 20 r1/1"],
    ],
    [
      "rests that meet as one",
      [group({ rounds: 2, rest: 60 }, doing("a"), rest(15)), rest(20), doing("b")],
      ["prepare 10", "a 40 r1/2", "(75)", "a 40 r2/2", "(35)", "b 30"],
    ],
    [
      "a rest of its own in place of the one between blocks",
      [group({ rounds: 1, between: 5 }, doing("a"), rest(20), doing("b"), doing("c"))],
      ["prepare 10", "a 40 r1/1", "(20)", "b 30 r1/1", "(5)", "c 20 r1/1"],
    ],
    [
      "no get-ready inside a group unless the block says so",
      [
        group(
          { rounds: 1, between: 5, prepare: 20 },
          doing("a"),
          doing("b", { prepare: 3 }),
          doing("c", { prepare: 0 }),
        ),
      ],
      ["prepare 20", "a 40 r1/1", "(5)", "prepare 3", "b 30 r1/1", "(5)", "c 20 r1/1"],
    ],
    [
      "rounds in rounds",
      [group({ rounds: 2, rest: 60 }, group({ rounds: 2, rest: 5 }, doing("a")), doing("b"))],
      [
        ...["prepare 10", "a 40 r1/2 r1/2", "(5)", "a 40 r2/2 r1/2", "b 30 r1/2", "(60)"],
        ...["a 40 r1/2 r2/2", "(5)", "a 40 r2/2 r2/2", "b 30 r2/2"],
      ],
    ],
    ["nothing for a rest that nothing follows", [doing("a"), rest(30)], ["prepare 10", "a 40"]],
  ])("has %s", (_, items, expected) => {
    expect(words(planOf([a, b, c], items))).toEqual(expected);
  });

  it("gives a rest to the exercise that follows it, with its own note", () => {
    const { steps } = planOf([a, b], [doing("a"), rest(30, "Drink"), doing("b")]);
    expect(steps[2]).toMatchObject({ kind: "rest", exercise: "b", block: 1, note: "Drink", label: "Rest" });
  });

  it.each<[string, PlanFlags, number]>([
    ["the block", {}, 1],
    ["a flag given by hand", { prepareMs: 7000 }, 7],
  ])("lets %s decide how long a get-ready is", (_, flags, seconds) => {
    const made = { ...a, prepare: 6 };
    const [first] = planOf([made], [group({ rounds: 1, prepare: 2 }, doing("a", { prepare: 1 }))], flags).steps;
    expect(first?.durationMs).toBe(seconds * 1000);
  });

  it("takes the innermost of group, section, routine and exercise", () => {
    const made = routineOf([{ ...a, prepare: 6, switch: 9 }], doing("a"));
    const [section] = made.routine.sections;
    const seconds = (routinePrepare?: number, sectionPrepare?: number) => {
      const sections = [{ ...section, ...(sectionPrepare !== undefined && { prepare: sectionPrepare }) }];
      const changed = { ...made.routine, sections, ...(routinePrepare !== undefined && { prepare: routinePrepare }) };
      const [first] = compilePlan(changed as typeof made.routine, made.exercises).steps;
      return first?.kind === "prepare" ? (first.durationMs ?? 0) / 1000 : null;
    };
    expect([seconds(), seconds(5), seconds(5, 4), seconds(5, 0)]).toEqual([6, 5, 4, null]);
  });
});

describe("values of rounds and sets", () => {
  it("gives a round's load to the blocks that have one, and to all where none has", () => {
    const exercises = [paced("squat", 5), paced("jump", 5)];
    const rounds = [{ load: "60 kg" }, { load: "70 kg" }];
    const loadsOf = (...items: Item[]) =>
      planOf(exercises, items).steps.flatMap(({ kind, load }) => (kind === "set" ? [load] : []));
    expect(loadsOf(group({ rounds }, doing("squat", { load: "50 kg" }), doing("jump")))).toEqual([
      ...["60 kg", undefined, "70 kg", undefined],
    ]);
    expect(loadsOf(group({ rounds }, doing("squat"), doing("jump")))).toEqual(["60 kg", "60 kg", "70 kg", "70 kg"]);
    // The loads of the outer rounds are for what has one in the inner groups, too.
    expect(loadsOf(group({ rounds }, group({ rounds: 2 }, doing("squat", { load: "50 kg" })), doing("jump")))).toEqual([
      ...["60 kg", "60 kg", undefined, "70 kg", "70 kg", undefined],
    ]);
  });

  it("climbs a ladder", () => {
    const exercises = [paced("thruster", 10), paced("pull-up", 10)];
    const ladder = [{ reps: 21 }, { reps: 15, load: "30 kg" }, { reps: 9 }];
    const fran = planOf(exercises, [group({ rounds: ladder }, doing("thruster", { load: "40 kg" }), doing("pull-up"))]);
    expect(words(fran)).toEqual([
      ...["prepare 10", "thruster 21x r1/3 40 kg", "pull-up 21x r1/3", "thruster 15x r2/3 30 kg"],
      ...["pull-up 15x r2/3", "thruster 9x r3/3 40 kg", "pull-up 9x r3/3"],
    ]);
    expect(fran.blocks.map(({ exercise: id, dose }) => `${id} ${dose}`)).toEqual([
      ...["thruster 21 reps, 40 kg", "pull-up 21 reps", "thruster 15 reps, 30 kg", "pull-up 15 reps"],
      ...["thruster 9 reps, 40 kg", "pull-up 9 reps"],
    ]);
    expect(fran).toMatchObject({ totalMs: 10_000, estimatedMs: 280_000, openSteps: 6 });
  });

  it("does sets of their own, each with its rest", () => {
    const drop = doing("press", {
      ownSets: [
        { reps: 8, load: "20 kg", rest: 0 },
        { reps: 8, load: "15 kg", rest: 5 },
        { reps: 6, note: "Slow" },
      ],
    });
    const press = { ...paced("press", 10), dose: { sets: figure(3), reps: figure(10), rest: figure(60) } };
    const plan = planOf([press], [drop]);
    expect(words(plan)).toEqual(["prepare 10", "press 8x s1/3 20 kg", "press 8x s2/3 15 kg", "(5)", "press 6x s3/3"]);
    expect(plan.steps.at(-1)?.note).toBe("Slow");
    expect(words(planOf([press], [drop], { reps: override(4) }))).toEqual([
      ...["prepare 10", "press 4x s1/3 20 kg", "press 4x s2/3 15 kg", "(5)", "press 4x s3/3"],
    ]);
  });

  it("grows a hold, and counts a block's sets over all rounds", () => {
    const plank = planOf([work("plank", 30)], [doing("plank", { ownSets: [{ hold: 20 }, { hold: 40 }] })]);
    expect(words(plank)).toEqual(["prepare 10", "plank 20 s1/2", "plank 40 s2/2"]);
    const circuit = planOf([work("a", 40)], [group({ rounds: 3 }, doing("a"))]);
    expect(circuit.blocks).toMatchObject([{ sets: 3, dose: "3 sets of 40 s" }]);
    expect(circuit.groups).toEqual([{ name: null, note: null, rounds: 3, from: 0, to: 4 }]);
  });
});

it("takes a tempo and a count of its own without a tempo as different things", () => {
  const march = exercise({ id: "march", pattern: tempo(2, 0, 2), reps: 5 });
  const push = exercise({ id: "push", pattern: PACED, reps: 5 });
  const plan = planOf([march, push], [group({ rounds: [{ reps: 3 }] }, doing("march"), doing("push"))]);
  expect(words(plan)).toEqual(["prepare 10", "march 12 r1/1", "push 3x r1/1"]);
});
