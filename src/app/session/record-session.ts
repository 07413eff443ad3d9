/** Connects a session to the journal: opened without delaying the first frame, closed with a message about what was saved. */
import { systemClock, utcOffsetMinutes, waitUntil } from "../../clock.ts";
import { describeError, EXIT_CODES, SilentExit } from "../../errors.ts";
import { createId } from "../../journal/journal-paths.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import type { SessionAnswers } from "../../journal/session-answers.ts";
import type { SavedSession } from "../../journal/write/close-journal.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { VERSION } from "../../version.ts";
import { resolveJournalPaths } from "../open/settings.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { subscribeLater } from "./subscribe-later.ts";

/** By then the first frame is drawn, and no step has ended. */
const FIRST_FRAME_DELAY_MS = 300;

interface RecordOptions {
  readonly settings: Settings;
  /** The user's changes to the routine, as flags. */
  readonly adjustments: readonly string[];
  /** Screening warnings in force when it started, shown with it later. */
  readonly screeningWarnings?: readonly string[] | undefined;
  /** The session to resume, claimed for this process. */
  readonly resumedFrom?: UnfinishedSession | undefined;
  /** Whether it counts as training at another speed than 1. */
  readonly isCounted?: boolean | undefined;
  /** Open the journal at once, not after the first frame. */
  readonly immediately: boolean;
}

export interface RecorderHandle {
  /** The id that the session has in the history, and outside while it runs. */
  sessionId(): string;
  /** Resolves when the journal is open, or could not be opened. */
  readonly ready: Promise<void>;
  /** Records the answers to the questions after the last set, as far as they are given. */
  recordAnswers(answers: SessionAnswers): Promise<void>;
  /**
   * Closes the journal; resolves to a message about what was saved, null if there is none.
   *
   * @throws SilentExit (exit 73) if its file could not be written, after saying where it is, or printing it.
   */
  close(): Promise<string | null>;
}

/** Records a session from now on. Happenings are buffered until the journal is open. */
export function recordSession(session: Session, options: RecordOptions, shell: ShellEnvironment): RecorderHandle {
  let id = options.resumedFrom?.recording.started.id;
  const sessionId = () => {
    id ??= createId();
    return id;
  };
  const open = subscribeLater(session, "journal", async () => {
    const { SessionRecorder } = await import("../../journal/write/session-recorder.ts");
    const { settings, adjustments, screeningWarnings, resumedFrom, isCounted } = options;
    return new SessionRecorder({
      id: sessionId(),
      paths: resolveJournalPaths(shell, settings),
      plan: session.plan,
      programVersion: VERSION,
      adjustments,
      ...(screeningWarnings ? { screeningWarnings } : {}),
      speed: session.speed,
      ...(isCounted ? { isCounted } : {}),
      utcOffsetMinutes,
      ...(resumedFrom ? { resumedFrom } : {}),
    });
  });
  const delay = options.immediately
    ? Promise.resolve()
    : waitUntil(systemClock, systemClock.monotonicMs() + FIRST_FRAME_DELAY_MS);
  const ready = delay.then(open).then(
    () => {},
    (error: unknown) => session.addNotice(`This session cannot be kept: ${describeError(error)}`),
  );
  const close = async () => (await open()).close();
  // Asked to stop during the questions: the finished session is saved at once.
  shell.signal.addEventListener("abort", () => {
    if (session.state().status === "finished") void close();
  });
  return {
    sessionId,
    ready,
    recordAnswers: async (answers) => (await open()).recordAnswers(answers, systemClock.epochMs()),
    close: async () => {
      const outcome = await close();
      switch (outcome.type) {
        case "nothing":
          return null;
        case "kept":
          for (const warning of outcome.warnings) warn(shell, warning);
          return describeKeptSession(outcome);
        case "unfinished":
          return `What you did is kept. To continue within a day: unwind resume`;
        case "waiting":
          warn(shell, `session ${outcome.id} stays in ${outcome.path} until it can be saved: ${outcome.why}`);
          throw new SilentExit(EXIT_CODES.cannotWrite);
        case "unsaved":
          warn(shell, `this session could not be kept: ${outcome.why}`);
          warn(shell, `save what follows as ${outcome.path}`);
          shell.error(outcome.text);
          throw new SilentExit(EXIT_CODES.cannotWrite);
      }
    },
  };
}

function describeKeptSession({ id, isRehearsal }: SavedSession): string {
  return isRehearsal
    ? `Kept as ${id}, a rehearsal that counts in no statistic (--count makes it count)`
    : `Kept as ${id}; see it with: unwind history show last`;
}
