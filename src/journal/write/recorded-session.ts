/** A session put together from the lines of its journal: where it stands, what was done, and the file that it becomes. */

import { parseTimestamp } from "../../calendar.ts";
import type { Plan, PlanBlock, Step } from "../../plan/types.ts";
import { selectBetterRecord } from "../../player/state.ts";
import type { StepRecord } from "../../player/types.ts";
import {
  NO_ANSWERS,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionAnswers,
  type SessionFile,
  type StoredPause,
} from "../session-format.ts";
import { measureTension } from "../statistics/time-under-tension.ts";
import type { StoredBlock } from "../stored-block.ts";
import type { StoredStep } from "../stored-step.ts";
import type { EventLine, StartedLine } from "./journal-lines.ts";
import { unpackPlan } from "./packed-plan.ts";

/** A session as far as its lines tell; lines are taken in the order in which they were written. */
export class RecordedSession {
  readonly started: Omit<StartedLine, "plan">;
  readonly plan: Plan;
  readonly stepRecords: (StepRecord | undefined)[] = [];
  /** The step at whose start the session goes on: the one that was on at the last line. */
  nextStepIndex = 0;
  /** How it ended; null: it is on, or was cut off. */
  ended: "finished" | "quit" | null = null;
  answers: SessionAnswers = NO_ANSWERS;
  /** Who wrote last: the process that is, or was, leading the session. */
  writer: { readonly pid: number; readonly processStart: string | null };
  /** The moment of the last line: the last sign of life. */
  lastLineAt: string;
  /** Whole lines of its journal that were not understood; what stands around them is kept. */
  damagedLineCount = 0;
  /** The last moment of the session itself, without what was said after it. */
  #endedAt: string;
  readonly #pauses: StoredPause[] = [];
  #paused: { readonly at: number; readonly time: string; readonly reason: StoredPause["reason"] } | null = null;
  /** Session seconds of the stretches before this one, and where the present stretch began and stands. */
  #earlierSeconds = 0;
  #stretch = { from: 0, to: 0 };

  constructor({ plan, ...started }: StartedLine) {
    this.started = started;
    this.plan = unpackPlan(plan);
    this.writer = started;
    this.lastLineAt = started.time;
    this.#endedAt = started.time;
  }

  apply(line: EventLine): void {
    this.lastLineAt = line.time;
    if (line.line === "answered") {
      const { effort, tightness, tightnessSide } = line;
      this.answers = { effort, tightness, tightnessSide };
      return;
    }
    if (line.line === "continued") {
      this.#earlierSeconds = this.activeMs / 1000;
      this.#stretch = { from: line.at, to: line.at };
      this.#paused = null;
      this.ended = null;
      this.writer = line;
      this.nextStepIndex = line.index;
      return;
    }
    this.#endedAt = line.time;
    this.#stretch.to = Math.max(this.#stretch.to, line.at);
    switch (line.line) {
      case "step": {
        const record = { how: line.how, durationMs: Math.round(line.seconds * 1000), reps: line.reps };
        this.stepRecords[line.index] = selectBetterRecord(this.stepRecords[line.index], record);
        this.nextStepIndex = line.next ?? line.index + 1;
        return;
      }
      case "began":
        this.nextStepIndex = line.index;
        return;
      case "paused":
        this.#paused = { at: this.activeMs / 1000, time: line.time, reason: line.reason };
        return;
      case "resumed":
        this.#endPause(line.time);
        return;
      case "ended":
        // Who quits a session that is paused had that pause, too.
        this.#endPause(line.time);
        this.ended = line.how;
    }
  }

  #endPause(until: string): void {
    if (this.#paused) this.#pauses.push(buildStoredPause(this.#paused, until));
    this.#paused = null;
  }

  /** Whether every step was passed, even when the line that says so was not written any more. */
  get isFinished(): boolean {
    return this.ended === "finished" || (this.ended === null && this.nextStepIndex >= this.plan.steps.length);
  }

  /** Whether any time was spent in a set: what makes it a session rather than a false start. */
  get hasTraining(): boolean {
    return this.plan.steps.some((step) => step.kind === "set" && (this.stepRecords[step.index]?.durationMs ?? 0) > 0);
  }

  /** Session time so far, pauses not counted, in milliseconds. */
  get activeMs(): number {
    return Math.round((this.#earlierSeconds + this.#stretch.to - this.#stretch.from) * 1000);
  }

  /** The file that it becomes: finished when it was led to its end, else partial. */
  toSessionFile(): SessionFile {
    const { started, plan } = this;
    return {
      format: SESSION_FORMAT,
      version: SESSION_VERSION,
      id: started.id,
      program: started.program,
      routine: plan.routine,
      title: plan.title,
      level: plan.level,
      adjustments: [...started.adjustments],
      ...(started.marks ? { marks: [...started.marks] } : {}),
      planFingerprint: started.planFingerprint,
      speed: started.speed,
      status: this.isFinished ? "finished" : "partial",
      startedAt: started.time,
      endedAt: this.#endedAt,
      utcOffsetMinutes: started.utcOffsetMinutes,
      activeSeconds: this.activeMs / 1000,
      plannedSeconds: plan.totalMs / 1000,
      ...this.answers,
      notes: [],
      blocks: plan.blocks.map((block, index) => buildStoredBlock(plan, block, index)),
      pauses: this.#pauses,
      steps: plan.steps.flatMap((step) => {
        const record = this.stepRecords[step.index];
        return record ? [buildStoredStep(step, record)] : [];
      }),
    };
  }
}

function buildStoredPause(
  paused: { at: number; time: string; reason: StoredPause["reason"] },
  until: string,
): StoredPause {
  const lengthMs = (parseTimestamp(until) ?? 0) - (parseTimestamp(paused.time) ?? 0);
  return { at: paused.at, seconds: Math.max(0, lengthMs) / 1000, reason: paused.reason };
}

function buildStoredStep(step: Step, record: StepRecord): StoredStep {
  const tension = measureTension(step, record.durationMs);
  return {
    index: step.index,
    kind: step.kind,
    exercise: step.exercise,
    block: step.block,
    side: step.side,
    set: { index: step.set.index, of: step.set.of },
    reps: record.reps,
    plannedReps: step.reps,
    plannedSeconds: step.durationMs === null ? null : step.durationMs / 1000,
    actualSeconds: roundToMilliseconds(record.durationMs / 1000),
    how: record.how,
    ...(tension ? { tension } : {}),
  };
}

function buildStoredBlock(plan: Plan, block: PlanBlock, index: number): StoredBlock {
  const exercise = plan.exercises[block.exercise];
  const sets = plan.steps.filter((step) => step.kind === "set" && step.block === index);
  return {
    exercise: block.exercise,
    name: exercise?.name ?? block.exercise,
    kind: exercise?.kind ?? "",
    targets: [...(exercise?.targets ?? [])],
    sides: exercise?.sides ?? "both",
    section: plan.sections.find((section) => section.index === block.section)?.title ?? "",
    sets: sets.length,
    dose: {
      sets: block.sets,
      reps: block.reps,
      restSeconds: block.restMs / 1000,
      // One repetition of the first set stands for all.
      strokes: (sets[0]?.beats ?? [])
        .filter((beat) => beat.rep === 1)
        .map((beat) => ({ phase: beat.phase, seconds: beat.durationMs / 1000 })),
      text: block.dose,
    },
  };
}

function roundToMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
