/** The tones of a step, each in its place: nothing sounds over another, and silence parts them. */
import type { Plan, Step } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import { type CueMoment, hasEndTone, listCueMoments } from "./cue-moments.ts";
import { TONE_TABLE, toneOfMoment } from "./cue-table.ts";
import { Timeline } from "./timeline.ts";
import { type ToneName, toneDurationMs } from "./tones.ts";

/** Silence between two tones: they must not melt into one. */
export const TONE_GAP_MS = 60;

export interface PlacedTone {
  /** From the start of the step. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly name: ToneName;
  readonly phase: Phase | null;
}

/** What is placed at the start of a step although it belongs to the one before: how long the end of a set sounds. */
export function carriedOverMs(plan: Plan, step: Step): number {
  const before = plan.steps[step.index - 1];
  return step.kind !== "set" && before?.kind === "set" && hasEndTone(plan, before) ? toneDurationMs("set-end") : 0;
}

/**
 * The tones of a step that lasts `lengthMs`, in order. The first tone of a moment is on time or, where it would run
 * into one of a lower rank, not heard; those that follow it at the same moment come as soon as it is over.
 */
export function buildStepTones(plan: Plan, step: Step, lengthMs: number | null): PlacedTone[] {
  return placeTones(
    listCueMoments(plan, step, lengthMs),
    lengthMs ?? Number.POSITIVE_INFINITY,
    carriedOverMs(plan, step),
  );
}

function placeTones(moments: readonly CueMoment[], lengthMs: number, carried: number): PlacedTone[] {
  const timeline = new Timeline();
  const placed: PlacedTone[] = [];
  const place = (moment: CueMoment, atMs: number): number | null => {
    const name = toneOfMoment(moment.name, moment.phase);
    const endMs = atMs + toneDurationMs(name);
    const inside = moment.name === "set-ends" || endMs + TONE_GAP_MS <= lengthMs;
    if (!inside || !timeline.isFree(atMs - TONE_GAP_MS, endMs + TONE_GAP_MS)) return null;
    timeline.reserve(atMs, endMs);
    placed.push({ atMs, durationMs: toneDurationMs(name), name, phase: moment.phase });
    return endMs;
  };
  if (carried > 0) timeline.reserve(0, carried);
  const groups = groupMoments(moments);
  const ends = new Map<MomentGroup, number>();
  for (const group of [...groups].sort((a, b) => priorityOf(a) - priorityOf(b) || a.atMs - b.atMs)) {
    // Behind the end of the set before, even the first tone of a step has to follow.
    ends.set(group, group.atMs === 0 && carried > 0 ? carried : (place(group.moments[0], group.atMs) ?? group.atMs));
  }
  for (const group of groups) {
    let endMs = ends.get(group) ?? group.atMs;
    for (const moment of group.atMs === 0 && carried > 0 ? group.moments : group.moments.slice(1)) {
      if (TONE_TABLE[moment.name].exact) continue;
      endMs = place(moment, endMs + TONE_GAP_MS) ?? endMs;
    }
  }
  return placed.sort((a, b) => a.atMs - b.atMs);
}

/** Moments that fall together. */
interface MomentGroup {
  readonly atMs: number;
  readonly moments: [CueMoment, ...CueMoment[]];
}

function priorityOf(group: MomentGroup): number {
  return TONE_TABLE[group.moments[0].name].priority;
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
