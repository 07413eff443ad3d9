/** History read back, a month at a time: what it takes in memory does not grow with how much there is. */
import type { SessionFile } from "./format.ts";
import { amendmentsOf, monthsIn, readSession, type SessionFiles, sessionsIn, type Warn } from "./history-files.ts";
import { readIndex, signatureOf, writeIndex } from "./index-file.ts";
import type { Places } from "./places.ts";
import { amended, type SessionSummary, summaryOf } from "./summary.ts";
import type { Unfinished } from "./unfinished.ts";

export interface HistoryQuery {
  /** Only sessions that started at or after this moment (ISO 8601 in UTC). */
  readonly since?: string | undefined;
  readonly newestFirst?: boolean;
  /** Sessions that are not over, which have no file yet. */
  readonly unfinished?: readonly Unfinished[];
}

/** A session with where it lies; `files` is null while it is not over. */
export interface Found {
  readonly summary: SessionSummary;
  readonly files: SessionFiles | null;
}

/** Every session by its start; those that cannot be read are named through `warn` and passed over. */
export function* history(places: Places, query: HistoryQuery, warn: Warn): Generator<Found> {
  const { since = "", newestFirst = false } = query;
  const open = (query.unfinished ?? []).map(
    (one): Found => ({ summary: unfinishedSummary(places, one, warn), files: null }),
  );
  const months = new Set([...monthsIn(places.sessions), ...open.map((one) => monthOf(one.summary))]);
  const sorted = [...months].sort().filter((month) => month >= since.slice(0, 7).replace("-", "/"));
  for (const month of newestFirst ? sorted.reverse() : sorted) {
    const found = [...readMonth(places, month, warn), ...open.filter((one) => monthOf(one.summary) === month)]
      .filter((one) => one.summary.startedAt >= since)
      .sort((a, b) => compare(a.summary, b.summary));
    yield* newestFirst ? found.reverse() : found;
  }
}

/** The sessions of one month, from the index where it still holds, else from their files. */
function readMonth(places: Places, month: string, warn: Warn): Found[] {
  const before = readIndex(places, month);
  const after = new Map<string, SessionSummary>();
  const found = new Map<string, Found>();
  let hits = 0;
  for (const files of sessionsIn(places.sessions, month)) {
    const signature = signatureOf(files);
    const known = signature === null ? undefined : before.get(signature);
    const summary = known ?? read(places, files, warn);
    if (!summary) continue;
    if (known) hits += 1;
    if (signature !== null) after.set(signature, summary);
    // A copy of a session adds nothing.
    if (!found.has(summary.id)) found.set(summary.id, { summary, files });
  }
  if (hits !== after.size || after.size !== before.size) writeIndex(places, month, after);
  return [...found.values()];
}

function read(places: Places, files: SessionFiles, warn: Warn): SessionSummary | null {
  const session = readSession(places, files, warn);
  return session && summaryOf(session);
}

/** A session whole, as it is now: from its file, or from its journal while it is not over. */
export function wholeSession(
  places: Places,
  found: Found,
  unfinished: readonly Unfinished[],
  warn: Warn,
): SessionFile | null {
  if (found.files) return readSession(places, found.files, warn);
  const open = unfinished.find((one) => one.recording.started.id === found.summary.id);
  return open ? unfinishedSession(places, open, warn) : null;
}

function unfinishedSession(places: Places, { recording }: Unfinished, warn: Warn): SessionFile {
  const session = recording.session();
  return amended(session, amendmentsOf(places, session, warn));
}

function unfinishedSummary(places: Places, one: Unfinished, warn: Warn): SessionSummary {
  return summaryOf(unfinishedSession(places, one, warn), "unfinished");
}

function monthOf({ startedAt }: SessionSummary): string {
  return startedAt.slice(0, 7).replace("-", "/");
}

function compare(a: SessionSummary, b: SessionSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
