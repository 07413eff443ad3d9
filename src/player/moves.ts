/** Where a key leads: the step that comes next, and how the one that is left ends. */
import { fillsInterval } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { isSameRound } from "./frame-rounds.ts";
import { currentStep, positionMs } from "./state.ts";
import type { PlayerEvent, PlayerState, StepOutcome } from "./types.ts";

/** Within this time from the start of a step, "back" goes to the previous step. */
const PREVIOUS_STEP_WITHIN_MS = 2000;

/** The events that leave the current step for another, or begin it again. */
type MoveType = Extract<PlayerEvent["type"], "skip" | "done" | "skip-exercise" | "back" | "restart">;

interface Move {
  /** Index of the step to enter; the number of steps ends the session. */
  readonly to: number;
  /** How the step that is left ends. */
  readonly how: StepOutcome;
}

/** Where an event of a running or paused session leads; null if it changes nothing. */
export function findMove(plan: Plan, state: PlayerState, type: MoveType): Move | null {
  const { step } = state;
  const current = currentStep(plan, state);
  switch (type) {
    case "skip":
      return { to: step + 1, how: "skipped" };
    case "done":
      // What is left of an interval is nobody's to end but the clock's, lest a second press spoils it.
      if (!current || fillsInterval(current)) return null;
      // Only a set can be completed early.
      return { to: step + 1, how: current.kind === "set" ? "completed" : "skipped" };
    case "skip-exercise":
      return { to: findStepAfterExercise(plan, step), how: "skipped" };
    case "back":
      return { to: Math.max(0, positionMs(state) < PREVIOUS_STEP_WITHIN_MS ? step - 1 : step), how: "skipped" };
    case "restart":
      return { to: step, how: "skipped" };
  }
}

/**
 * The first step behind the rest of an exercise's sets; in a group, behind the rest of its innermost round. A round that
 * has its interval leaves for what is left of that: the next one begins on time.
 */
function findStepAfterExercise({ steps }: Plan, from: number): number {
  const step = steps[from];
  const round = step?.rounds?.[0];
  let index = from + 1;
  for (let next = steps[index]; next; next = steps[++index]) {
    // A round inside this one belongs to it; the next round is another one of the same group.
    const isSame = round
      ? next.rounds?.some((other) => isSameRound(other, round))
      : !next.rounds && next.exercise === step?.exercise;
    if (!isSame || (round && fillsInterval(next))) break;
  }
  return index;
}
