/**
 * The lines of a running session's journal: one at its start, one at each step's end, one at each pause.
 *
 * The first line carries the whole plan, so that a session can be taken up whatever becomes of its routine. Every line
 * stands for itself: whatever a cut-off file still holds says what had been done and where the session stood.
 */
import * as z from "zod/mini";
import { momentText } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import type { Happening } from "../../player/types.ts";
import type { Dated } from "../../session/types.ts";
import { answers, count, line, moment, offset, seconds, sessionId } from "../format.ts";
import type { PackedPlan } from "./fingerprint.ts";

export const JOURNAL_FORMAT = "unwind-journal";
export const JOURNAL_VERSION = 1;

/** The process that writes: its number, and what tells it from a later process of the same number. */
const writer = { pid: count, processStart: z.nullable(line) };

const started = z.object({
  line: z.literal("started"),
  format: z.literal(JOURNAL_FORMAT),
  version: z.literal(JOURNAL_VERSION),
  id: sessionId,
  program: line,
  time: moment,
  utcOffsetMinutes: offset,
  ...writer,
  speed: z.number().check(z.gt(0), z.lte(1e6)),
  adjustments: z.array(line),
  marks: z.optional(z.array(line)),
  planFingerprint: line,
  /** Written by this program and held against its fingerprint when it is read. */
  plan: z.custom<PackedPlan>((value) => typeof value === "object" && value !== null),
});

const timed = { at: seconds, time: moment };

/** A step ended; its record is what counts of it so far. `next` is the step that began then, or that was quit. */
const step = z.object({
  line: z.literal("step"),
  ...timed,
  index: count,
  how: z.enum(["completed", "skipped", "quit"]),
  seconds,
  reps: count,
  next: z.nullable(count),
  // Said again for people who read the file; the plan is what counts.
  label: line,
  plannedSeconds: z.nullable(seconds),
  plannedReps: count,
});

/** A step began that no step's end led to. */
const began = z.object({ line: z.literal("began"), ...timed, index: count });
const paused = z.object({ line: z.literal("paused"), ...timed, reason: z.enum(["asked", "gap"]) });
const resumed = z.object({ line: z.literal("resumed"), ...timed });
/** The session was taken up again, by another process, at the start of a step. */
const continued = z.object({ line: z.literal("continued"), ...timed, index: count, ...writer });
const ended = z.object({ line: z.literal("ended"), ...timed, how: z.enum(["finished", "quit"]) });
const answered = z.object({ line: z.literal("answered"), time: moment, ...answers });

export const startedLine = started;
export const laterLine = z.discriminatedUnion("line", [step, began, paused, resumed, continued, ended, answered]);

export type StartedLine = z.infer<typeof started>;
export type LaterLine = z.infer<typeof laterLine>;
export type JournalLine = StartedLine | LaterLine;

/** The lines that a batch of happenings writes; its session-started is the caller's, who knows what stands around it. */
export function linesOf(plan: Plan, dated: readonly Dated[]): LaterLine[] {
  const lines: LaterLine[] = [];
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
    const written = lineOf(plan, happening, { at: happening.atMs / 1000, time: momentText(dueEpochMs) });
    if (written) lines.push(written);
  }
  return lines;
}

function lineOf(plan: Plan, happening: Happening, when: { at: number; time: string }): LaterLine | null {
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
export function lineText(written: JournalLine): string {
  return `${JSON.stringify(written)}\n`;
}
