/** A session rebuilt from the lines of its journal: where it stands, what was done, and the session file it becomes. */
import { parseTimestamp } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import { enterStep, type SessionPlace } from "../../player/clocks.ts";
import { computeScores } from "../../player/score.ts";
import { createInitialState, selectBetterRecord } from "../../player/state.ts";
import type { StepRecord } from "../../player/types.ts";
import { type EventLine, type StartedLine, unpackPlan } from "../journal-format.ts";
import { NO_ANSWERS, type SessionAnswers } from "../session-answers.ts";
import { SESSION_FORMAT, SESSION_VERSION, type SessionFile, type StoredPause } from "../session-format.ts";
import { correctEnd } from "../session-summary.ts";
import { buildStoredBlock, buildStoredScore, buildStoredStep } from "./stored-parts.ts";

/** A session as far as its journal tells. Lines must be applied in the order in which they were written. */
export class RecordedSession {
  readonly started: Omit<StartedLine, "plan">;
  readonly plan: Plan;
  readonly stepRecords: (StepRecord | undefined)[] = [];
  /** Index of the step at which the session resumes: the one in progress at the last line. */
  nextStepIndex = 0;
  /** Where it stands on its way through the plan, with its clocks. */
  place: SessionPlace;
  /** How it ended; null while it is running or after it was cut off. */
  ended: "finished" | "quit" | null = null;
  answers: SessionAnswers = NO_ANSWERS;
  /** The process that wrote last: the one running the session. */
  writer: { readonly pid: number; readonly processStart: string | null };
  /** Time of the last line, the last sign of life. */
  lastLineAt: string;
  /** Number of journal lines that could not be read; the lines around them are kept. */
  damagedLineCount = 0;
  /** When the session itself ended, ignoring answers given afterwards. */
  #endedAt: string;
  #speed: number;
  readonly #pauses: StoredPause[] = [];
  #openPause: { readonly at: number; readonly time: string; readonly reason: StoredPause["reason"] } | null = null;
  /** Session seconds before the current segment, and where that segment began and now stands. */
  #earlierSegmentsSeconds = 0;
  #segment = { from: 0, to: 0 };

  constructor({ plan, ...started }: StartedLine) {
    this.started = started;
    this.plan = unpackPlan(plan);
    this.place = createInitialState();
    this.writer = started;
    this.lastLineAt = started.time;
    this.#endedAt = started.time;
    this.#speed = started.speed;
  }

  apply(line: EventLine): void {
    this.lastLineAt = line.time;
    if (line.line === "answered") {
      const { effort, tightness, tightnessSide, pain, skipReason } = line;
      this.answers = { effort, tightness, tightnessSide, pain, skipReason };
      return;
    }
    if (line.line === "continued") {
      this.#earlierSegmentsSeconds = this.activeMs / 1000;
      this.#segment = { from: line.at, to: line.at };
      this.#openPause = null;
      this.ended = null;
      // One part at another speed makes the whole a rehearsal.
      this.#speed = line.speed ?? this.#speed;
      this.writer = line;
      this.nextStepIndex = line.index;
      this.#enterStep(line.index, line.at);
      return;
    }
    if (line.line === "step" && line.corrected) {
      this.stepRecords[line.index] = toRecord(line);
      return;
    }
    this.#endedAt = line.time;
    this.#segment.to = Math.max(this.#segment.to, line.at);
    switch (line.line) {
      case "step": {
        this.stepRecords[line.index] = selectBetterRecord(this.stepRecords[line.index], toRecord(line));
        this.nextStepIndex = line.next ?? line.index + 1;
        if (line.next !== null) this.#enterStep(line.next, line.at);
        return;
      }
      case "began":
        this.nextStepIndex = line.index;
        this.#enterStep(line.index, line.at);
        return;
      case "paused":
        this.#openPause = { at: this.activeMs / 1000, time: line.time, reason: line.reason };
        return;
      case "resumed":
        this.#endPause(line.time);
        return;
      case "ended":
        // Quitting while paused counts the pause, too.
        this.#endPause(line.time);
        this.ended = line.how;
        if (line.how === "finished") this.#enterStep(this.plan.steps.length, line.at);
    }
  }

  #enterStep(index: number, atSeconds: number): void {
    this.place = enterStep(this.plan, this.place, index, Math.round(atSeconds * 1e6) / 1000);
  }

  #endPause(until: string): void {
    if (this.#openPause) this.#pauses.push(buildStoredPause(this.#openPause, until));
    this.#openPause = null;
  }

  /** Whether every step was passed, even if the line that says so was never written. */
  get isFinished(): boolean {
    return this.ended === "finished" || (this.ended === null && this.nextStepIndex >= this.plan.steps.length);
  }

  /** Whether a set was begun; without one the session was a false start. */
  get hasTraining(): boolean {
    return this.plan.steps.some((step) => {
      const record = this.stepRecords[step.index];
      return step.kind === "set" && record !== undefined && (record.how === "completed" || record.durationMs > 0);
    });
  }

  /** Session time so far in milliseconds, without pauses. */
  get activeMs(): number {
    return Math.round((this.#earlierSegmentsSeconds + this.#segment.to - this.#segment.from) * 1000);
  }

  /** The session file: finished if it ran to the end, otherwise partial. */
  toSessionFile(): SessionFile {
    const { started, plan } = this;
    // A copy, as what is worked out for a list of records is remembered.
    const records = [...this.stepRecords];
    const scores = computeScores(plan, { records, groupTimes: this.place.groupTimes, atMs: this.activeMs });
    return correctEnd({
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
      speed: this.#speed,
      ...(started.counted ? { counted: true as const } : {}),
      status: this.isFinished ? "finished" : "partial",
      startedAt: started.time,
      endedAt: this.#endedAt,
      utcOffsetMinutes: started.utcOffsetMinutes,
      activeSeconds: this.activeMs / 1000,
      plannedSeconds: plan.totalMs / 1000,
      ...this.answers,
      notes: [],
      blocks: plan.blocks.map((block, index) => buildStoredBlock(plan, block, index, records)),
      pauses: this.#pauses,
      ...(scores.length > 0 && { scores: scores.map(buildStoredScore) }),
      steps: plan.steps.flatMap((step) => {
        const record = this.stepRecords[step.index];
        return record ? [buildStoredStep(step, record)] : [];
      }),
    });
  }
}

function toRecord({ how, seconds, reps }: Extract<EventLine, { line: "step" }>): StepRecord {
  return { how, durationMs: Math.round(seconds * 1000), reps };
}

function buildStoredPause(
  pause: { at: number; time: string; reason: StoredPause["reason"] },
  until: string,
): StoredPause {
  const lengthMs = (parseTimestamp(until) ?? 0) - (parseTimestamp(pause.time) ?? 0);
  return { at: pause.at, seconds: Math.max(0, lengthMs) / 1000, reason: pause.reason };
}

/** An unfinished or running session with the path of its journal. */
export interface UnfinishedSession {
  readonly path: string;
  readonly recording: RecordedSession;
}
