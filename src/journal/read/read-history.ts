/** History read back, a month at a time: what it takes in memory does not grow with how much there is. */
import { formatDay, parseDay, parseTimestamp, toLocalDay } from "../../calendar.ts";
import { monthFolderOf } from "../file-names.ts";
import type { JournalPaths } from "../journal-paths.ts";
import type { SessionFile } from "../session-format.ts";
import type { UnfinishedSession } from "../write/unfinished-sessions.ts";
import { type HistoryEntry, readMonth } from "./month-summaries.ts";
import { listMonths } from "./months.ts";
import {
  createFaultHandler,
  type OnReadFault,
  readSession,
  readSessionAmendments,
  reportUnreadableFolder,
  type Warn,
} from "./session-files.ts";
import { applyAmendments, type SessionSummary, summariseSessionFile } from "./session-summary.ts";

export type { HistoryEntry };

export interface HistoryQuery {
  /** Only sessions from then on: a moment (ISO 8601 in UTC), or a day by each session's own clock ("2026-11-22"). */
  readonly since?: string | undefined;
  readonly newestFirst?: boolean;
  /** Sessions that are not over, which have no file yet. */
  readonly unfinished?: readonly UnfinishedSession[];
}

/** Every session by its start; those that cannot be read are named through `warn` and passed over. */
export function* readHistory(places: JournalPaths, query: HistoryQuery, warn: Warn): Generator<HistoryEntry> {
  const { newestFirst = false } = query;
  const from = parseSinceFilter(query.since ?? "");
  const onFault = createFaultHandler(places.damaged, warn);
  const open = (query.unfinished ?? []).map((one): HistoryEntry => {
    // One that is finished has no file while its person is still asked about it.
    const status = one.recording.isFinished ? "finished" : "unfinished";
    return { summary: summariseSessionFile(buildUnfinishedSessionFile(places, one, onFault), status), files: null };
  });
  const months = new Set([
    ...listMonths(places.sessions, reportUnreadableFolder(onFault)),
    ...open.map((one) => monthFolderOf(one.summary.startedAt)),
  ]);
  const sorted = [...months].sort().filter((month) => month >= from.firstMonth);
  for (const month of newestFirst ? sorted.reverse() : sorted) {
    const filed = readMonth(places, month, onFault);
    // One that is not over may have been filed since the journals were looked through.
    const others = open.filter(
      ({ summary: { id, startedAt } }) =>
        monthFolderOf(startedAt) === month && !filed.some(({ summary }) => summary.id === id),
    );
    const found = [...filed, ...others]
      .filter((one) => from.includes(one.summary))
      .sort((a, b) => compareByStart(a.summary, b.summary));
    yield* newestFirst ? found.reverse() : found;
  }
}

/** The first month that is looked into, and which of its sessions count. */
interface SinceFilter {
  readonly firstMonth: string;
  includes(session: SessionSummary): boolean;
}

function parseSinceFilter(since: string): SinceFilter {
  const day = parseDay(since);
  if (day === null)
    return { firstMonth: since && monthFolderOf(since), includes: ({ startedAt }) => startedAt >= since };
  return {
    // Ahead of UTC a day begins on the day before.
    firstMonth: monthFolderOf(formatDay(day - 1)),
    includes: ({ startedAt, utcOffsetMinutes }) => toLocalDay(parseTimestamp(startedAt) ?? 0, utcOffsetMinutes) >= day,
  };
}

/** A session whole, as it is now: from its file, or from its journal while it is not over. */
export function loadSession(
  places: JournalPaths,
  found: HistoryEntry,
  unfinished: readonly UnfinishedSession[],
  warn: Warn,
): SessionFile | null {
  const onFault = createFaultHandler(places.damaged, warn);
  if (found.files) return readSession(found.files, onFault);
  const open = unfinished.find((one) => one.recording.started.id === found.summary.id);
  return open ? buildUnfinishedSessionFile(places, open, onFault) : null;
}

function buildUnfinishedSessionFile(
  places: JournalPaths,
  { recording }: UnfinishedSession,
  onFault: OnReadFault,
): SessionFile {
  const session = recording.toSessionFile();
  return applyAmendments(session, readSessionAmendments(places.sessions, session, onFault));
}

function compareByStart(a: SessionSummary, b: SessionSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
