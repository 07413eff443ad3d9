/** What the commands that look back begin with: where history lies, what is not over, and how faults are told. */

import { formatDay, parseDay, toLocalDay } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { JournalPaths } from "../../journal/journal-paths.ts";
import { type HistoryEntry, type HistoryQuery, indexHistory, readHistory } from "../../journal/read/read-history.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { scanJournals } from "../../journal/write/unfinished-sessions.ts";
import type { Settings } from "../../settings/definitions.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { createProgressBar } from "../progress-bar.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { resolveJournalPaths } from "./journal-paths.ts";
import { openSettings } from "./settings.ts";

/** History, open for reading. */
export interface HistoryContext {
  readonly settings: Settings;
  readonly journalPaths: JournalPaths;
  /** Sessions that can be taken up, and those that are on in other processes. */
  readonly unfinished: readonly UnfinishedSession[];
  readonly running: readonly UnfinishedSession[];
  readonly nowEpochMs: number;
  /** The local day. */
  readonly today: number;
  /** A word about a file, on standard error; the same is said once. */
  readonly warn: (text: string) => void;
  /** Indexes what was never read before, showing a progress bar if that takes a while. */
  prefetch(): void;
  /** Every session, those that are not over among them. */
  sessions(query?: Omit<HistoryQuery, "unfinished">): Generator<HistoryEntry>;
}

/** Opens history. On the way sessions that nobody took up for a day are closed as partial. */
export function openHistory(shell: ShellEnvironment, settings = openSettings(shell)): HistoryContext {
  const places = resolveJournalPaths(shell, settings);
  const told = new Set<string>();
  // History is gone through more than once by some.
  const warn = (text: string) => {
    if (!told.has(text)) shell.error(`unwind: ${escapeUnsafeText(text)}`);
    told.add(text);
  };
  const nowEpochMs = systemClock.epochMs();
  const { unfinished, running, warnings } = scanJournals(places, nowEpochMs);
  for (const warning of warnings) warn(warning);
  return {
    settings,
    journalPaths: places,
    unfinished,
    running,
    nowEpochMs,
    today: toLocalDay(nowEpochMs, utcOffsetMinutes(nowEpochMs)),
    warn,
    prefetch: () => prefetchWithProgress(places, warn, shell),
    sessions: (query) => readHistory(places, { ...query, unfinished: [...unfinished, ...running] }, warn),
  };
}

/** Most histories are read before anybody could look at a bar. */
const PROGRESS_BAR_DELAY_MS = 400;

function prefetchWithProgress(places: JournalPaths, warn: (text: string) => void, shell: ShellEnvironment): void {
  const bar = createProgressBar(shell);
  const fromMs = systemClock.monotonicMs() + PROGRESS_BAR_DELAY_MS;
  indexHistory(places, warn, (share) => {
    if (systemClock.monotonicMs() >= fromMs) bar.show(share);
  });
  bar.clear();
}

/**
 * The day with which `--since` begins, which every session judges by its own clock: "2026-11-01" as it is, or so long
 * ago ("30d", "4w", "6m", "1y").
 *
 * @throws UserError (exit 2) for anything else.
 */
export function parseSince(text: string, { today }: Pick<HistoryContext, "today">): string {
  const day = parseDay(text.trim()) ?? parseDaysAgo(text.trim(), today);
  if (day === null) throw new UserError(`--since ${text}: expected a day such as 2026-11-01, or 30d, 4w, 6m, 1y`);
  return formatDay(day);
}

const UNIT_DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

function parseDaysAgo(text: string, today: number): number | null {
  const match = /^(\d{1,4})([dwmy])$/.exec(text);
  if (!match) return null;
  return Math.max(0, today - Number(match[1]) * UNIT_DAYS[match[2] as keyof typeof UNIT_DAYS]);
}

/**
 * The session that a word names: the beginning of its id, or `last`.
 *
 * @throws UserError (exit 2) when there is none, or more than one.
 */
export function findSession(word: string, open: HistoryContext): HistoryEntry {
  const wanted = word.trim().toLowerCase();
  const found: HistoryEntry[] = [];
  for (const one of open.sessions({ newestFirst: true })) {
    const { id } = one.summary;
    if (wanted === "last" || id === wanted) return one;
    if (wanted !== "" && id.startsWith(wanted)) found.push(one);
  }
  const [first, second] = found;
  if (!first) {
    throw new UserError(wanted === "last" ? "there is no session yet" : `there is no session "${word}"`, {
      hint: wanted === "last" ? "begin one with: unwind run" : "see them with: unwind history",
    });
  }
  if (second) {
    throw new UserError(`"${word}" is the beginning of ${found.length} ids`, {
      hint: `say which: ${found
        .slice(0, 5)
        .map((one) => one.summary.id)
        .join(", ")}`,
    });
  }
  return first;
}
