/**
 * The journal of a running session: one line at its start, one at each step's end, one at each pause.
 *
 * The first line carries the whole plan, so that a session can be resumed whatever happens to its routine. Every line
 * stands on its own: whatever a truncated file still holds says what had been done and where the session stood.
 */
import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { Beat, Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { answerSchemas } from "./session-format.ts";
import {
  countSchema,
  durationSchema,
  lineSchema,
  pauseReasonSchema,
  sessionIdSchema,
  speedSchema,
  timestampSchema,
  utcOffsetSchema,
} from "./value-schemas.ts";

export const JOURNAL_FORMAT = "unwind-journal";
const JOURNAL_VERSION = 1;

/** The process that writes: its pid, and what distinguishes it from a later process with the same pid. */
const writerFields = { pid: countSchema, processStart: z.nullable(lineSchema) };

export const startedLineSchema = z.object({
  line: z.literal("started"),
  format: z.literal(JOURNAL_FORMAT),
  version: z.literal(JOURNAL_VERSION),
  id: sessionIdSchema,
  program: lineSchema,
  time: timestampSchema,
  utcOffsetMinutes: utcOffsetSchema,
  ...writerFields,
  speed: speedSchema,
  counted: z.exactOptional(z.literal(true)),
  adjustments: z.array(lineSchema),
  marks: z.optional(z.array(lineSchema)),
  planFingerprint: lineSchema,
  /** Written by this program, and compared with its fingerprint when read. */
  plan: z.custom<PackedPlan>((value) => typeof value === "object" && value !== null),
});

const timeFields = { at: durationSchema, time: timestampSchema };

/**
 * A step ended; its record is the result that counts so far. `next` is the step that then began, or that was quit.
 * `corrected`: it had ended before, and the person has set its record right.
 */
const stepSchema = z.object({
  line: z.literal("step"),
  ...timeFields,
  index: countSchema,
  how: z.enum(["completed", "skipped", "quit"]),
  seconds: durationSchema,
  reps: countSchema,
  next: z.nullable(countSchema),
  corrected: z.exactOptional(z.literal(true)),
  // Repeated for human readers; the plan is authoritative.
  label: lineSchema,
  plannedSeconds: z.nullable(durationSchema),
  plannedReps: countSchema,
});

/** A step began that did not follow from the end of another. */
const beganSchema = z.object({ line: z.literal("began"), ...timeFields, index: countSchema });
const pausedSchema = z.object({ line: z.literal("paused"), ...timeFields, reason: pauseReasonSchema });
const resumedSchema = z.object({ line: z.literal("resumed"), ...timeFields });
/** Another process resumed the session at the start of a step. */
const continuedSchema = z.object({
  line: z.literal("continued"),
  ...timeFields,
  index: countSchema,
  ...writerFields,
  speed: z.exactOptional(speedSchema),
});
const endedSchema = z.object({ line: z.literal("ended"), ...timeFields, how: z.enum(["finished", "quit"]) });
const answeredSchema = z.object({ line: z.literal("answered"), time: timestampSchema, ...answerSchemas });

export const eventLineSchema = z.discriminatedUnion("line", [
  stepSchema,
  beganSchema,
  pausedSchema,
  resumedSchema,
  continuedSchema,
  endedSchema,
  answeredSchema,
]);

export type StartedLine = z.infer<typeof startedLineSchema>;
export type EventLine = z.infer<typeof eventLineSchema>;

/** A plan whose steps share beats: each distinct list of beats is stored once. */
interface PackedPlan extends Omit<Plan, "steps"> {
  readonly beats: readonly (readonly Beat[])[];
  /** `beats` is the index of its list. */
  readonly steps: readonly (Omit<Step, "beats"> & { readonly beats: number })[];
}

export function packPlan(plan: Plan): PackedPlan {
  const indexes = new Map<string, number>();
  const beats: (readonly Beat[])[] = [];
  const steps = plan.steps.map((step) => {
    const key = JSON.stringify(step.beats);
    let index = indexes.get(key);
    if (index === undefined) {
      index = beats.push(step.beats) - 1;
      indexes.set(key, index);
    }
    return { ...step, beats: index };
  });
  return { ...plan, beats, steps };
}

export function unpackPlan({ beats, ...packed }: PackedPlan): Plan {
  return { ...packed, steps: packed.steps.map((step) => ({ ...step, beats: beats[step.beats] ?? [] })) };
}

/** The first line of a journal. */
export function createStartedLine(
  plan: Plan,
  facts: Omit<StartedLine, "line" | "format" | "version" | "planFingerprint" | "plan">,
): StartedLine {
  const packed = packPlan(plan);
  const planFingerprint = computeFingerprint(packed);
  return { line: "started", format: JOURNAL_FORMAT, version: JOURNAL_VERSION, ...facts, planFingerprint, plan: packed };
}

/** "sha256-" and 43 letters, of the packed plan's JSON: equal for equal plans, so that damage is noticed. */
export function computeFingerprint(packed: PackedPlan): string {
  return `sha256-${createHash("sha256").update(JSON.stringify(packed)).digest("base64url")}`;
}
