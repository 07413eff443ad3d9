/** Reads history one month at a time, so that memory does not grow with its length. */
import { formatDay, localDayOf, parseDay } from "../../calendar.ts";
import { listMonths } from "../../files/folders.ts";
import {
  createFaultReporter,
  type OnReadFault,
  reportUnreadableFolder,
  type Warn,
} from "../../files/versioned-files.ts";
import { type JournalPaths, monthFolderOf } from "../journal-paths.ts";
import type { SessionFile } from "../session-format.ts";
import { applyAmendments, hasStartedSet, type SessionSummary, summariseSessionFile } from "../session-summary.ts";
import { computeSignature, findIndexFolder, hasIndex, readIndex, writeIndex } from "./month-index.ts";
import type { UnfinishedSession } from "./recorded-session.ts";
import {
  ignoreFault,
  listSessionFiles,
  readSession,
  readSessionAmendments,
  type SessionFileSet,
} from "./session-files.ts";

/** A session and where it is stored; `files` is null while it is unfinished. */
export interface HistoryEntry {
  readonly summary: SessionSummary;
  readonly files: SessionFileSet | null;
}

/** Which sessions are meant, by when they began. */
export interface DayRange {
  /** Only from this time on: a timestamp (ISO 8601 UTC) or a day in each session's local time ("2026-11-22"). */
  readonly since?: string | undefined;
  /** Only up to this day in each session's local time, with it. */
  readonly until?: string | undefined;
}

export interface HistoryQuery extends DayRange {
  readonly newestFirst?: boolean;
  /** Rehearsals too: they are seen in lists, and count nowhere. */
  readonly rehearsals?: boolean;
  /** Unfinished sessions, which have no file yet. */
  readonly unfinished?: readonly UnfinishedSession[];
}

/** Every session with a set begun, in order of its start; unreadable ones are reported through `warn` and skipped. */
export function* readHistory(paths: JournalPaths, query: HistoryQuery, warn: Warn): Generator<HistoryEntry> {
  const { newestFirst = false, rehearsals = false } = query;
  const range = createRangeFilter(query);
  const onFault = createFaultReporter(warn);
  const open = (query.unfinished ?? []).map((session): HistoryEntry => {
    // A finished session has no file while its questions are still being answered.
    const status = session.recording.isFinished ? "finished" : "unfinished";
    return { summary: summariseSessionFile(buildUnfinishedSessionFile(paths, session, onFault), status), files: null };
  });
  const months = new Set([
    ...listMonths(paths.sessions, reportUnreadableFolder(onFault)),
    ...open.map(({ summary }) => monthFolderOf(summary.startedAt)),
  ]);
  const index = findIndexFolder(paths);
  const sorted = [...months].sort().filter((month) => month >= range.firstMonth && month <= range.lastMonth);
  for (const month of newestFirst ? sorted.reverse() : sorted) {
    const saved = readMonth(paths, index, month, onFault);
    // An unfinished session may have been saved since the journals were scanned.
    const others = open.filter(
      ({ summary: { id, startedAt } }) =>
        monthFolderOf(startedAt) === month && !saved.some(({ summary }) => summary.id === id),
    );
    const found = [...saved, ...others]
      .filter(({ summary }) => range.includes(summary) && isSession(summary) && (rehearsals || !summary.rehearsal))
      .sort((a, b) => compareByStart(a.summary, b.summary));
    yield* newestFirst ? found.reverse() : found;
  }
}

/** A false start is no session, unless something was said about it. */
function isSession(summary: SessionSummary): boolean {
  const { effort, pain, tightness, notes } = summary;
  return hasStartedSet(summary) || [effort, pain, tightness].some((answer) => answer !== null) || notes.length > 0;
}

/**
 * Indexes the months that have no index, as in a history never read on this machine: cloned, imported, or the cache was
 * cleared.
 *
 * @param onProgress called after each month with the share of them that is done, up to 1.
 */
export function indexHistory(paths: JournalPaths, onProgress: (share: number) => void): void {
  // Whoever reads the months afterwards hears of their faults.
  const unreadable = reportUnreadableFolder(ignoreFault);
  const index = findIndexFolder(paths);
  const months = listMonths(paths.sessions, unreadable).filter((month) => !hasIndex(index, month));
  for (const [place, month] of months.entries()) {
    readMonth(paths, index, month, ignoreFault);
    onProgress((place + 1) / months.length);
  }
}

/** Reads a month ("2026/11"), from its index where still valid, otherwise from its files; updates the index. */
function readMonth(paths: JournalPaths, index: string, month: string, onFault: OnReadFault): HistoryEntry[] {
  const before = readIndex(index, month);
  const after = new Map<string, SessionSummary>();
  const found = new Map<string, HistoryEntry>();
  let hits = 0;
  for (const files of listSessionFiles(paths.sessions, month, onFault)) {
    const signature = computeSignature(files);
    const indexed = signature === null ? undefined : before.get(signature);
    const summary = indexed ?? readSummary(files, onFault);
    if (!summary) continue;
    if (indexed) hits += 1;
    if (signature !== null) after.set(signature, summary);
    // A copy of a session is ignored.
    if (!found.has(summary.id)) found.set(summary.id, { summary, files });
  }
  if (hits !== after.size || after.size !== before.size) writeIndex(index, month, after);
  return [...found.values()];
}

function readSummary(files: SessionFileSet, onFault: OnReadFault): SessionSummary | null {
  const session = readSession(files, onFault);
  return session && summariseSessionFile(session);
}

/** The months to read, and which of their sessions match. */
interface RangeFilter {
  readonly firstMonth: string;
  readonly lastMonth: string;
  includes(session: Pick<SessionSummary, "startedAt" | "utcOffsetMinutes">): boolean;
}

export function createRangeFilter({ since = "", until = "" }: DayRange): RangeFilter {
  const first = parseDay(since);
  const last = parseDay(until) ?? Number.POSITIVE_INFINITY;
  return {
    // East of UTC a local day begins on the previous UTC day, and west of it ends on the next.
    firstMonth: first === null ? since && monthFolderOf(since) : monthFolderOf(formatDay(first - 1)),
    lastMonth: until === "" ? "9999/12" : monthFolderOf(formatDay(last + 1)),
    includes({ startedAt, utcOffsetMinutes }) {
      if (first === null && until === "") return startedAt >= since;
      const day = localDayOf(startedAt, utcOffsetMinutes);
      return (first === null ? startedAt >= since : day >= first) && day <= last;
    },
  };
}

/** A complete session as it is now: from its file, or from its journal while it is unfinished. */
export function loadSession(
  paths: JournalPaths,
  entry: HistoryEntry,
  unfinished: readonly UnfinishedSession[],
  warn: Warn,
): SessionFile | null {
  const onFault = createFaultReporter(warn);
  if (entry.files) return readSession(entry.files, onFault);
  const open = unfinished.find((one) => one.recording.started.id === entry.summary.id);
  return open ? buildUnfinishedSessionFile(paths, open, onFault) : null;
}

function buildUnfinishedSessionFile(
  paths: JournalPaths,
  { recording }: UnfinishedSession,
  onFault: OnReadFault,
): SessionFile {
  const session = recording.toSessionFile();
  return applyAmendments(session, readSessionAmendments(paths.sessions, session, onFault));
}

function compareByStart(a: SessionSummary, b: SessionSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
