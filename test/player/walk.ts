/** Walks through whole workouts as they are written, and tells what a person reads on the way. */
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import { each, exercise, hold } from "../support/content.ts";
import { paced, routineOf, work } from "../support/groups.ts";

export const planOf = (exercises: readonly Exercise[], ...items: Item[]): Plan => {
  const made = routineOf(exercises, ...items);
  return compilePlan(made.routine, made.exercises);
};

/** Does a plan as it is written, each self-paced set in ten seconds: a line for every step as it begins. */
export function walk(plan: Plan) {
  let state = reduce(plan, createInitialState(), { type: "start", clockMs: 0 }).state;
  const lines: string[] = [];
  let clockMs = 0;
  for (let step = plan.steps[state.step]; step && state.status === "running"; step = plan.steps[state.step]) {
    const frame = buildFrame(plan, state);
    const { actionText, digits, setText, repText, roundText, placeText, sideMeaning, loadText, clockText, next } =
      frame;
    const texts = [setText, repText, roundText, placeText, sideMeaning, loadText, clockText, `then ${next}`];
    const { remainingSeconds, doneText } = frame;
    lines.push(
      [`${actionText} ${digits}`, ...texts.filter(Boolean), doneText, `${remainingSeconds} s`]
        .filter(Boolean)
        .join(" | "),
    );
    const before = state.step;
    const type = step.kind === "set" && step.durationMs === null ? "done" : "tick";
    clockMs += type === "done" ? 10_000 : 1000;
    while (state.step === before && state.status === "running") {
      state = reduce(plan, state, { type, clockMs }).state;
      clockMs += 1000;
    }
    clockMs -= 1000;
  }
  return { lines, state };
}

export const pull = paced("pull-up", 5);
export const push = paced("push-up", 10);
export const plank = work("plank", 20);
export const lunge = exercise({ id: "lunge", sides: each("set-by-set"), pattern: hold(30) });
