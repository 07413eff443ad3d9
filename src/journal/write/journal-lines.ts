/**
 * The lines of a running session's journal: one at its start, one at each step's end, one at each pause.
 *
 * The first line carries the whole plan, so that a session can be taken up whatever becomes of its routine. Every line
 * stands for itself: whatever a cut-off file still holds says what had been done and where the session stood.
 */
import * as z from "zod/mini";
import { formatTimestamp } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import type { Happening } from "../../player/types.ts";
import type { DatedHappening } from "../../session/types.ts";
import {
  answerSchemas,
  countSchema,
  lineSchema,
  secondsSchema,
  sessionIdSchema,
  timestampSchema,
  utcOffsetSchema,
} from "../session-format.ts";
import type { PackedPlan } from "./packed-plan.ts";

export const JOURNAL_FORMAT = "unwind-journal";
export const JOURNAL_VERSION = 1;

/** The process that writes: its number, and what tells it from a later process of the same number. */
const writerFields = { pid: countSchema, processStart: z.nullable(lineSchema) };

const startedSchema = z.object({
  line: z.literal("started"),
  format: z.literal(JOURNAL_FORMAT),
  version: z.literal(JOURNAL_VERSION),
  id: sessionIdSchema,
  program: lineSchema,
  time: timestampSchema,
  utcOffsetMinutes: utcOffsetSchema,
  ...writerFields,
  speed: z.number().check(z.gt(0), z.lte(1e6)),
  adjustments: z.array(lineSchema),
  marks: z.optional(z.array(lineSchema)),
  planFingerprint: lineSchema,
  /** Written by this program and held against its fingerprint when it is read. */
  plan: z.custom<PackedPlan>((value) => typeof value === "object" && value !== null),
});

const timeFields = { at: secondsSchema, time: timestampSchema };

/** A step ended; its record is what counts of it so far. `next` is the step that began then, or that was quit. */
const stepSchema = z.object({
  line: z.literal("step"),
  ...timeFields,
  index: countSchema,
  how: z.enum(["completed", "skipped", "quit"]),
  seconds: secondsSchema,
  reps: countSchema,
  next: z.nullable(countSchema),
  // Said again for people who read the file; the plan is what counts.
  label: lineSchema,
  plannedSeconds: z.nullable(secondsSchema),
  plannedReps: countSchema,
});

/** A step began that no step's end led to. */
const beganSchema = z.object({ line: z.literal("began"), ...timeFields, index: countSchema });
const pausedSchema = z.object({ line: z.literal("paused"), ...timeFields, reason: z.enum(["asked", "gap"]) });
const resumedSchema = z.object({ line: z.literal("resumed"), ...timeFields });
/** The session was taken up again, by another process, at the start of a step. */
const continuedSchema = z.object({ line: z.literal("continued"), ...timeFields, index: countSchema, ...writerFields });
const endedSchema = z.object({ line: z.literal("ended"), ...timeFields, how: z.enum(["finished", "quit"]) });
const answeredSchema = z.object({ line: z.literal("answered"), time: timestampSchema, ...answerSchemas });

export const startedLineSchema = startedSchema;
export const eventLineSchema = z.discriminatedUnion("line", [
  stepSchema,
  beganSchema,
  pausedSchema,
  resumedSchema,
  continuedSchema,
  endedSchema,
  answeredSchema,
]);

export type StartedLine = z.infer<typeof startedSchema>;
export type EventLine = z.infer<typeof eventLineSchema>;
export type JournalLine = StartedLine | EventLine;

/** The lines that a batch of happenings writes; its session-started is the caller's, who knows what stands around it. */
export function buildEventLines(plan: Plan, dated: readonly DatedHappening[]): EventLine[] {
  const lines: EventLine[] = [];
  for (const { happening, dueEpochMs } of dated) {
    const last = lines.at(-1);
    if (happening.type === "step-started" && last?.line === "step" && last.next === null) {
      lines[lines.length - 1] = { ...last, next: happening.step };
      continue;
    }
    // Who quits is still at the step: its record may say something better of it than that it was quit.
    if (happening.type === "session-ended" && happening.how === "quit" && last?.line === "step") {
      lines[lines.length - 1] = { ...last, next: last.index };
    }
    const written = buildEventLine(plan, happening, { at: happening.atMs / 1000, time: formatTimestamp(dueEpochMs) });
    if (written) lines.push(written);
  }
  return lines;
}

function buildEventLine(plan: Plan, happening: Happening, when: { at: number; time: string }): EventLine | null {
  switch (happening.type) {
    case "step-ended": {
      const planned = plan.steps[happening.step];
      return {
        line: "step",
        ...when,
        index: happening.step,
        how: happening.how,
        seconds: happening.durationMs / 1000,
        reps: happening.reps,
        next: null,
        label: planned?.label ?? "",
        plannedSeconds: planned?.durationMs == null ? null : planned.durationMs / 1000,
        plannedReps: planned?.reps ?? 0,
      };
    }
    case "step-started":
      return { line: "began", ...when, index: happening.step };
    case "paused":
      return { line: "paused", ...when, reason: happening.reason };
    case "resumed":
      return { line: "resumed", ...when };
    case "session-ended":
      return { line: "ended", ...when, how: happening.how };
    case "session-started":
    case "beat":
    case "mark":
    case "extended":
      return null;
  }
}

/** One line of the file, with its line break. */
export function formatJournalLine(written: JournalLine): string {
  return `${JSON.stringify(written)}\n`;
}
