/** Keeps a session while it runs: happenings in, lines of its journal out, and at the end the file for good. */
import { join } from "node:path";
import { momentText } from "../../calendar.ts";
import type { Plan } from "../../plan/types.ts";
import type { Dated, Session, Subscriber } from "../../session/types.ts";
import { type Answers, cleanAdjustments, cleanMarks } from "../format.ts";
import { newId, stemOf } from "../names.ts";
import type { Places } from "../places.ts";
import { closeRecording, type Kept } from "./close.ts";
import { fingerprintOf, packPlan } from "./fingerprint.ts";
import { JournalFile } from "./journal-file.ts";
import { JOURNAL_FORMAT, JOURNAL_VERSION, type LaterLine, linesOf, lineText } from "./lines.ts";
import { thisProcess } from "./process.ts";
import { Recording } from "./recording.ts";
import type { Unfinished } from "./unfinished.ts";

export interface KeeperOptions {
  readonly places: Places;
  readonly plan: Plan;
  /** The version of the program. */
  readonly program: string;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly marks?: readonly string[];
  readonly speed: number;
  /** Minutes by which local time is ahead of UTC at a moment. */
  readonly utcOffsetMinutes: (epochMs: number) => number;
  /** The session that is taken up; its journal was claimed (see `claim`). */
  readonly from?: Unfinished;
}

export interface Keeper {
  /** Hears the session; give it to `session.subscribe`. Never throws. */
  readonly subscriber: Subscriber;
  /** The answers to the questions after the last set, as far as they are given; once it is closed nothing is taken. */
  answer(answers: Answers, epochMs: number): void;
  /**
   * Closes the journal: a finished session becomes its file, one that was quit stays to be taken up, a false start is
   * forgotten. Says what became of it, and hands over what could not be kept. The second call says the same.
   */
  close(): Kept;
}

export function keep(options: KeeperOptions): Keeper {
  return new RunningKeeper(options);
}

class RunningKeeper implements Keeper {
  readonly #options: KeeperOptions;
  #recording: Recording | null;
  #file: JournalFile | null;
  #fault: Error | null = null;
  #kept: Kept | null = null;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#recording = options.from?.recording ?? null;
    this.#file = options.from ? new JournalFile(options.from.path) : null;
  }

  subscriber = (dated: readonly Dated[], session: Session): void => {
    if (this.#kept) return;
    const [first] = dated;
    let text = "";
    if (first?.happening.type === "session-started") text = this.#begin(first);
    const lines = linesOf(this.#options.plan, dated);
    for (const line of lines) this.#recording?.take(line);
    this.#append(text + lines.map(lineText).join(""), session);
  };

  answer(answers: Answers, epochMs: number): void {
    if (this.#kept) return;
    const line: LaterLine = { line: "answered", time: momentText(epochMs), ...answers };
    this.#recording?.take(line);
    this.#append(lineText(line), null);
  }

  close(): Kept {
    this.#file?.close();
    this.#kept ??= closeRecording(this.#options.places, this.#recording, {
      path: this.#file?.path ?? null,
      fault: this.#fault,
    });
    return this.#kept;
  }

  /** The first line of a new journal, or the line that says that an earlier one goes on. */
  #begin({ happening, dueEpochMs }: Dated): string {
    const { plan, places } = this.#options;
    const time = momentText(dueEpochMs);
    if (this.#recording) {
      const index = this.#recording.next;
      const line: LaterLine = { line: "continued", at: happening.atMs / 1000, time, index, ...thisProcess() };
      this.#recording.take(line);
      // The file may end within a line.
      return `\n${lineText(line)}`;
    }
    const packed = packPlan(plan);
    const started = {
      line: "started" as const,
      format: JOURNAL_FORMAT as typeof JOURNAL_FORMAT,
      version: JOURNAL_VERSION as typeof JOURNAL_VERSION,
      id: newId(),
      program: this.#options.program,
      time,
      utcOffsetMinutes: this.#options.utcOffsetMinutes(dueEpochMs),
      ...thisProcess(),
      speed: this.#options.speed,
      adjustments: cleanAdjustments(this.#options.adjustments),
      ...(this.#options.marks?.length ? { marks: cleanMarks(this.#options.marks) } : {}),
      planFingerprint: fingerprintOf(packed),
      plan: packed,
    };
    this.#recording = new Recording(started);
    this.#file = new JournalFile(join(places.journal, `${stemOf(time, started.id)}.jsonl`));
    return lineText(started);
  }

  /** Writes; the first time that it cannot, the person is told. What waits is written when it can be again. */
  #append(text: string, session: Session | null): void {
    if (!this.#file || text === "") return;
    try {
      this.#file.append(text);
      this.#fault = null;
    } catch (error) {
      if (this.#fault === null) {
        session?.notice(
          `This session cannot be kept: ${(error as Error).message}. It goes on, and is shown at its end.`,
        );
      }
      this.#fault = error as Error;
    }
  }
}
