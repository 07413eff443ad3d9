/** History read back, a month at a time: what it takes in memory does not grow with how much there is. */
import type { SessionFile } from "./format.ts";
import { amendmentsOf, type OnFault, readSession, setAside, unreadable, type Warn } from "./history-files.ts";
import { type Found, readMonth } from "./month.ts";
import { monthsIn } from "./months.ts";
import { monthOf } from "./names.ts";
import type { Places } from "./places.ts";
import { amended, type SessionSummary, summaryOf } from "./summary.ts";
import type { Unfinished } from "./unfinished.ts";

export type { Found };

export interface HistoryQuery {
  /** Only sessions that started at or after this moment (ISO 8601 in UTC). */
  readonly since?: string | undefined;
  readonly newestFirst?: boolean;
  /** Sessions that are not over, which have no file yet. */
  readonly unfinished?: readonly Unfinished[];
}

/** Every session by its start; those that cannot be read are named through `warn` and passed over. */
export function* history(places: Places, query: HistoryQuery, warn: Warn): Generator<Found> {
  const { since = "", newestFirst = false } = query;
  const onFault = setAside(places.damaged, warn);
  const open = (query.unfinished ?? []).map((one): Found => {
    // One that is finished has no file while its person is still asked about it.
    const status = one.recording.finished ? "finished" : "unfinished";
    return { summary: summaryOf(unfinishedSession(places, one, onFault), status), files: null };
  });
  const months = new Set([
    ...monthsIn(places.sessions, unreadable(onFault)),
    ...open.map((one) => monthOf(one.summary.startedAt)),
  ]);
  const sorted = [...months].sort().filter((month) => month >= monthOf(since));
  for (const month of newestFirst ? sorted.reverse() : sorted) {
    const found = [
      ...readMonth(places, month, onFault),
      ...open.filter((one) => monthOf(one.summary.startedAt) === month),
    ]
      .filter((one) => one.summary.startedAt >= since)
      .sort((a, b) => compare(a.summary, b.summary));
    yield* newestFirst ? found.reverse() : found;
  }
}

/** A session whole, as it is now: from its file, or from its journal while it is not over. */
export function wholeSession(
  places: Places,
  found: Found,
  unfinished: readonly Unfinished[],
  warn: Warn,
): SessionFile | null {
  const onFault = setAside(places.damaged, warn);
  if (found.files) return readSession(found.files, onFault);
  const open = unfinished.find((one) => one.recording.started.id === found.summary.id);
  return open ? unfinishedSession(places, open, onFault) : null;
}

function unfinishedSession(places: Places, { recording }: Unfinished, onFault: OnFault): SessionFile {
  const session = recording.session();
  return amended(session, amendmentsOf(places.sessions, session, onFault));
}

function compare(a: SessionSummary, b: SessionSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
