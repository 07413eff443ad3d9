/** The moments of a step at which something is heard, read off its beats and marks. */
import { markAtMs, type Plan, type Step } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import { type MomentName, ORDER } from "./table.ts";

export interface HeardMoment {
  /** From the start of the step. */
  readonly atMs: number;
  readonly name: MomentName;
  /** The stroke's phase; null outside sets. */
  readonly phase: Phase | null;
}

/** A stroke inside a set of several has its three-two-one from this length on. */
const COUNTED_STROKE_MS = 10_000;

/** A gap shorter than this has no room for the end of the set before it. */
const ROOM_FOR_END_MS = 1000;

/**
 * The moments of a step that lasts `lengthMs` (null: until the person says so), in order; moments of the same time in
 * the table's order. The end of a set is its own last moment, at `lengthMs`.
 */
export function momentsOf(plan: Plan, step: Step, lengthMs: number | null): HeardMoment[] {
  const moments = step.kind === "set" ? setMoments(plan, step, lengthMs) : gapMoments(step);
  for (const mark of step.marks) {
    if (lengthMs === null) continue;
    const atMs = markAtMs(mark, lengthMs);
    const name = mark.name === "half-way" || mark.name === "ten-seconds" ? mark.name : countOf(step);
    if (atMs >= 0 && atMs < lengthMs) moments.push({ atMs, name, phase: step.beats[0]?.phase ?? null });
  }
  return moments.sort((a, b) => a.atMs - b.atMs || ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

function countOf(step: Step): MomentName {
  return step.kind === "set" ? "count-down" : "count-in";
}

function gapMoments(step: Step): HeardMoment[] {
  if (step.kind === "rest") return [{ atMs: 0, name: "rest-starts", phase: null }];
  if (step.kind === "switch") return [{ atMs: 0, name: "switch-starts", phase: null }];
  return [];
}

function setMoments(plan: Plan, step: Step, lengthMs: number | null): HeardMoment[] {
  const moments: HeardMoment[] = [{ atMs: 0, name: "set-starts", phase: step.beats[0]?.phase ?? null }];
  if (!step.stretchable) {
    const strokes = step.beats.length / Math.max(1, step.reps);
    for (const { atMs, durationMs, phase, stroke, rep } of step.beats) {
      // One stroke again and again is told by its repetitions.
      if (strokes > 1) moments.push({ atMs, name: "stroke", phase });
      if (stroke === 0 && rep > 1) {
        moments.push({ atMs, name: rep === step.reps ? "last-rep-starts" : "rep-starts", phase });
      }
      if (durationMs >= COUNTED_STROKE_MS) {
        for (const beforeMs of [3000, 2000, 1000]) {
          moments.push({ atMs: atMs + durationMs - beforeMs, name: "count-down", phase });
        }
      }
    }
  }
  if (lengthMs !== null && soundsItsEnd(plan, step)) {
    moments.push({ atMs: lengthMs, name: "set-ends", phase: step.beats.at(-1)?.phase ?? null });
  }
  return moments;
}

/** Whether the end of a set has its own tone: not where the next set begins at once, which "go" tells. */
export function soundsItsEnd(plan: Plan, step: Step): boolean {
  const next = plan.steps[step.index + 1];
  return !next || (next.kind !== "set" && (next.durationMs ?? 0) >= ROOM_FOR_END_MS);
}
