/** The plans of whole workouts with groups, clocks, loads and sides, to the last step: as text, and as JSON. */
import { expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { planToJson } from "../../src/plan/plan-json.ts";
import { formatPlan } from "../../src/plan/plan-text.ts";
import type { Plan } from "../../src/plan/types.ts";
import { ALTERNATING, each, exercise, hold, OPEN, range, tempo } from "../support/content.ts";
import { doing, group, paced, rest, routineOf, work } from "../support/groups.ts";

const exercises = [
  paced("pull-up", 5, 2),
  paced("push-up", 10),
  work("plank", 20),
  exercise({ id: "lunge", sides: each("set-by-set"), pattern: hold(range(20, 40)), sets: 2, rest: 15 }),
  exercise({ id: "pigeon", sides: each("one-side-first"), pattern: hold(30), sets: 2, rest: 10, switch: 4 }),
  exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 1, 2), reps: 6, sets: 2, rest: 30, prepare: 3 }),
  exercise({ id: "leg-test", pattern: OPEN, sides: each("set-by-set") }),
];
const heavy = doing("pull-up", { load: "20 kg", note: "Slowly" });
const ladder = [{ reps: 21 }, { reps: 15, load: "30 kg" }, { reps: 9 }];
const ownSets = [{ reps: 8, rest: 20 }, { reps: 6, load: "5 kg", note: "To the limit" }, { reps: 4 }];

type Items = Parameters<typeof routineOf> extends [unknown, ...infer Rest] ? Rest : never;
const WORKOUTS: Readonly<Record<string, Items>> = {
  circuit: [
    ...[doing("plank", { load: "5 kg" }), rest(15, "Drink")],
    group(
      { name: "Circuit", note: "No hurry", rounds: 2, between: 5, rest: 30, prepare: 4, switch: 6 },
      heavy,
      doing("lunge"),
    ),
    group({ rounds: 2 }, doing("plank", { cap: 15 }), group({ rounds: 3, rest: 10 }, doing("march"))),
  ],
  sides: [
    ...[doing("lunge"), doing("pigeon"), doing("march"), doing("leg-test"), doing("pigeon", { side: "right" })],
    ...[doing("push-up", { ownSets }), doing("push-up", { cap: 40, prepare: 0 }), rest(20), doing("plank")],
  ],
  ladder: [
    doing("plank"),
    group(
      { rounds: 2, rest: 10 },
      group({ rounds: ladder, countUp: true, cap: 300 }, heavy, doing("push-up")),
      doing("plank"),
    ),
    group({ rounds: null, cap: 40, between: 5 }, doing("pull-up"), doing("plank")),
  ],
  clock: [
    group({ rounds: 3, every: 90 }, doing("pull-up"), doing("plank")),
    group({ rounds: 2, every: 60 }, doing("push-up")),
    group({ rounds: 2, pick: 2, shuffle: true, rest: 20 }, doing("plank"), doing("march"), doing("push-up")),
  ],
};

const compile = (name: string, flags: PlanFlags = {}): Plan => {
  const made = routineOf(exercises, ...(WORKOUTS[name] ?? []));
  return compilePlan(made.routine, made.exercises, { ...PLAN_DEFAULTS, seed: 7 }, flags);
};
const asText = (plan: Plan) => [...formatPlan(plan), "", ...formatPlan(plan, true)].join("\n");

it.each(Object.keys(WORKOUTS))("a workout of %s", async (name) => {
  await expect(`${asText(compile(name))}\n`).toMatchFileSnapshot(`plans/walkthrough.${name}.txt`);
  const json = planToJson(compile(name));
  await expect(`${JSON.stringify(json, null, 1)}\n`).toMatchFileSnapshot(`plans/walkthrough.${name}.json.txt`);
});

it.each<[string, PlanFlags]>([
  ["circuit", { level: "hard", firstSide: "right", handsFree: true }],
  ["sides", { level: "hard", firstSide: "right", handsFree: true }],
  ["ladder", { handsFree: true }],
  ["clock", { handsFree: true, seed: 3 }],
])("a workout of %s in less time, without waiting, with other flags", async (name, flags) => {
  const whole = compile(name);
  const fitMs = Math.round(((whole.estimatedMs ?? whole.totalMs) * 0.8) / 1000) * 1000;
  const lines = [asText(compile(name, flags))];
  try {
    lines.push(asText(compile(name, { fitMs })));
  } catch (error) {
    lines.push(String(error));
  }
  await expect(`${lines.join("\n\n")}\n`).toMatchFileSnapshot(`plans/walkthrough.${name}.changed.txt`);
});
