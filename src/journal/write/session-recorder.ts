/** Keeps a session while it runs: happenings in, lines of its journal out, and at the end the file for good. */
import { join } from "node:path";
import { formatTimestamp } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import type { DatedHappening, Session, SessionSubscriber } from "../../session/types.ts";
import { buildFileStem, createId } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import { cleanAdjustments, cleanScreeningWarnings, type SessionAnswers } from "../session-format.ts";
import { AppendOnlyFile } from "./append-only-file.ts";
import { closeJournal, type SaveResult } from "./close-journal.ts";
import {
  buildEventLines,
  type EventLine,
  formatJournalLine,
  JOURNAL_FORMAT,
  JOURNAL_VERSION,
} from "./journal-lines.ts";
import { computeFingerprint, packPlan } from "./packed-plan.ts";
import { RecordedSession } from "./recorded-session.ts";
import type { UnfinishedSession } from "./unfinished-sessions.ts";
import { identifyCurrentProcess } from "./writer-process.ts";

export interface RecorderOptions {
  readonly paths: JournalPaths;
  readonly plan: Plan;
  /** The version of the program. */
  readonly programVersion: string;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly marks?: readonly string[];
  readonly speed: number;
  /** Minutes by which local time is ahead of UTC at a moment. */
  readonly utcOffsetMinutes: (epochMs: number) => number;
  /** The session that is taken up; its journal was claimed (see `claim`). */
  readonly from?: UnfinishedSession;
}

export interface SessionRecorder {
  /** Hears the session; give it to `session.subscribe`. Never throws. */
  readonly subscriber: SessionSubscriber;
  /** The answers to the questions after the last set, as far as they are given; once it is closed nothing is taken. */
  recordAnswers(answers: SessionAnswers, epochMs: number): void;
  /**
   * Closes the journal: a finished session becomes its file, one that was quit stays to be taken up, a false start is
   * forgotten. Says what became of it, and hands over what could not be kept. The second call says the same.
   */
  close(): SaveResult;
}

export function createSessionRecorder(options: RecorderOptions): SessionRecorder {
  return new JournalRecorder(options);
}

class JournalRecorder implements SessionRecorder {
  readonly #options: RecorderOptions;
  #recording: RecordedSession | null;
  #file: AppendOnlyFile | null;
  #fault: Error | null = null;
  #kept: SaveResult | null = null;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#recording = options.from?.recording ?? null;
    this.#file = options.from ? new AppendOnlyFile(options.from.path) : null;
  }

  subscriber = (dated: readonly DatedHappening[], session: Session): void => {
    if (this.#kept) return;
    const [first] = dated;
    let text = "";
    if (first?.happening.type === "session-started") text = this.#begin(first);
    const lines = buildEventLines(this.#options.plan, dated);
    for (const line of lines) this.#recording?.apply(line);
    this.#append(text + lines.map(formatJournalLine).join(""), session);
  };

  recordAnswers(answers: SessionAnswers, epochMs: number): void {
    if (this.#kept) return;
    const line: EventLine = { line: "answered", time: formatTimestamp(epochMs), ...answers };
    this.#recording?.apply(line);
    this.#append(formatJournalLine(line), null);
  }

  close(): SaveResult {
    this.#file?.close();
    this.#kept ??= closeJournal(this.#options.paths, this.#recording, {
      path: this.#file?.path ?? null,
      fault: this.#fault,
    });
    return this.#kept;
  }

  /** The first line of a new journal, or the line that says that an earlier one goes on. */
  #begin({ happening, dueEpochMs }: DatedHappening): string {
    const { plan, paths } = this.#options;
    const time = formatTimestamp(dueEpochMs);
    if (this.#recording) {
      const index = this.#recording.nextStepIndex;
      const line: EventLine = {
        line: "continued",
        at: happening.atMs / 1000,
        time,
        index,
        ...identifyCurrentProcess(),
      };
      this.#recording.apply(line);
      // The file may end within a line.
      return `\n${formatJournalLine(line)}`;
    }
    const packed = packPlan(plan);
    const started = {
      line: "started" as const,
      format: JOURNAL_FORMAT as typeof JOURNAL_FORMAT,
      version: JOURNAL_VERSION as typeof JOURNAL_VERSION,
      id: createId(),
      program: this.#options.programVersion,
      time,
      utcOffsetMinutes: this.#options.utcOffsetMinutes(dueEpochMs),
      ...identifyCurrentProcess(),
      speed: this.#options.speed,
      adjustments: cleanAdjustments(this.#options.adjustments),
      ...(this.#options.marks?.length ? { marks: cleanScreeningWarnings(this.#options.marks) } : {}),
      planFingerprint: computeFingerprint(packed),
      plan: packed,
    };
    this.#recording = new RecordedSession(started);
    this.#file = new AppendOnlyFile(join(paths.journal, `${buildFileStem(time, started.id)}.jsonl`));
    return formatJournalLine(started);
  }

  /** Writes; the first time that it cannot, the person is told. What waits is written when it can be again. */
  #append(text: string, session: Session | null): void {
    if (!this.#file || text === "") return;
    try {
      this.#file.append(text);
      this.#fault = null;
    } catch (error) {
      if (this.#fault === null) {
        session?.addNotice(
          `This session cannot be kept: ${(error as Error).message}. It goes on, and is shown at its end.`,
        );
      }
      this.#fault = error as Error;
    }
  }
}
