/**
 * What is written down of a session: the definition of the immutable session file, and of the amendments beside it.
 *
 * A file carries every label and figure that looking back needs (names, muscles, doses), so that editing a routine or
 * an exercise later never rewrites the past. Times are ISO 8601 in UTC, durations are seconds. Fields that a reader
 * does not know are kept.
 */
import * as z from "zod/mini";
import { parseTimestamp } from "../calendar.ts";
import { isSafeText } from "../text/safe-text.ts";
import { isStoredBlockList, type StoredBlock } from "./stored-block.ts";
import { isStoredStepList, type StoredStep } from "./stored-step.ts";
import { isPrintable } from "./value-checks.ts";

export const SESSION_FORMAT = "unwind-session";
export const SESSION_VERSION = 1;
export const AMENDMENT_FORMAT = "unwind-amendment";
export const AMENDMENT_VERSION = 1;

/** Characters of a note, of a name. */
export const MAX_NOTE_LENGTH = 2000;
const MAX_LINE_LENGTH = 400;
/** Flags of a session, and what it is marked with. */
const MAX_ADJUSTMENTS = 1000;
const MAX_SCREENING_WARNINGS = 100;

const safeTextSchema = (max: number) =>
  z.string().check(z.maxLength(max), z.refine(isPrintable, "no control characters"));

export const lineSchema = safeTextSchema(MAX_LINE_LENGTH);
export const sessionIdSchema = z.string().check(z.regex(/^[0-9a-z]{4,32}$/, "small letters and figures"));
export const timestampSchema = z.string().check(
  z.maxLength(24),
  z.refine((value) => parseTimestamp(value) !== null, "a moment in UTC"),
);
export const secondsSchema = z.number().check(z.gte(0), z.lte(1e9));
export const countSchema = z.int().check(z.gte(0), z.lte(1e7));
export const utcOffsetSchema = z.int().check(z.gte(-24 * 60), z.lte(24 * 60));
export const sideSchema = z.nullable(z.enum(["left", "right"]));
const scoreSchema = z.nullable(z.int().check(z.gte(0), z.lte(10)));
const noteSchema = safeTextSchema(MAX_NOTE_LENGTH).check(z.minLength(1));

/** The two questions after the last set; null: not asked, or passed over. */
export const answerSchemas = {
  /** How hard it was, CR-10. */
  effort: scoreSchema,
  /** Tightness or pain now, 0 to 10. */
  tightness: scoreSchema,
  /** Where it is felt, when the session worked sides. */
  tightnessSide: z.nullable(z.enum(["left", "right", "both"])),
};

const pauseSchema = z.object({ at: secondsSchema, seconds: secondsSchema, reason: z.enum(["asked", "gap"]) });

export const sessionFileSchema = z.looseObject({
  format: z.literal(SESSION_FORMAT),
  version: z.literal(SESSION_VERSION),
  id: sessionIdSchema,
  /** The version of the program that wrote it. */
  program: lineSchema,
  routine: lineSchema,
  title: lineSchema,
  level: lineSchema,
  /** What the person had changed about the routine, as flags: `--reps 12`. */
  adjustments: z.array(lineSchema).check(z.maxLength(MAX_ADJUSTMENTS)),
  /** What was known when it began and should be seen beside it: "screening: yes to night pain". */
  marks: z.optional(z.array(lineSchema).check(z.maxLength(MAX_SCREENING_WARNINGS))),
  /** Says whether two sessions had the same plan. */
  planFingerprint: lineSchema,
  speed: z.number().check(z.gt(0), z.lte(1e6)),
  status: z.enum(["finished", "partial"]),
  startedAt: timestampSchema,
  endedAt: timestampSchema,
  /** How far local time was ahead of UTC where and when it started. */
  utcOffsetMinutes: utcOffsetSchema,
  /** Time of the session, pauses not counted; and what the plan was long. */
  activeSeconds: secondsSchema,
  plannedSeconds: secondsSchema,
  ...answerSchemas,
  notes: z.array(noteSchema).check(z.maxLength(1000)),
  blocks: z.custom<StoredBlock[]>(isStoredBlockList, "not the exercises of a session"),
  pauses: z.array(pauseSchema),
  steps: z.custom<StoredStep[]>(isStoredStepList, "not the steps of a session"),
});

/**
 * What was said about a session after it was closed: a file of its own, so that the session's file never changes and
 * two machines never write the same file. Of what is answered twice the later holds; notes add up.
 */
export const amendmentSchema = z.looseObject({
  format: z.literal(AMENDMENT_FORMAT),
  version: z.literal(AMENDMENT_VERSION),
  session: sessionIdSchema,
  at: timestampSchema,
  effort: z.optional(answerSchemas.effort),
  tightness: z.optional(answerSchemas.tightness),
  tightnessSide: z.optional(answerSchemas.tightnessSide),
  /** A note that is added. */
  note: z.optional(noteSchema),
  /** Notes that take the place of all notes before. */
  notes: z.optional(z.array(noteSchema).check(z.maxLength(1000))),
});

export type StoredPause = z.infer<typeof pauseSchema>;
export type SessionFile = z.infer<typeof sessionFileSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;

/** The answers to the questions after the last set. */
export interface SessionAnswers {
  readonly effort: number | null;
  readonly tightness: number | null;
  readonly tightnessSide: "left" | "right" | "both" | null;
}

export const NO_ANSWERS: SessionAnswers = { effort: null, tightness: null, tightnessSide: null };

/** A note as it is kept: one line without control characters; empty when nothing is left of it. */
export function cleanNote(text: string): string {
  return cleanText(text, MAX_NOTE_LENGTH);
}

/** Flags as they are kept, whatever was typed: what is written of a session must be read back. */
export function cleanAdjustments(flags: readonly string[]): string[] {
  return cleanLines(flags, MAX_ADJUSTMENTS);
}

/** The same for what a session is marked with. */
export function cleanScreeningWarnings(marks: readonly string[]): string[] {
  return cleanLines(marks, MAX_SCREENING_WARNINGS);
}

function cleanLines(lines: readonly string[], most: number): string[] {
  return lines.slice(0, most).map((text) => cleanText(text, MAX_LINE_LENGTH));
}

function cleanText(text: string, longest: number): string {
  const words = [...text].map((character) => (isSafeText(character) ? character : " ")).join("");
  return words
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}
