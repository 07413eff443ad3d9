/** Records a session while it runs: events in, journal lines out, and finally the session file. */
import { join } from "node:path";
import { formatTimestamp } from "../../calendar.ts";
import { describeError } from "../../errors.ts";
import { AppendOnlyFile } from "../../files/append-only-file.ts";
import type { Plan } from "../../plan/types.ts";
import type { DatedHappening, Session, SessionSubscriber } from "../../session/types.ts";
import { createStartedLine, type EventLine } from "../journal-format.ts";
import { buildFileStem, createId, type JournalPaths } from "../journal-paths.ts";
import { RecordedSession, type UnfinishedSession } from "../read/recorded-session.ts";
import type { SessionAnswers } from "../session-answers.ts";
import { cleanAdjustments, cleanScreeningWarnings } from "../session-text.ts";
import { closeJournal, type SaveResult } from "./close-journal.ts";
import { buildEventLines, formatJournalLine } from "./event-lines.ts";
import { identifyCurrentProcess } from "./writer-process.ts";

interface RecorderOptions {
  /** The id of a new session; random if omitted. */
  readonly id?: string;
  readonly paths: JournalPaths;
  readonly plan: Plan;
  /** The version of the program. */
  readonly programVersion: string;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known at the start and should be shown with the session. */
  readonly screeningWarnings?: readonly string[];
  readonly speed: number;
  /** Whether it counts as training at another speed than 1. */
  readonly isCounted?: boolean;
  /** Minutes by which local time is ahead of UTC. */
  readonly utcOffsetMinutes: (epochMs: number) => number;
  /** The session being resumed; its journal was claimed (see `claimSession`). */
  readonly resumedFrom?: UnfinishedSession;
}

export class SessionRecorder {
  readonly #options: RecorderOptions;
  #session: RecordedSession | null;
  #file: AppendOnlyFile | null;
  #writeError: Error | null = null;
  #result: SaveResult | null = null;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#session = options.resumedFrom?.recording ?? null;
    this.#file = options.resumedFrom ? new AppendOnlyFile(options.resumedFrom.path) : null;
  }

  /** Subscriber for `session.subscribe`. Never throws. */
  readonly subscriber: SessionSubscriber = (dated, session) => {
    if (this.#result) return;
    const [first] = dated;
    let text = "";
    if (first?.happening.type === "session-started") text = this.#writeFirstLine(first);
    const lines = buildEventLines(this.#options.plan, dated);
    for (const line of lines) this.#session?.apply(line);
    this.#append(text + lines.map(formatJournalLine).join(""), session);
  };

  /** Records the answers so far; ignored once closed. */
  recordAnswers(answers: SessionAnswers, epochMs: number): void {
    if (this.#result) return;
    const line: EventLine = { line: "answered", time: formatTimestamp(epochMs), ...answers };
    this.#session?.apply(line);
    this.#append(formatJournalLine(line), null);
  }

  /**
   * Closes the journal: a finished session is saved, one that was quit can be resumed, a false start is discarded.
   *
   * @returns what happened, and the text itself if nothing could be saved. Calling it again returns the same.
   */
  close(): SaveResult {
    this.#restore();
    this.#file?.close();
    this.#result ??= closeJournal(this.#options.paths, this.#session, {
      path: this.#file?.path ?? null,
      fault: this.#writeError,
    });
    return this.#result;
  }

  /** The first line of a new journal, or the line that continues an earlier one. */
  #writeFirstLine({ happening, dueEpochMs }: DatedHappening): string {
    const { plan, paths, screeningWarnings = [] } = this.#options;
    const time = formatTimestamp(dueEpochMs);
    if (this.#session) {
      const index = this.#session.nextStepIndex;
      const line: EventLine = {
        line: "continued",
        at: happening.atMs / 1000,
        time,
        index,
        ...identifyCurrentProcess(),
        ...(this.#options.speed === 1 ? {} : { speed: this.#options.speed }),
      };
      this.#session.apply(line);
      // The file may end mid-line.
      return `\n${formatJournalLine(line)}`;
    }
    const started = createStartedLine(plan, {
      id: this.#options.id ?? createId(),
      program: this.#options.programVersion,
      time,
      utcOffsetMinutes: this.#options.utcOffsetMinutes(dueEpochMs),
      ...identifyCurrentProcess(),
      speed: this.#options.speed,
      ...(this.#options.isCounted ? { counted: true as const } : {}),
      adjustments: cleanAdjustments(this.#options.adjustments),
      ...(screeningWarnings.length > 0 ? { marks: cleanScreeningWarnings(screeningWarnings) } : {}),
    });
    this.#session = new RecordedSession(started);
    this.#file = new AppendOnlyFile(join(paths.journal, `${buildFileStem(time, started.id)}.jsonl`));
    return formatJournalLine(started);
  }

  /** A journal that was removed in mid-session is written anew; what is said to be kept is kept. */
  #restore(): void {
    try {
      this.#file?.restore();
    } catch (error) {
      this.#writeError = error as Error;
    }
  }

  /** Appends; on the first failure the person is told. Pending text is written once that works again. */
  #append(text: string, session: Session | null): void {
    if (!this.#file || text === "") return;
    try {
      this.#file.append(text);
      this.#writeError = null;
    } catch (error) {
      if (this.#writeError === null) {
        session?.addNotice(
          `This session cannot be kept: ${describeError(error)}. It continues, and is printed at the end.`,
        );
      }
      this.#writeError = error as Error;
    }
  }
}
