/** The finished words of a Frame: what to do, what matters now, what comes next. */
import type { Beat, Plan, PlanExercise, Side, Step } from "../plan/types.ts";

export const STEP_WORDS = { prepare: "GET READY", switch: "SWITCH SIDES", rest: "REST", open: "YOUR TURN" } as const;

export const SIDE_WORDS: Readonly<Record<Side, string>> = { left: "LEFT", right: "RIGHT" };

/** How long a cue stays before the next one takes its place in a long hold. */
const CUE_MS = 10_000;

/** 90 → "1:30". */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * What matters now, most important first. In a set: the stroke's own cue, or one of the exercise's cues in turn. Before
 * a set that is the exercise's first on a side: its position and steps; before a later one: its cues.
 */
export function instructionsFor(
  plan: Plan,
  step: Step,
  exercise: PlanExercise,
  beat: Beat | undefined,
  spentMs: number,
  durationMs: number | null,
): readonly string[] {
  const note = plan.blocks[step.block]?.note;
  if (step.kind !== "set") {
    const how = [exercise.position, ...exercise.steps];
    return step.kind === "rest" && exercise.cues.length > 0 ? [...exercise.cues, ...how] : note ? [note, ...how] : how;
  }
  if (durationMs === null) return [exercise.position, ...exercise.steps];
  const own = beat ? plan.blocks[step.block]?.strokes[beat.stroke]?.cue : null;
  if (own) return [own];
  const turn = step.stretchable ? Math.floor(spentMs / CUE_MS) : (beat?.rep ?? 1) - 1;
  const cue = exercise.cues[turn % Math.max(1, exercise.cues.length)];
  return cue ? [cue] : exercise.steps.slice(0, 1);
}

/** What comes after this step, in a few words. Inside an exercise: the next set; at its end: the next exercise. */
export function nextText(plan: Plan, step: Step): string {
  // A preparation, a switch or a rest is for the set behind it: that set is what comes next.
  const next = plan.steps[step.index + 1];
  if (!next) return "Done";
  const exercise = plan.exercises[next.exercise];
  const dose = plan.blocks[next.block]?.dose ?? "";
  const side = next.side ? `${next.side} side` : "";
  // The dose of a block of one side names it.
  const doseAndSide = dose.endsWith(`, ${next.side}`) ? [dose] : [dose, side];
  if (step.kind === "prepare") return join(doseAndSide);
  if (next.kind === "prepare") return join([exercise?.name, ...doseAndSide]);
  const length = next.durationMs === null ? "" : lengthText(next);
  if (next.kind === "rest") return join(["Rest", length]);
  if (next.kind === "switch") return join(["Switch sides", `then ${next.side}`]);
  return join([`Set ${next.set.index} of ${next.set.of}`, side, length]);
}

function lengthText(step: Step): string {
  if (step.reps > 1) return `${step.reps} reps`;
  const seconds = Math.ceil((step.durationMs ?? 0) / 1000);
  return seconds > 60 ? clock(seconds) : `${seconds} s`;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
