/** History read back, a month at a time: what it takes in memory does not grow with how much there is. */
import { dayText, localDay, parseDay, parseMoment } from "../../calendar.ts";
import type { SessionFile } from "../format.ts";
import { monthOf } from "../names.ts";
import type { Places } from "../places.ts";
import type { Unfinished } from "../write/unfinished.ts";
import { amendmentsOf, type OnFault, readSession, setAside, unreadable, type Warn } from "./history-files.ts";
import { type Found, readMonth } from "./month.ts";
import { monthsIn } from "./months.ts";
import { amended, type SessionSummary, summaryOf } from "./summary.ts";

export type { Found };

export interface HistoryQuery {
  /** Only sessions from then on: a moment (ISO 8601 in UTC), or a day by each session's own clock ("2026-11-22"). */
  readonly since?: string | undefined;
  readonly newestFirst?: boolean;
  /** Sessions that are not over, which have no file yet. */
  readonly unfinished?: readonly Unfinished[];
}

/** Every session by its start; those that cannot be read are named through `warn` and passed over. */
export function* history(places: Places, query: HistoryQuery, warn: Warn): Generator<Found> {
  const { newestFirst = false } = query;
  const from = beginning(query.since ?? "");
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
  const sorted = [...months].sort().filter((month) => month >= from.month);
  for (const month of newestFirst ? sorted.reverse() : sorted) {
    const filed = readMonth(places, month, onFault);
    // One that is not over may have been filed since the journals were looked through.
    const others = open.filter(
      ({ summary: { id, startedAt } }) =>
        monthOf(startedAt) === month && !filed.some(({ summary }) => summary.id === id),
    );
    const found = [...filed, ...others]
      .filter((one) => from.includes(one.summary))
      .sort((a, b) => compare(a.summary, b.summary));
    yield* newestFirst ? found.reverse() : found;
  }
}

/** The first month that is looked into, and which of its sessions count. */
interface Beginning {
  readonly month: string;
  includes(session: SessionSummary): boolean;
}

function beginning(since: string): Beginning {
  const day = parseDay(since);
  if (day === null) return { month: since && monthOf(since), includes: ({ startedAt }) => startedAt >= since };
  return {
    // Ahead of UTC a day begins on the day before.
    month: monthOf(dayText(day - 1)),
    includes: ({ startedAt, utcOffsetMinutes }) => localDay(parseMoment(startedAt) ?? 0, utcOffsetMinutes) >= day,
  };
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
