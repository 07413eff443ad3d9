/** The cue sheet: every sound and phrase of a session with its time, page by page, as a whole, as text and as JSON. */
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { formatClock } from "../text/duration.ts";
import { buildEndCues, buildStepCues } from "./step-cues.ts";
import type { Cue, CueSettings, CueTrack, MeasureSpeech } from "./types.ts";

/** The cues of one step, or of the end, in session time. */
export interface CuePage {
  /** The number of steps stands for the end. */
  readonly step: number;
  /** Infinity for a step that waits for the person, and for the end. */
  readonly endMs: number;
  readonly cues: readonly Cue[];
}

interface CueSheetOptions {
  /**
   * How long each step that waits for the person takes, in milliseconds. If omitted it takes no time, as in the plan:
   * cues within it are timed from its start, and everything after it is later by however long the person takes.
   */
  readonly openStepMs?: number;
}

/** The cues of an uninterrupted session, in the order in which they are heard. */
export function buildCueSheet(
  plan: Plan,
  settings: CueSettings,
  measureSpeech: MeasureSpeech,
  { openStepMs }: CueSheetOptions = {},
): Cue[] {
  const cues: Cue[] = [];
  let startMs = 0;
  for (let step = 0; step <= plan.steps.length; step++) {
    const durationMs = plan.steps[step]?.durationMs ?? openStepMs ?? null;
    const track = { plan, settings, measureSpeech };
    cues.push(...buildPage(track, { step: 0, records: [] }, step, startMs, durationMs).cues);
    startMs += durationMs ?? 0;
  }
  return cues;
}

/**
 * The cue sheet of a running session: builds its pages from the current step up to a session time, reusing the pages
 * already built.
 */
export function buildPagesUntil(
  track: CueTrack,
  state: PlayerState,
  previousPages: readonly CuePage[],
  untilMs: number,
): CuePage[] {
  const pages = previousPages.filter(({ step }) => step >= state.step);
  for (;;) {
    const last = pages.at(-1);
    if (last && last.endMs >= untilMs) return pages;
    const index = last ? last.step + 1 : state.step;
    const plannedMs = track.plan.steps[index]?.durationMs ?? null;
    const durationMs = plannedMs === null || last ? plannedMs : plannedMs + state.extraMs;
    pages.push(buildPage(track, state, index, last ? last.endMs : state.stepAtMs, durationMs));
  }
}

function buildPage(
  track: CueTrack,
  state: Pick<PlayerState, "step" | "records">,
  index: number,
  startMs: number,
  durationMs: number | null,
): CuePage {
  const step = track.plan.steps[index];
  const cues = step ? buildStepCues(track, step, durationMs) : buildEndCues(track, state, startMs);
  return {
    step: index,
    endMs: startMs + (durationMs ?? Infinity),
    cues: cues.map((cue) => ({
      ...cue,
      atMs: cue.atMs + startMs,
      ...(cue.kind === "speech" && { endByMs: cue.endByMs + startMs }),
    })),
  };
}

/** Every text spoken in these cues, without repeats, in the order in which they are needed. */
export function spokenTextsOf(cues: readonly Cue[]): string[] {
  return [...new Set(cues.flatMap((cue) => (cue.kind === "speech" ? [cue.text] : [])))];
}

interface CueJson {
  readonly step: number;
  /** In seconds, like every time in JSON. */
  readonly at: number;
  readonly seconds: number;
  readonly kind: Cue["kind"];
  readonly name: string;
  readonly hz?: number;
  readonly text?: string;
}

/** The sheet in the format of `plan --cues --json`. */
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

function toJsonSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}

/** The sheet as readable lines: each step with its label and, below it, its cues with their session times. */
export function cueSheetToText(plan: Plan, cues: readonly Cue[]): string {
  const parts = [...new Set(cues.map(({ step }) => step))].map((index) => {
    const step = plan.steps[index];
    const waits = step?.durationMs === null ? ", waits for you" : "";
    const title = step ? `${index + 1}. ${step.label}${waits}` : "The end";
    return [title, ...cues.filter((cue) => cue.step === index).map(formatCue)].join("\n");
  });
  return parts.join("\n\n");
}

function formatCue(cue: Cue): string {
  const at = `${formatClock(cue.atMs)}.${String(Math.floor((cue.atMs % 1000) / 10)).padStart(2, "0")}`;
  const what = cue.kind === "tone" ? `tone    ${cue.name}, ${cue.hz} Hz` : `speech  “${cue.text}”`;
  return `${at.padStart(10)}  ${what}`;
}
