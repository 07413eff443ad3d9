/** What the commands that look back begin with: where history lies, what is not over, and how faults are told. */

import { dayText, localDay, parseDay } from "../../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { Places } from "../../journal/places.ts";
import { type Found, type HistoryQuery, history } from "../../journal/read/history.ts";
import { indexAhead } from "../../journal/read/index-ahead.ts";
import { findUnfinished, type Unfinished } from "../../journal/write/unfinished.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import { progressBar } from "../progress-bar.ts";
import type { Shell } from "../shell-environment.ts";
import { placesOf } from "./journal-paths.ts";
import { openSettings } from "./settings.ts";

/** History, open for reading. */
export interface OpenHistory {
  readonly settings: Settings;
  readonly places: Places;
  /** Sessions that can be taken up, and those that are on in other processes. */
  readonly unfinished: readonly Unfinished[];
  readonly running: readonly Unfinished[];
  readonly nowEpochMs: number;
  /** The local day. */
  readonly today: number;
  /** A word about a file, on standard error; the same is said once. */
  readonly warn: (text: string) => void;
  /** Makes ready for going through every session: a history never read before is then read in a third of the time. */
  readAhead(): Promise<void>;
  /** Every session, those that are not over among them. */
  sessions(query?: Omit<HistoryQuery, "unfinished">): Generator<Found>;
}

/** Opens history. On the way sessions that nobody took up for a day are closed as partial. */
export function openHistory(shell: Shell, settings = openSettings(shell)): OpenHistory {
  const places = placesOf(shell, settings);
  const told = new Set<string>();
  // History is gone through more than once by some.
  const warn = (text: string) => {
    if (!told.has(text)) shell.error(`unwind: ${safeText(text)}`);
    told.add(text);
  };
  const nowEpochMs = systemClock.epochMs();
  const { unfinished, running, warnings } = findUnfinished(places, nowEpochMs);
  for (const warning of warnings) warn(warning);
  return {
    settings,
    places,
    unfinished,
    running,
    nowEpochMs,
    today: localDay(nowEpochMs, utcOffsetMinutes(nowEpochMs)),
    warn,
    readAhead: () => readAhead(places, shell),
    sessions: (query) => history(places, { ...query, unfinished: [...unfinished, ...running] }, warn),
  };
}

/** Most histories are read before anybody could look at a bar. */
const PATIENCE_MS = 400;

async function readAhead(places: Places, shell: Shell): Promise<void> {
  const bar = progressBar(shell);
  const fromMs = systemClock.monotonicMs() + PATIENCE_MS;
  await indexAhead(places, (share) => {
    if (systemClock.monotonicMs() >= fromMs) bar.show(share);
  }).finally(bar.clear);
}

/**
 * The day with which `--since` begins, which every session judges by its own clock: "2026-11-01" as it is, or so long
 * ago ("30d", "4w", "6m", "1y").
 *
 * @throws UserError (exit 2) for anything else.
 */
export function readSince(text: string, { today }: Pick<OpenHistory, "today">): string {
  const day = parseDay(text.trim()) ?? daysAgo(text.trim(), today);
  if (day === null) throw new UserError(`--since ${text}: expected a day such as 2026-11-01, or 30d, 4w, 6m, 1y`);
  return dayText(day);
}

const UNIT_DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

function daysAgo(text: string, today: number): number | null {
  const match = /^(\d{1,4})([dwmy])$/.exec(text);
  if (!match) return null;
  return Math.max(0, today - Number(match[1]) * UNIT_DAYS[match[2] as keyof typeof UNIT_DAYS]);
}

/**
 * The session that a word names: the beginning of its id, or `last`.
 *
 * @throws UserError (exit 2) when there is none, or more than one.
 */
export function sessionNamed(word: string, open: OpenHistory): Found {
  const wanted = word.trim().toLowerCase();
  const found: Found[] = [];
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
