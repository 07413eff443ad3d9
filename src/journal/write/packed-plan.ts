/** A plan as it stands in a journal, small, and its fingerprint: equal for equal plans, so that damage is noticed. */
import { createHash } from "node:crypto";
import type { Beat, Plan, Step } from "../../plan/types.ts";

/** A plan whose sets share their strokes: each different list of beats is written once. */
export interface PackedPlan extends Omit<Plan, "steps"> {
  readonly beats: readonly (readonly Beat[])[];
  /** `beats` is the place of its list. */
  readonly steps: readonly (Omit<Step, "beats"> & { readonly beats: number })[];
}

export function packPlan(plan: Plan): PackedPlan {
  const places = new Map<string, number>();
  const beats: (readonly Beat[])[] = [];
  const steps = plan.steps.map((step) => {
    const key = JSON.stringify(step.beats);
    let place = places.get(key);
    if (place === undefined) {
      place = beats.push(step.beats) - 1;
      places.set(key, place);
    }
    return { ...step, beats: place };
  });
  return { ...plan, beats, steps };
}

export function unpackPlan({ beats, ...packed }: PackedPlan): Plan {
  return { ...packed, steps: packed.steps.map((step) => ({ ...step, beats: beats[step.beats] ?? [] })) };
}

/** "sha256-" and 43 letters, of the packed plan's JSON. */
export function computeFingerprint(packed: PackedPlan): string {
  return `sha256-${createHash("sha256").update(JSON.stringify(packed)).digest("base64url")}`;
}
