/**
 * What is stored about a session: the schema of the immutable session file and of its amendments.
 *
 * A session file carries every label and number that looking back needs (names, muscles, doses), so that editing a
 * routine later never rewrites the past. Times are ISO 8601 UTC, durations seconds. Unknown fields are kept.
 */
import * as z from "zod/mini";
import { SKIP_REASONS } from "./session-answers.ts";
import {
  countSchema,
  durationSchema,
  integerSchema,
  lineSchema,
  MAX_NOTE_LENGTH,
  openObject,
  pauseReasonSchema,
  safeTextSchema,
  sessionIdSchema,
  speedSchema,
  timestampSchema,
  utcOffsetSchema,
} from "./value-schemas.ts";

export const SESSION_FORMAT = "unwind-session";
export const SESSION_VERSION = 1;
export const AMENDMENT_FORMAT = "unwind-amendment";
export const AMENDMENT_VERSION = 1;

/** Maximum number of notes, of flags and of screening warnings of a session. */
const MAX_NOTES = 1000;
export const MAX_ADJUSTMENTS = 1000;
export const MAX_SCREENING_WARNINGS = 100;

const ratingSchema = z.nullable(integerSchema(0, 10));
const noteSchema = safeTextSchema(MAX_NOTE_LENGTH).check(z.minLength(1));
const noteListSchema = z.array(noteSchema).check(z.maxLength(MAX_NOTES));

const skipReasonSchema = z.nullable(z.enum(SKIP_REASONS));

/** The answers to the questions after the last set; pain and skipped sets were not asked about at first. */
export const answerSchemas = {
  effort: ratingSchema,
  tightness: ratingSchema,
  tightnessSide: z.nullable(z.enum(["left", "right", "both"])),
  pain: z._default(ratingSchema, null),
  skipReason: z._default(skipReasonSchema, null),
};

const doseSchema = openObject({
  sets: countSchema,
  reps: countSchema,
  restSeconds: durationSchema,
  /** The strokes of one repetition in order; empty if self-paced. */
  strokes: z.array(openObject({ phase: lineSchema, seconds: durationSchema })),
  /** "3 sets of 45 s". */
  text: lineSchema,
});

/** One exercise with its dose. */
const blockSchema = openObject({
  exercise: lineSchema,
  name: lineSchema,
  kind: lineSchema,
  /** The muscles it targets. */
  targets: z.array(lineSchema),
  sides: z.enum(["both", "each", "alternating"]),
  /** The title of its section; empty if it has none. */
  section: lineSchema,
  /** Planned sets, both sides counted. */
  sets: countSchema,
  dose: doseSchema,
});

/** Seconds under tension by side; `both` for what works both sides at once. Sides without tension are omitted. */
const tensionSchema = z.object({
  left: z.exactOptional(durationSchema),
  right: z.exactOptional(durationSchema),
  both: z.exactOptional(durationSchema),
});

/** A step that ended; of several attempts the one that counts. */
const stepSchema = openObject({
  /** Its index in the plan, from 0. */
  index: countSchema,
  kind: z.enum(["prepare", "set", "switch", "rest"]),
  exercise: lineSchema,
  /** Its index among the session's blocks, from 0. */
  block: countSchema,
  side: z.nullable(z.enum(["left", "right"])),
  set: openObject({ index: countSchema, of: countSchema }),
  /** The round of the innermost group that has several; absent outside groups. */
  round: z.exactOptional(openObject({ index: countSchema, of: z.nullable(countSchema) })),
  /** What was lifted, or which band. */
  load: z.exactOptional(lineSchema),
  /** Repetitions done, and planned. */
  reps: countSchema,
  plannedReps: countSchema,
  /** null if self-paced. */
  plannedSeconds: z.nullable(durationSchema),
  actualSeconds: durationSchema,
  how: z.enum(["completed", "skipped", "quit"]),
  /** Sets only. */
  tension: z.exactOptional(tensionSchema),
});

/** The score of a group: as many rounds as possible, or for time. */
const scoreSchema = openObject({
  /** The group's name, and what the score is for: scores of the same workout can be compared. */
  name: z.nullable(lineSchema),
  workout: lineSchema,
  kind: z.enum(["rounds", "time"]),
  /** Rounds of which every set was completed; repetitions and completed sets of the other rounds. */
  rounds: countSchema,
  reps: countSchema,
  sets: countSchema,
  /** For time: sets that were not completed. */
  setsLeft: countSchema,
  /** How long the group took. */
  seconds: durationSchema,
  /** `done`: for time every round, as many as possible until time was up. `cap`: the cap ended it. `stopped`: it was left. */
  end: z.enum(["done", "cap", "stopped"]),
});

const pauseSchema = z.object({ at: durationSchema, seconds: durationSchema, reason: pauseReasonSchema });

export const sessionFileSchema = openObject({
  format: z.literal(SESSION_FORMAT),
  version: z.literal(SESSION_VERSION),
  id: sessionIdSchema,
  /** The version of the program that wrote it. */
  program: lineSchema,
  routine: lineSchema,
  title: lineSchema,
  level: lineSchema,
  /** What the person changed about the routine, as flags: `--reps 12`. */
  adjustments: z.array(lineSchema).check(z.maxLength(MAX_ADJUSTMENTS)),
  /** What was known at the start and should be shown with the session: "screening: yes to night pain". */
  marks: z.optional(z.array(lineSchema).check(z.maxLength(MAX_SCREENING_WARNINGS))),
  /** Equal for sessions with the same plan. */
  planFingerprint: lineSchema,
  /** The clock ran so many times as fast. Another speed than 1 makes it a rehearsal, which counts only if the person says so. */
  speed: speedSchema,
  counted: z.exactOptional(z.literal(true)),
  status: z.enum(["finished", "partial"]),
  startedAt: timestampSchema,
  endedAt: timestampSchema,
  /** How far local time was ahead of UTC where and when it started. */
  utcOffsetMinutes: utcOffsetSchema,
  /** Session time without pauses; and the planned length. */
  activeSeconds: durationSchema,
  plannedSeconds: durationSchema,
  ...answerSchemas,
  notes: noteListSchema,
  blocks: z.array(blockSchema),
  pauses: z.array(pauseSchema),
  /** Scores of the groups that have one, in order; absent where none was begun. */
  scores: z.exactOptional(z.array(scoreSchema)),
  steps: z.array(stepSchema),
});

/**
 * An addition to a closed session, in a file of its own so that the session file never changes and two machines never
 * write the same file. The later answer wins; notes accumulate.
 */
export const amendmentSchema = openObject({
  format: z.literal(AMENDMENT_FORMAT),
  version: z.literal(AMENDMENT_VERSION),
  session: sessionIdSchema,
  at: timestampSchema,
  effort: z.optional(answerSchemas.effort),
  tightness: z.optional(answerSchemas.tightness),
  tightnessSide: z.optional(answerSchemas.tightnessSide),
  pain: z.optional(ratingSchema),
  skipReason: z.optional(skipReasonSchema),
  /** A note that is added. */
  note: z.optional(noteSchema),
  /** Replaces all earlier notes. */
  notes: z.optional(noteListSchema),
});

export type StoredPause = z.infer<typeof pauseSchema>;
export type StoredBlock = z.infer<typeof blockSchema>;
export type StoredDose = z.infer<typeof doseSchema>;
export type StoredScore = z.infer<typeof scoreSchema>;
export type StoredStep = z.infer<typeof stepSchema>;
export type Tension = z.infer<typeof tensionSchema>;
export type SessionFile = z.infer<typeof sessionFileSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
