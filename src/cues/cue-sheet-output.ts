/** A cue sheet as text to read and as JSON. */

import type { Plan } from "../plan/types.ts";
import { formatClock } from "../text/duration.ts";
import type { Cue } from "./types.ts";

export interface CueJson {
  readonly step: number;
  /** Seconds, as is all time in JSON. */
  readonly at: number;
  readonly seconds: number;
  readonly kind: Cue["kind"];
  readonly name: string;
  readonly hz?: number;
  readonly text?: string;
}

/** The sheet as `plan --cues --json` gives it. */
export function cueSheetToJson(cues: readonly Cue[]): CueJson[] {
  return cues.map((cue) => ({
    step: cue.step,
    at: toJsonSeconds(cue.atMs),
    seconds: toJsonSeconds(cue.durationMs),
    kind: cue.kind,
    name: cue.name,
    ...(cue.kind === "tone" ? { hz: cue.hz } : { text: cue.text }),
  }));
}

/** The sheet as lines to read: every step with its label, and under it what is heard, with the time in the session. */
export function cueSheetToText(plan: Plan, cues: readonly Cue[]): string {
  const byStep = new Map<number, Cue[]>();
  for (const cue of cues) {
    const heard = byStep.get(cue.step);
    if (heard) heard.push(cue);
    else byStep.set(cue.step, [cue]);
  }
  const parts = [...byStep].map(([index, heard]) => {
    const step = plan.steps[index];
    const title = step
      ? `${step.index + 1}. ${step.label}${step.durationMs === null ? ", waits for you" : ""}`
      : "The end";
    return [title, ...heard.map(formatCue)].join("\n");
  });
  return parts.join("\n\n");
}

function formatCue(cue: Cue): string {
  const at = `${formatClock(cue.atMs)}.${String(Math.floor((cue.atMs % 1000) / 10)).padStart(2, "0")}`;
  const what = cue.kind === "tone" ? `${cue.name}, ${cue.hz} Hz` : `“${cue.text}”`;
  return `${at.padStart(10)}  ${cue.kind === "tone" ? "tone  " : "speech"}  ${what}`;
}

function toJsonSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}
