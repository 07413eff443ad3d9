/** The cue sheet: every sound and phrase of a session with its time, page by page, as a whole, as text and as JSON. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { listClocks, type SessionPlace } from "../player/clocks.ts";
import { followOn, type Passage, passThrough, recordOf, rehearse } from "../player/rehearse.ts";
import { computeScores } from "../player/score.ts";
import type { GroupScore } from "../player/summary-types.ts";
import type { PlayerState, StepRecord } from "../player/types.ts";
import { formatClock } from "../text/duration.ts";
import { buildEndCues, buildStepCues } from "./step-cues.ts";
import { type StepBefore, spanOfPassage, toStepBefore } from "./step-span.ts";
import type { Cue, CueSettings, CueTrack, MeasureSpeech } from "./types.ts";

/** The cues of one step, or of the end, in session time. */
export interface CuePage {
  /** The number of steps stands for the end. */
  readonly step: number;
  /** Infinity for a step that waits for the person, and for the end. */
  readonly endMs: number;
  readonly cues: readonly Cue[];
  readonly passage: Passage;
  /** What the next page has before it; undefined if the person ends this one. */
  readonly passed: StepBefore | undefined;
  /** What will have been done at its end, if it has one, and if all goes as planned. */
  readonly records: PlayerState["records"];
}

interface CueSheetOptions {
  /**
   * How long each step without a count takes that waits for the person, in milliseconds; a self-paced set takes its
   * estimate. If omitted, both take no time, as in the plan, unless a clock runs: cues within them are timed from their
   * start, and everything after them is later by however long the person takes.
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
  const track = { plan, settings, measureSpeech };
  const cues: Cue[] = [];
  const records: (StepRecord | undefined)[] = [];
  let before: StepBefore | undefined;
  for (const passage of rehearse(plan, openStepMs)) {
    // What takes no time in the plan takes as long as it takes.
    const isUntimed = passage.endMs === passage.place.stepAtMs;
    const page = buildPage(
      track,
      isUntimed ? { ...passage, endMs: Number.POSITIVE_INFINITY } : passage,
      records,
      before,
    );
    cues.push(...page.cues);
    before = page.passed ?? (passage.step && { step: passage.step, durationMs: 0, endTone: null });
    if (passage.step) records[passage.step.index] = recordOf(passage);
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
  const { plan } = track;
  const pages = previousPages.filter(({ step }) => step >= state.step);
  for (;;) {
    const last = pages.at(-1);
    if (last && last.endMs >= untilMs) return pages;
    const passage = passThrough(plan, last ? followOn(plan, last.passage) : state);
    pages.push(buildPage(track, passage, last?.records ?? state.records, last ? last.passed : findBefore(plan, state)));
  }
}

/** The step from which the session came to the current one; a step that a clock jumped over has no record. */
function findBefore(plan: Plan, state: PlayerState): StepBefore | undefined {
  const { step, stepAtMs, records } = state;
  if (!plan.groups) return undefined;
  const index = records.findLastIndex((record, index) => record !== undefined && index < step);
  const [before, record] = [plan.steps[index], records[index]];
  if (!before || !record) return undefined;
  const { durationMs } = record;
  const clocks = listClocks(before, { ...state, stepAtMs: stepAtMs - durationMs });
  const isCapOver = clocks.some(({ deadline, dueMs }) => deadline.kind === "cap" && dueMs === stepAtMs);
  return { step: before, durationMs, endTone: isCapOver ? "time-up" : null };
}

function buildPage(
  track: CueTrack,
  passage: Passage,
  done: PlayerState["records"],
  before: StepBefore | undefined,
): CuePage {
  const { plan } = track;
  const { place, step, endMs } = passage;
  const startMs = place.stepAtMs;
  const results = findResults(plan, place, done);
  const span = step && spanOfPassage(plan, passage, step, before);
  const cues = span
    ? buildStepCues(track, span, results)
    : buildEndCues(track, { records: done, results, atMs: startMs, before });
  return {
    step: place.step,
    endMs,
    passage,
    passed: span && toStepBefore(span),
    records: step ? withRecord(done, step, recordOf(passage)) : done,
    cues: cues.map((cue) => ({
      ...cue,
      atMs: cue.atMs + startMs,
      ...(cue.kind === "speech" && { endByMs: cue.endByMs + startMs }),
    })),
  };
}

function withRecord(records: PlayerState["records"], { index }: Step, record: StepRecord): PlayerState["records"] {
  const changed = [...records];
  changed[index] = record;
  return changed;
}

/** Scores of groups that ended as this place was entered. */
function findResults(plan: Plan, place: SessionPlace, records: PlayerState["records"]): readonly GroupScore[] {
  const { groupTimes, stepAtMs } = place;
  const ended = Object.entries(groupTimes).filter(([, { toMs }]) => toMs === stepAtMs);
  if (ended.length === 0) return [];
  return computeScores(plan, { records: [...records], groupTimes: Object.fromEntries(ended), atMs: stepAtMs });
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
    // A rest without a length is what is left of an interval.
    const waits = step?.durationMs !== null ? "" : step.kind === "rest" ? ", until the next round" : ", waits for you";
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
