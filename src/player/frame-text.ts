/** The finished words of a Frame: what to do, what matters now, what comes next. */
import type { Beat, Plan, PlanExercise, Step } from "../plan/types.ts";
import type { Side } from "../terms.ts";
import { formatCountdown } from "../text/duration.ts";

export const STEP_ACTION_TEXTS = {
  prepare: "GET READY",
  switch: "SWITCH SIDES",
  rest: "REST",
  open: "YOUR TURN",
} as const;

export const SIDE_LABELS: Readonly<Record<Side, string>> = { left: "LEFT", right: "RIGHT" };

/** How long a cue stays before the next one takes its place in a long hold. */
const CUE_ROTATION_MS = 10_000;

const AS_LONG_AS_YOU_NEED = "as long as you need";

/** How long it takes to read a line from the floor. */
const READ_LINE_MS = 2500;

/**
 * What matters now, most important first. In a set: the stroke's own cue, or one of the exercise's cues in turn. While
 * there is time to read, between sets, in a step that waits and in a pause: the position and the steps.
 */
export function selectInstructions(
  plan: Plan,
  step: Step,
  exercise: PlanExercise,
  beat: Beat | undefined,
  spentMs: number,
  isPaused: boolean,
): readonly string[] {
  const how = [exercise.position, ...exercise.steps];
  const note = plan.blocks[step.block]?.note;
  if (step.kind !== "set") return note ? [note, ...how] : how;
  if (isPaused || step.durationMs === null) return how;
  const own = beat ? plan.blocks[step.block]?.strokes[beat.stroke]?.cue : null;
  if (own) return [own];
  const turn = step.stretchable ? Math.floor(spentMs / CUE_ROTATION_MS) : (beat?.rep ?? 1) - 1;
  const cue = exercise.cues[turn % Math.max(1, exercise.cues.length)];
  return cue ? [cue] : exercise.steps.slice(0, 1);
}

/**
 * How many lines there was time to read up to this moment of a step. Between the sets of an exercise it goes on where it
 * was, so that all is seen in the end however short the rests are.
 */
export function countLinesRead(plan: Plan, step: Step, spentMs: number): number {
  const own = Math.floor(spentMs / READ_LINE_MS + 1e-6);
  if (step.kind === "set") return step.durationMs === null ? own : 0;
  let lines = own;
  for (let index = step.index - 1; plan.steps[index]?.block === step.block; index--) {
    const before = plan.steps[index];
    if (before && before.kind !== "set") lines += Math.ceil((before.durationMs ?? 0) / READ_LINE_MS);
  }
  return lines;
}

/** What the side means; "Left side first" before a set in which the sides take turns. */
export function describeSide(plan: Plan, step: Step, exercise: PlanExercise, side: Side | null): string {
  if (side) return exercise.sideMeaning?.[side] ?? "";
  const beats = plan.steps[step.index + 1]?.beats ?? [];
  const first = step.kind === "set" ? null : beats[0]?.side;
  if (!first) return "";
  return `${first === "left" ? "Left" : "Right"} side ${beats.some((beat) => beat.side !== first) ? "first" : "only"}`;
}

/** What comes after this step, in a few words. Inside an exercise: the next set; at its end: the next exercise. */
export function describeNext(plan: Plan, step: Step): string {
  // A preparation, a switch or a rest is for the set behind it: that set is what comes next.
  const next = plan.steps[step.index + 1];
  if (!next) return "Done";
  const exercise = plan.exercises[next.exercise];
  const block = plan.blocks[next.block];
  // "Open" says nothing to a person who did not write the routine.
  const dose = block?.repMs === null ? block.dose.replace("open", AS_LONG_AS_YOU_NEED) : (block?.dose ?? "");
  const side = next.side ? `${next.side} side` : "";
  // The dose of a block of one side names it.
  const doseAndSide = dose.endsWith(`, ${next.side}`) ? [dose] : [dose, side];
  if (step.kind === "prepare") return joinText(doseAndSide);
  if (next.kind === "prepare") return joinText([exercise?.name, ...doseAndSide]);
  const length = next.durationMs === null ? AS_LONG_AS_YOU_NEED : formatSetLength(next);
  if (next.kind === "rest") return joinText(["Rest", length]);
  if (next.kind === "switch") return joinText(["Switch sides", `then ${next.side}`]);
  return joinText([next.set.of > 1 ? `Set ${next.set.index} of ${next.set.of}` : "", side, length]);
}

function formatSetLength(step: Step): string {
  if (step.reps > 1) return `${step.reps} reps`;
  const seconds = Math.ceil((step.durationMs ?? 0) / 1000);
  return seconds > 60 ? formatCountdown(seconds) : `${seconds} s`;
}

function joinText(parts: readonly (string | undefined)[]): string {
  const text = parts.filter((part) => part !== undefined && part !== "").join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
