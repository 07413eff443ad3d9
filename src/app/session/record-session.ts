/** Joins a session and the journal: opened without delaying the first frame, closed with a word about what was kept. */
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import type { Answers } from "../../journal/format.ts";
import type { Keeper } from "../../journal/write/keeper.ts";
import type { Unfinished } from "../../journal/write/unfinished.ts";
import type { Dated, Session } from "../../session/types.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import { VERSION } from "../../version.ts";
import type { Shell } from "../shell-environment.ts";

/** By then the first frame is on the screen; no step has ended. */
const AFTER_FIRST_FRAME_MS = 300;

export interface KeepOptions {
  readonly settings: Settings;
  /** What the person changed about the routine, as flags. */
  readonly adjustments: readonly string[];
  /** What was known when it began and should be seen beside it. */
  readonly marks?: readonly string[] | undefined;
  /** The session that is taken up, claimed for this process. */
  readonly from?: Unfinished | undefined;
  /** Open the journal before anything else, rather than after the first frame. */
  readonly atOnce: boolean;
}

export interface Keeping {
  /** Settles when the journal is open, or cannot be. */
  readonly ready: Promise<void>;
  /** Keeps the answers to the questions after the last set, as far as they are given. */
  answer(answers: Answers): Promise<void>;
  /** Closes the journal; resolves with a line for the person about what was kept, null when nothing was. */
  close(): Promise<string | null>;
}

/** Keeps a session from now on. What happens before the journal is open waits for it. */
export function keepSession(session: Session, options: KeepOptions, shell: Shell): Keeping {
  const waiting: (readonly Dated[])[] = [];
  let keeper: Keeper | null = null;
  session.subscribe("journal", (dated) => {
    if (keeper) keeper.subscriber(dated, session);
    else waiting.push(dated);
  });
  const open = async () => {
    if (keeper) return keeper;
    const [{ keep }, { placesOf }] = await Promise.all([
      import("../../journal/write/keeper.ts"),
      import("../open/journal-paths.ts"),
    ]);
    const { settings, adjustments, marks, from } = options;
    const opened = keep({
      places: placesOf(shell, settings),
      plan: session.plan,
      program: VERSION,
      adjustments,
      ...(marks ? { marks } : {}),
      speed: session.speed,
      utcOffsetMinutes,
      ...(from ? { from } : {}),
    });
    for (const dated of waiting.splice(0)) opened.subscriber(dated, session);
    keeper = opened;
    return opened;
  };
  let opening: Promise<Keeper> | null = null;
  const opened = () => {
    opening ??= open();
    return opening;
  };
  const ready = (options.atOnce ? Promise.resolve() : firstFrame()).then(opened).then(
    () => {},
    (error: Error) => session.notice(`This session cannot be kept: ${error.message}`),
  );
  const closed = async () => (await opened()).close();
  // Told to stop while questions are asked: what was finished is filed at once.
  shell.signal.addEventListener("abort", () => {
    if (session.state().status === "finished") void closed();
  });
  return {
    ready,
    answer: async (answers) => (await opened()).answer(answers, systemClock.epochMs()),
    close: async () => {
      const kept = await closed();
      switch (kept.type) {
        case "nothing":
          return null;
        case "kept":
          for (const warning of kept.warnings) shell.error(`unwind: ${safeText(warning)}`);
          return `Kept as ${kept.id}; see it with: unwind history show last`;
        case "unfinished":
          return `What was done is kept. Go on within a day with: unwind resume`;
        case "waiting":
          shell.error(`unwind: session ${kept.id} waits in ${safeText(kept.path)}: ${safeText(kept.why)}`);
          return null;
        case "unsaved":
          shell.error(`unwind: this session could not be kept: ${safeText(kept.why)}`);
          shell.error(`unwind: save what follows as ${safeText(kept.path)}`);
          shell.error(kept.text);
          return null;
      }
    },
  };
}

function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    systemClock.at(systemClock.monotonicMs() + AFTER_FIRST_FRAME_MS, resolve);
  });
}
