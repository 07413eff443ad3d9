/**
 * What is written down of a session: the definition of the immutable session file, and of the amendments beside it.
 *
 * A file carries every label and figure that looking back needs (names, muscles, doses), so that editing a routine or
 * an exercise later never rewrites the past. Times are ISO 8601 in UTC, durations are seconds. Fields that a reader
 * does not know are kept.
 */
import * as z from "zod/mini";
import { parseMoment } from "../calendar.ts";
import { isSafe } from "../text/safe-text.ts";
import { isShowable } from "./checks.ts";
import { areBlocks, type KeptBlock } from "./kept-block.ts";
import { areSteps, type KeptStep } from "./kept-step.ts";

export const SESSION_FORMAT = "unwind-session";
export const SESSION_VERSION = 1;
export const AMENDMENT_FORMAT = "unwind-amendment";
export const AMENDMENT_VERSION = 1;

/** Characters of a note, of a name. */
export const LONGEST_NOTE = 2000;
const LONGEST_LINE = 400;
/** Flags of a session, and what it is marked with. */
const MOST_ADJUSTMENTS = 1000;
const MOST_MARKS = 100;

const safe = (max: number) => z.string().check(z.maxLength(max), z.refine(isShowable, "no control characters"));

export const line = safe(LONGEST_LINE);
export const sessionId = z.string().check(z.regex(/^[0-9a-z]{4,32}$/, "small letters and figures"));
export const moment = z.string().check(
  z.maxLength(24),
  z.refine((value) => parseMoment(value) !== null, "a moment in UTC"),
);
export const seconds = z.number().check(z.gte(0), z.lte(1e9));
export const count = z.int().check(z.gte(0), z.lte(1e7));
export const offset = z.int().check(z.gte(-24 * 60), z.lte(24 * 60));
export const side = z.nullable(z.enum(["left", "right"]));
const score = z.nullable(z.int().check(z.gte(0), z.lte(10)));
const note = safe(LONGEST_NOTE).check(z.minLength(1));

/** The two questions after the last set; null: not asked, or passed over. */
export const answers = {
  /** How hard it was, CR-10. */
  effort: score,
  /** Tightness or pain now, 0 to 10. */
  tightness: score,
  /** Where it is felt, when the session worked sides. */
  tightnessSide: z.nullable(z.enum(["left", "right", "both"])),
};

const pause = z.object({ at: seconds, seconds, reason: z.enum(["asked", "gap"]) });

export const sessionFile = z.looseObject({
  format: z.literal(SESSION_FORMAT),
  version: z.literal(SESSION_VERSION),
  id: sessionId,
  /** The version of the program that wrote it. */
  program: line,
  routine: line,
  title: line,
  level: line,
  /** What the person had changed about the routine, as flags: `--reps 12`. */
  adjustments: z.array(line).check(z.maxLength(MOST_ADJUSTMENTS)),
  /** What was known when it began and should be seen beside it: "screening: yes to night pain". */
  marks: z.optional(z.array(line).check(z.maxLength(MOST_MARKS))),
  /** Says whether two sessions had the same plan. */
  planFingerprint: line,
  speed: z.number().check(z.gt(0), z.lte(1e6)),
  status: z.enum(["finished", "partial"]),
  startedAt: moment,
  endedAt: moment,
  /** How far local time was ahead of UTC where and when it started. */
  utcOffsetMinutes: offset,
  /** Time of the session, pauses not counted; and what the plan was long. */
  activeSeconds: seconds,
  plannedSeconds: seconds,
  ...answers,
  notes: z.array(note).check(z.maxLength(1000)),
  blocks: z.custom<KeptBlock[]>(areBlocks, "not the exercises of a session"),
  pauses: z.array(pause),
  steps: z.custom<KeptStep[]>(areSteps, "not the steps of a session"),
});

/**
 * What was said about a session after it was closed: a file of its own, so that the session's file never changes and
 * two machines never write the same file. Of what is answered twice the later holds; notes add up.
 */
export const amendmentFile = z.looseObject({
  format: z.literal(AMENDMENT_FORMAT),
  version: z.literal(AMENDMENT_VERSION),
  session: sessionId,
  at: moment,
  effort: z.optional(answers.effort),
  tightness: z.optional(answers.tightness),
  tightnessSide: z.optional(answers.tightnessSide),
  /** A note that is added. */
  note: z.optional(note),
  /** Notes that take the place of all notes before. */
  notes: z.optional(z.array(note).check(z.maxLength(1000))),
});

export type KeptPause = z.infer<typeof pause>;
export type SessionFile = z.infer<typeof sessionFile>;
export type Amendment = z.infer<typeof amendmentFile>;

/** The answers to the questions after the last set. */
export interface Answers {
  readonly effort: number | null;
  readonly tightness: number | null;
  readonly tightnessSide: "left" | "right" | "both" | null;
}

export const NO_ANSWERS: Answers = { effort: null, tightness: null, tightnessSide: null };

/** A note as it is kept: one line without control characters; empty when nothing is left of it. */
export function cleanNote(text: string): string {
  return clean(text, LONGEST_NOTE);
}

/** Flags as they are kept, whatever was typed: what is written of a session must be read back. */
export function cleanAdjustments(flags: readonly string[]): string[] {
  return cleanLines(flags, MOST_ADJUSTMENTS);
}

/** The same for what a session is marked with. */
export function cleanMarks(marks: readonly string[]): string[] {
  return cleanLines(marks, MOST_MARKS);
}

function cleanLines(lines: readonly string[], most: number): string[] {
  return lines.slice(0, most).map((text) => clean(text, LONGEST_LINE));
}

function clean(text: string, longest: number): string {
  const words = [...text].map((character) => (isSafe(character) ? character : " ")).join("");
  return words
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
