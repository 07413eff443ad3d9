/** A session put together from the lines of its journal: where it stands, what was done, and the file that it becomes. */

import { parseMoment } from "../../calendar.ts";
import type { Plan, PlanBlock, Step } from "../../plan/types.ts";
import { betterRecord } from "../../player/state.ts";
import type { StepRecord } from "../../player/types.ts";
import {
  type Answers,
  type KeptPause,
  NO_ANSWERS,
  SESSION_FORMAT,
  SESSION_VERSION,
  type SessionFile,
} from "../format.ts";
import type { KeptBlock } from "../kept-block.ts";
import type { KeptStep } from "../kept-step.ts";
import { tensionOf } from "../statistics/tension.ts";
import { unpackPlan } from "./fingerprint.ts";
import type { LaterLine, StartedLine } from "./lines.ts";

/** A session as far as its lines tell; lines are taken in the order in which they were written. */
export class Recording {
  readonly started: Omit<StartedLine, "plan">;
  readonly plan: Plan;
  readonly records: (StepRecord | undefined)[] = [];
  /** The step at whose start the session goes on: the one that was on at the last line. */
  next = 0;
  /** How it ended; null: it is on, or was cut off. */
  ended: "finished" | "quit" | null = null;
  answers: Answers = NO_ANSWERS;
  /** Who wrote last: the process that is, or was, leading the session. */
  writer: { readonly pid: number; readonly processStart: string | null };
  /** The moment of the last line: the last sign of life. */
  lastTime: string;
  /** Whole lines of its journal that were not understood; what stands around them is kept. */
  damagedLines = 0;
  /** The last moment of the session itself, without what was said after it. */
  #endedAt: string;
  readonly #pauses: KeptPause[] = [];
  #paused: { readonly at: number; readonly time: string; readonly reason: KeptPause["reason"] } | null = null;
  /** Session seconds of the stretches before this one, and where the present stretch began and stands. */
  #earlierSeconds = 0;
  #stretch = { from: 0, to: 0 };

  constructor({ plan, ...started }: StartedLine) {
    this.started = started;
    this.plan = unpackPlan(plan);
    this.writer = started;
    this.lastTime = started.time;
    this.#endedAt = started.time;
  }

  take(line: LaterLine): void {
    this.lastTime = line.time;
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
      this.next = line.index;
      return;
    }
    this.#endedAt = line.time;
    this.#stretch.to = Math.max(this.#stretch.to, line.at);
    switch (line.line) {
      case "step": {
        const record = { how: line.how, durationMs: Math.round(line.seconds * 1000), reps: line.reps };
        this.records[line.index] = betterRecord(this.records[line.index], record);
        this.next = line.next ?? line.index + 1;
        return;
      }
      case "began":
        this.next = line.index;
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
    if (this.#paused) this.#pauses.push(pauseOf(this.#paused, until));
    this.#paused = null;
  }

  /** Whether every step was passed, even when the line that says so was not written any more. */
  get finished(): boolean {
    return this.ended === "finished" || (this.ended === null && this.next >= this.plan.steps.length);
  }

  /** Whether any time was spent in a set: what makes it a session rather than a false start. */
  get worked(): boolean {
    return this.plan.steps.some((step) => step.kind === "set" && (this.records[step.index]?.durationMs ?? 0) > 0);
  }

  /** Session time so far, pauses not counted, in milliseconds. */
  get activeMs(): number {
    return Math.round((this.#earlierSeconds + this.#stretch.to - this.#stretch.from) * 1000);
  }

  /** The file that it becomes: finished when it was led to its end, else partial. */
  session(): SessionFile {
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
      status: this.finished ? "finished" : "partial",
      startedAt: started.time,
      endedAt: this.#endedAt,
      utcOffsetMinutes: started.utcOffsetMinutes,
      activeSeconds: this.activeMs / 1000,
      plannedSeconds: plan.totalMs / 1000,
      ...this.answers,
      notes: [],
      blocks: plan.blocks.map((block, index) => blockOf(plan, block, index)),
      pauses: this.#pauses,
      steps: plan.steps.flatMap((step) => {
        const record = this.records[step.index];
        return record ? [stepOf(step, record)] : [];
      }),
    };
  }
}

function pauseOf(paused: { at: number; time: string; reason: KeptPause["reason"] }, until: string): KeptPause {
  const lengthMs = (parseMoment(until) ?? 0) - (parseMoment(paused.time) ?? 0);
  return { at: paused.at, seconds: Math.max(0, lengthMs) / 1000, reason: paused.reason };
}

function stepOf(step: Step, record: StepRecord): KeptStep {
  const tension = tensionOf(step, record.durationMs);
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
    actualSeconds: milliseconds(record.durationMs / 1000),
    how: record.how,
    ...(tension ? { tension } : {}),
  };
}

function blockOf(plan: Plan, block: PlanBlock, index: number): KeptBlock {
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

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
