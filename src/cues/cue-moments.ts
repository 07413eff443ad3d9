/** The moments of a step at which something is heard, read off its beats and marks. */
import { getMarkTimeMs, type Plan, type Step } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import { CUE_MOMENT_ORDER, type CueMomentName } from "./cue-table.ts";

export interface CueMoment {
  /** From the start of the step. */
  readonly atMs: number;
  readonly name: CueMomentName;
  /** The stroke's phase; null outside sets. */
  readonly phase: Phase | null;
}

/** A stroke inside a set of several has its three-two-one from this length on. */
const MIN_COUNTDOWN_STROKE_MS = 10_000;

/** A gap shorter than this has no room for the end of the set before it. */
const MIN_GAP_FOR_END_TONE_MS = 1000;

/**
 * The moments of a step that lasts `lengthMs` (null: until the person says so), in order; moments of the same time in
 * the table's order. The end of a set is its own last moment, at `lengthMs`.
 */
export function listCueMoments(plan: Plan, step: Step, lengthMs: number | null): CueMoment[] {
  const moments = step.kind === "set" ? listSetMoments(plan, step, lengthMs) : listGapMoments(step);
  for (const mark of step.marks) {
    if (lengthMs === null) continue;
    const atMs = getMarkTimeMs(mark, lengthMs);
    const name = mark.name === "half-way" || mark.name === "ten-seconds" ? mark.name : countMomentOf(step);
    if (atMs >= 0 && atMs < lengthMs) moments.push({ atMs, name, phase: step.beats[0]?.phase ?? null });
  }
  return moments.sort((a, b) => a.atMs - b.atMs || CUE_MOMENT_ORDER.indexOf(a.name) - CUE_MOMENT_ORDER.indexOf(b.name));
}

function countMomentOf(step: Step): CueMomentName {
  return step.kind === "set" ? "count-down" : "count-in";
}

function listGapMoments(step: Step): CueMoment[] {
  if (step.kind === "rest") return [{ atMs: 0, name: "rest-starts", phase: null }];
  if (step.kind === "switch") return [{ atMs: 0, name: "switch-starts", phase: null }];
  return [];
}

function listSetMoments(plan: Plan, step: Step, lengthMs: number | null): CueMoment[] {
  const moments: CueMoment[] = [{ atMs: 0, name: "set-starts", phase: step.beats[0]?.phase ?? null }];
  if (!step.stretchable) {
    const strokes = step.beats.length / Math.max(1, step.reps);
    for (const { atMs, durationMs, phase, stroke, rep } of step.beats) {
      // One stroke again and again is told by its repetitions.
      if (strokes > 1) moments.push({ atMs, name: "stroke", phase });
      if (stroke === 0 && rep > 1) {
        moments.push({ atMs, name: rep === step.reps ? "last-rep-starts" : "rep-starts", phase });
      }
      if (durationMs >= MIN_COUNTDOWN_STROKE_MS) {
        for (const beforeMs of [3000, 2000, 1000]) {
          moments.push({ atMs: atMs + durationMs - beforeMs, name: "count-down", phase });
        }
      }
    }
  }
  if (lengthMs !== null && hasEndTone(plan, step)) {
    moments.push({ atMs: lengthMs, name: "set-ends", phase: step.beats.at(-1)?.phase ?? null });
  }
  return moments;
}

/** Whether the end of a set has its own tone: not where the next set begins at once, which "go" tells. */
export function hasEndTone(plan: Plan, step: Step): boolean {
  const next = plan.steps[step.index + 1];
  return !next || (next.kind !== "set" && (next.durationMs ?? 0) >= MIN_GAP_FOR_END_TONE_MS);
}
