/** Joins a session and the journal: opened without delaying the first frame, closed with a word about what was kept. */
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import type { SessionAnswers } from "../../journal/session-format.ts";
import type { SessionRecorder } from "../../journal/write/session-recorder.ts";
import type { DatedHappening, Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** By then the first frame is on the screen; no step has ended. */
const FIRST_FRAME_DELAY_MS = 300;

export interface RecordOptions {
  readonly settings: Settings;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly screeningWarnings?: readonly string[] | undefined;
  /** The session that is taken up, claimed for this process. */
  readonly resumedFrom?: UnfinishedSession | undefined;
  /** Open the journal before anything else, rather than after the first frame. */
  readonly immediately: boolean;
}

export interface RecorderHandle {
  /** Settles when the journal is open, or cannot be. */
  readonly ready: Promise<void>;
  /** Keeps the answers to the questions after the last set, as far as they are given. */
  recordAnswers(answers: SessionAnswers): Promise<void>;
  /** Closes the journal; resolves with a line for the person about what was kept, null when nothing was. */
  close(): Promise<string | null>;
}

/** Keeps a session from now on. What happens before the journal is open waits for it. */
export function recordSession(session: Session, options: RecordOptions, shell: ShellEnvironment): RecorderHandle {
  const waiting: (readonly DatedHappening[])[] = [];
  let keeper: SessionRecorder | null = null;
  session.subscribe("journal", (dated) => {
    if (keeper) keeper.subscriber(dated, session);
    else waiting.push(dated);
  });
  const open = async () => {
    if (keeper) return keeper;
    const [{ SessionRecorder }, { resolveJournalPaths }] = await Promise.all([
      import("../../journal/write/session-recorder.ts"),
      import("../open/journal-paths.ts"),
    ]);
    const { settings, adjustments, screeningWarnings, resumedFrom } = options;
    const opened = new SessionRecorder({
      paths: resolveJournalPaths(shell, settings),
      plan: session.plan,
      programVersion: VERSION,
      adjustments,
      ...(screeningWarnings ? { screeningWarnings } : {}),
      speed: session.speed,
      utcOffsetMinutes,
      ...(resumedFrom ? { resumedFrom } : {}),
    });
    for (const dated of waiting.splice(0)) opened.subscriber(dated, session);
    keeper = opened;
    return opened;
  };
  let opening: Promise<SessionRecorder> | null = null;
  const opened = () => {
    opening ??= open();
    return opening;
  };
  const ready = (options.immediately ? Promise.resolve() : waitForFirstFrame()).then(opened).then(
    () => {},
    (error: Error) => session.addNotice(`This session cannot be kept: ${error.message}`),
  );
  const closed = async () => (await opened()).close();
  // Told to stop while questions are asked: what was finished is filed at once.
  shell.signal.addEventListener("abort", () => {
    if (session.state().status === "finished") void closed();
  });
  return {
    ready,
    recordAnswers: async (answers) => (await opened()).recordAnswers(answers, systemClock.epochMs()),
    close: async () => {
      const kept = await closed();
      switch (kept.type) {
        case "nothing":
          return null;
        case "kept":
          for (const warning of kept.warnings) shell.error(`unwind: ${escapeUnsafeText(warning)}`);
          return `Kept as ${kept.id}; see it with: unwind history show last`;
        case "unfinished":
          return `What was done is kept. Go on within a day with: unwind resume`;
        case "waiting":
          shell.error(
            `unwind: session ${kept.id} waits in ${escapeUnsafeText(kept.path)}: ${escapeUnsafeText(kept.why)}`,
          );
          return null;
        case "unsaved":
          shell.error(`unwind: this session could not be kept: ${escapeUnsafeText(kept.why)}`);
          shell.error(`unwind: save what follows as ${escapeUnsafeText(kept.path)}`);
          shell.error(kept.text);
          return null;
      }
    },
  };
}

function waitForFirstFrame(): Promise<void> {
  return new Promise((resolve) => {
    systemClock.callAt(systemClock.monotonicMs() + FIRST_FRAME_DELAY_MS, resolve);
  });
}
