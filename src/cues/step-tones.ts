/** The tones of a step: the moments that have one, derived from its beats and marks, and where each tone is placed. */
import type { Step } from "../plan/step-types.ts";
import type { Phase } from "../terms.ts";
import { CUE_MOMENT_ORDER, type CueMomentName, TONE_TABLE, toneOfMoment } from "./cue-table.ts";
import { carriedMsOf, type StepSpan } from "./step-span.ts";
import { SlotTimeline } from "./timeline.ts";
import { type ToneName, toneDurationMs } from "./tones.ts";

/** Silence between two tones, so that they do not blend into one. */
export const TONE_GAP_MS = 60;

/** In a set of several strokes, a stroke of at least this length gets its own three-two-one. */
const MIN_COUNTDOWN_STROKE_MS = 10_000;

export interface PlacedTone {
  /** From the start of the step. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly name: ToneName;
  /** The stroke's phase; null outside sets. */
  readonly phase: Phase | null;
}

interface CueMoment {
  /** From the start of the step. */
  readonly atMs: number;
  readonly name: CueMomentName;
  readonly phase: Phase | null;
}

/**
 * The tones of a step, in order. The first tone of a moment is on time, or dropped if it would overlap one of higher
 * priority; the others at the same moment follow as soon as it ends.
 */
export function buildStepTones(span: StepSpan): PlacedTone[] {
  return placeTones(listMoments(span), span.durationMs ?? Infinity, carriedMsOf(span));
}

/** What sounds as a step ends goes on into the next one. */
const END_MOMENTS: ReadonlySet<CueMomentName> = new Set(["set-ends", "time-is-up"]);

function placeTones(moments: readonly CueMoment[], stepMs: number, carriedMs: number): PlacedTone[] {
  const timeline = new SlotTimeline();
  if (carriedMs > 0) timeline.reserve(0, carriedMs);
  const tones: PlacedTone[] = [];
  const place = ({ name: moment, phase }: CueMoment, atMs: number): number | null => {
    const name = toneOfMoment(moment, phase);
    const durationMs = toneDurationMs(name);
    const endMs = atMs + durationMs;
    const fits = END_MOMENTS.has(moment) || endMs + TONE_GAP_MS <= stepMs;
    if (!fits || !timeline.isFree(atMs - TONE_GAP_MS, endMs + TONE_GAP_MS)) return null;
    timeline.reserve(atMs, endMs);
    tones.push({ atMs, durationMs, name, phase });
    return endMs;
  };
  // After the tone of the previous set, even the first tone of a step has to wait.
  const groups = groupMoments(moments).map((group) => {
    const waits = group.atMs === 0 && carriedMs > 0;
    const [first, ...others] = group.moments;
    return { ...group, first: waits ? null : first, others: waits ? group.moments : others };
  });
  const firstEndsMs = new Map<number, number | null>();
  for (const { first, atMs } of [...groups].sort((a, b) => priorityOf(a) - priorityOf(b))) {
    firstEndsMs.set(atMs, first ? place(first, atMs) : carriedMs);
  }
  for (const { others, atMs } of groups) {
    let endMs = firstEndsMs.get(atMs) ?? atMs;
    for (const moment of others) {
      if (!TONE_TABLE[moment.name].exact) endMs = place(moment, endMs + TONE_GAP_MS) ?? endMs;
    }
  }
  return tones.sort((a, b) => a.atMs - b.atMs);
}

/** Moments that coincide. */
interface MomentGroup {
  readonly atMs: number;
  readonly moments: [CueMoment, ...CueMoment[]];
}

function priorityOf({ moments: [first] }: MomentGroup): number {
  return TONE_TABLE[first.name].priority;
}

function groupMoments(moments: readonly CueMoment[]): MomentGroup[] {
  const groups: MomentGroup[] = [];
  for (const moment of moments) {
    const last = groups.at(-1);
    if (last && moment.atMs - last.atMs < 1) last.moments.push(moment);
    else groups.push({ atMs: moment.atMs, moments: [moment] });
  }
  return groups;
}

/**
 * The moments of a step, in order; moments at the same time follow the order of the table. The last moment of a set is
 * its end, at `durationMs`.
 */
function listMoments(span: StepSpan): CueMoment[] {
  const { step, durationMs, marks, endTone } = span;
  const phase = step.beats[0]?.phase ?? null;
  const moments = step.kind === "set" ? listSetMoments(step) : listGapMoments(step);
  for (const { name, clock, atMs } of marks) {
    // What a rest leads to is counted in, what a clock ends is counted down.
    const count = step.kind === "set" || clock === "cap" ? "count-down" : "count-in";
    const moment = name === "half-way" || name === "ten-seconds" ? name : count;
    if (atMs >= 0) moments.push({ atMs, name: moment, phase });
  }
  if (durationMs !== null && endTone) {
    const name = endTone === "time-up" ? "time-is-up" : "set-ends";
    moments.push({ atMs: durationMs, name, phase: step.beats.at(-1)?.phase ?? null });
  }
  return moments.sort((a, b) => a.atMs - b.atMs || CUE_MOMENT_ORDER.indexOf(a.name) - CUE_MOMENT_ORDER.indexOf(b.name));
}

function listGapMoments(step: Step): CueMoment[] {
  if (step.kind === "rest") return [{ atMs: 0, name: "rest-starts", phase: null }];
  if (step.kind === "switch") return [{ atMs: 0, name: "switch-starts", phase: null }];
  return [];
}

function listSetMoments(step: Step): CueMoment[] {
  const moments: CueMoment[] = [{ atMs: 0, name: "set-starts", phase: step.beats[0]?.phase ?? null }];
  const hasSeveralStrokes = step.beats.length > step.reps;
  for (const { atMs, durationMs: strokeMs, phase, stroke, rep } of step.stretchable ? [] : step.beats) {
    // When every repetition is a single stroke, the repetition's tone is enough.
    if (hasSeveralStrokes) moments.push({ atMs, name: "stroke", phase });
    if (stroke === 0 && rep > 1) {
      moments.push({ atMs, name: rep === step.reps ? "last-rep-starts" : "rep-starts", phase });
    }
    for (const beforeMs of strokeMs >= MIN_COUNTDOWN_STROKE_MS ? [3000, 2000, 1000] : []) {
      moments.push({ atMs: atMs + strokeMs - beforeMs, name: "count-down", phase });
    }
  }
  return moments;
}
