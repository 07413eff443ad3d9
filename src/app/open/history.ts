/** Opens the history: its paths, unfinished sessions and warnings; and finds a session in it. */
import { findFirstWeekday, toLocalDay } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { EXIT_CODES, UserError } from "../../errors.ts";
import { describeObstacle } from "../../files/obstacle.ts";
import type { JournalPaths } from "../../journal/journal-paths.ts";
import { type HistoryEntry, type HistoryQuery, indexHistory, readHistory } from "../../journal/read/read-history.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { isInFuture } from "../../journal/session-summary.ts";
import { scanJournals } from "../../journal/write/unfinished-sessions.ts";
import type { Settings } from "../../settings/definitions.ts";
import { createProgressBar, warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { openSettings, resolveJournalPaths } from "./settings.ts";

/** An open history, for reading. */
export interface HistoryContext {
  readonly settings: Settings;
  readonly journalPaths: JournalPaths;
  /** Sessions that can be resumed, and sessions running in other processes. */
  readonly unfinished: readonly UnfinishedSession[];
  readonly running: readonly UnfinishedSession[];
  /** Sessions that are over, whose file cannot be written. */
  readonly waiting: readonly UnfinishedSession[];
  /** All three: what has no file yet. */
  readonly inJournals: readonly UnfinishedSession[];
  readonly nowEpochMs: number;
  /** Today, as a local day. */
  readonly today: number;
  /** The weekday on which weeks begin, 0 for Monday. */
  readonly firstWeekday: number;
  /** Prints a warning about a file on standard error, each one once. */
  readonly warn: (text: string) => void;
  /** Indexes what was never read before, showing a progress bar if that takes a while. */
  prefetch(): void;
  /** Every session, unfinished ones included. */
  sessions(query?: Omit<HistoryQuery, "unfinished">): Generator<HistoryEntry>;
}

/**
 * Opens the history. Sessions that were not resumed for a day are closed as partial.
 *
 * @throws UserError (exit 73) if a file is where the folder of the history should be.
 */
export function openHistory(shell: ShellEnvironment, settings = openSettings(shell)): HistoryContext {
  const journalPaths = resolveJournalPaths(shell, settings);
  for (const folder of [journalPaths.journal, journalPaths.sessions]) {
    const obstacle = describeObstacle(folder);
    if (obstacle !== null)
      throw new UserError(`there is no history: ${obstacle}`, { exitCode: EXIT_CODES.cannotWrite });
  }
  const reported = new Set<string>();
  // Some commands read the history more than once.
  const warnOnce = (text: string) => {
    if (!reported.has(text)) warn(shell, text);
    reported.add(text);
  };
  const nowEpochMs = systemClock.epochMs();
  const { unfinished, running, waiting, warnings } = scanJournals(journalPaths, nowEpochMs);
  for (const warning of warnings) warnOnce(warning);
  const inJournals = [...unfinished, ...running, ...waiting];
  return {
    settings,
    journalPaths,
    unfinished,
    running,
    waiting,
    inJournals,
    nowEpochMs,
    today: toLocalDay(nowEpochMs, utcOffsetMinutes(nowEpochMs)),
    get firstWeekday() {
      return WEEK_STARTS[settings.weekStart] ?? findFirstWeekday(shell.env);
    },
    warn: warnOnce,
    prefetch: () => prefetchWithProgress(journalPaths, shell),
    sessions: (query) => readHistory(journalPaths, { ...query, unfinished: inJournals }, warnOnce),
  };
}

/** The weekdays of the setting; the others follow the environment. */
const WEEK_STARTS: Readonly<Partial<Record<Settings["weekStart"], number>>> = { monday: 0, saturday: 5, sunday: 6 };

/** Most histories are read before a progress bar would be noticed. */
const PROGRESS_BAR_DELAY_MS = 400;

function prefetchWithProgress(journalPaths: JournalPaths, shell: ShellEnvironment): void {
  const bar = createProgressBar(shell);
  const fromMs = systemClock.monotonicMs() + PROGRESS_BAR_DELAY_MS;
  indexHistory(journalPaths, (share) => {
    if (systemClock.monotonicMs() >= fromMs) bar.show(share);
  });
  bar.clear();
}

/**
 * Finds a session by the beginning of its id, or `last`.
 *
 * @throws UserError (exit 2) if there is none, or more than one.
 */
export function findSession(argument: string, history: HistoryContext): HistoryEntry {
  const wanted = argument.trim().toLowerCase();
  const matches: HistoryEntry[] = [];
  let future: string | null = null;
  for (const entry of history.sessions({ newestFirst: true, rehearsals: true })) {
    const { id } = entry.summary;
    if (id === wanted) return entry;
    if (wanted === "last") {
      if (!isInFuture(entry.summary, history.nowEpochMs)) return entry;
      future = id;
    }
    if (wanted !== "" && id.startsWith(wanted)) matches.push(entry);
  }
  const [first, second] = matches;
  if (second) {
    const ids = matches.slice(0, 5).map(({ summary }) => summary.id);
    throw createAmbiguousIdError(argument, matches.length, `say which: ${ids.join(", ")}`);
  }
  if (first) return first;
  if (future !== null) {
    throw new UserError("every session is dated in the future", {
      hint: `a clock was wrong; change the date with: unwind history edit ${future} --at "today 18:00"`,
    });
  }
  if (wanted === "last") throw new UserError("there is no session yet", { hint: "start one with: unwind run" });
  throw new UserError(`there is no session "${argument}"`, { hint: "see them with: unwind history" });
}

export function createAmbiguousIdError(argument: string, count: number, hint: string): UserError {
  return new UserError(`"${argument}" is the beginning of ${count} ids`, { hint });
}
