/** The finished texts of a Frame: what to do, what matters now, what comes next. */
import { type Beat, fillsInterval, type Step } from "../plan/step-types.ts";
import { findSet, findSetBefore, listNotes, type Plan, type PlanExercise } from "../plan/types.ts";
import type { Side } from "../terms.ts";
import { formatCountdown } from "../text/duration.ts";
import { capitaliseFirst, formatShareOf } from "../text/sentence.ts";
import { describeRound } from "./frame-rounds.ts";
import type { CutSet } from "./types.ts";

export const STEP_ACTION_TEXTS = {
  prepare: "GET READY",
  switch: "SWITCH SIDES",
  rest: "REST",
  open: "YOUR TURN",
} as const;

export const SIDE_LABELS: Readonly<Record<Side, string>> = { left: "LEFT", right: "RIGHT" };

/** How long a cue is shown before the next one replaces it in a long hold. */
const CUE_ROTATION_MS = 10_000;

const AS_LONG_AS_YOU_NEED = "as long as you need";

/** How long it takes to read one line from the floor. */
const READ_LINE_MS = 2500;

/**
 * What matters now, most important first: the notes of the step, then, during a set, the stroke's own cue or the exercise's
 * cues in turn. When there is time to read (between sets, in a step that waits, while paused): the position and the steps.
 */
export function selectInstructions(
  plan: Plan,
  step: Step,
  exercise: PlanExercise,
  beat: Beat | undefined,
  elapsedMs: number,
  isPaused: boolean,
): readonly string[] {
  const howTo = [exercise.position, ...exercise.steps].filter((line) => line !== "");
  const block = plan.blocks[step.block];
  const notes = listNotes(plan, step);
  if (step.kind !== "set") return [...notes, ...(block?.note ? [block.note] : []), ...howTo];
  if (isPaused || !beat) return [...notes, ...howTo];
  const strokeCue = block?.strokes[beat.stroke]?.cue;
  if (strokeCue) return [...notes, strokeCue];
  const cueIndex = step.stretchable ? Math.floor(elapsedMs / CUE_ROTATION_MS) : beat.rep - 1;
  const cue = exercise.cues[cueIndex % exercise.cues.length];
  return [...notes, ...(cue ? [cue] : exercise.steps.slice(0, 1))];
}

/**
 * How many lines there has been time to read so far. Between sets of one exercise reading continues where it stopped, so
 * that everything is shown eventually, however short the rests are.
 */
export function countLinesRead(plan: Plan, step: Step, elapsedMs: number): number {
  const linesInThisStep = Math.floor(elapsedMs / READ_LINE_MS + 1e-6);
  if (step.kind === "set") return step.durationMs === null ? linesInThisStep : 0;
  let lines = linesInThisStep;
  for (let index = step.index - 1; plan.steps[index]?.block === step.block; index--) {
    const before = plan.steps[index];
    if (before && before.kind !== "set") lines += Math.ceil((before.durationMs ?? 0) / READ_LINE_MS);
  }
  return lines;
}

/** What the side means; before a set with alternating sides, "Left side first". */
export function describeSide(plan: Plan, step: Step, exercise: PlanExercise, side: Side | null): string {
  if (side) return exercise.sideMeaning?.[side] ?? "";
  const beats = plan.steps[step.index + 1]?.beats ?? [];
  const first = step.kind === "set" ? null : beats[0]?.side;
  if (!first) return "";
  return `${capitaliseFirst(first)} side ${beats.some((beat) => beat.side !== first) ? "first" : "only"}`;
}

/** "Push-up: 7 of 10 reps": what counts of a set that a clock has cut off; "" without one. */
export function describeCutSet({ steps, exercises }: Plan, cutSet: CutSet | null): string {
  const step = cutSet && steps[cutSet.step];
  return step ? `${exercises[step.exercise]?.name}: ${formatShareOf(cutSet.reps, step.reps, "rep")}` : "";
}

/**
 * What comes after this step, briefly. Within an exercise: the next set; at its end: the next exercise with its side and
 * dose, whatever stands between.
 *
 * @param nextIndex the step that follows: where a clock ends the step, what stands behind all that the clock cuts off.
 */
export function describeNext(plan: Plan, step: Step, nextIndex = step.index + 1): string {
  const next = plan.steps[nextIndex];
  // A preparation, a switch or a rest leads to the set after it: that set is what comes next.
  const set = next && findSet(plan.steps, next.index);
  if (!next || !set) return "Done";
  const doseAndSide = describeDoseAndSide(plan, set);
  const setBefore = step.kind === "set" ? step : findSetBefore(plan.steps, step.index);
  const isJump = nextIndex > step.index + 1;
  if (step.kind === "prepare" || set.exercise !== setBefore?.exercise || next.kind === "prepare" || isJump) {
    return joinText([plan.exercises[set.exercise]?.name, ...doseAndSide]);
  }
  if (fillsInterval(next)) return "Rest until the next round";
  if (next.kind === "rest") return joinText(["Rest", formatLength(next)]);
  if (next.kind === "switch") return joinText(["Switch sides", `then ${next.side}`]);
  const round = describeRound(plan, next);
  const newRound = round === describeRound(plan, setBefore) ? "" : round;
  const number = next.set.of > 1 ? `Set ${next.set.index} of ${next.set.of}` : newRound;
  const load = next.load === setBefore.load ? "" : next.load;
  return joinText([number, formatSide(next), formatLength(next), load]);
}

function describeDoseAndSide(plan: Plan, set: Step): readonly (string | undefined)[] {
  // In a group the dose of the block counts the sets of all rounds.
  if (set.rounds)
    return [
      set.set.of > 1 ? `${set.set.of} sets of ${formatLength(set)}` : formatLength(set),
      formatSide(set),
      set.load,
    ];
  const block = plan.blocks[set.block];
  const dose = block?.dose;
  // The sets of a pyramid have doses of their own: what is told is that of the first.
  if (block && block.sets < set.set.of) return [formatLength(set), formatSide(set), set.load];
  // The dose of a one-sided block already names the side.
  return dose?.endsWith(`, ${set.side}`) ? [dose] : [dose, formatSide(set)];
}

function formatSide({ side }: Step): string {
  return side ? `${side} side` : "";
}

function formatLength({ reps, durationMs }: Step): string {
  if (reps > 1) return `${reps} reps`;
  if (durationMs === null) return reps === 1 ? "1 rep" : AS_LONG_AS_YOU_NEED;
  const seconds = Math.ceil(durationMs / 1000);
  return seconds > 60 ? formatCountdown(seconds) : `${seconds} s`;
}

function joinText(parts: readonly (string | undefined)[]): string {
  return capitaliseFirst(parts.filter(Boolean).join(", "));
}
