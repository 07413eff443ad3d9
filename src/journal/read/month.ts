/** The sessions of one month, from its index where that still holds, else from their files. */

import type { Places } from "../places.ts";
import { type OnFault, readSession, type SessionFiles, sessionsIn } from "./history-files.ts";
import { readIndex, signatureOf, writeIndex } from "./index-file.ts";
import { type SessionSummary, summaryOf } from "./summary.ts";

/** A session with where it lies; `files` is null while it is not over. */
export interface Found {
  readonly summary: SessionSummary;
  readonly files: SessionFiles | null;
}

/** Reads a month ("2026/11") and brings its index up to date. */
export function readMonth(places: Places, month: string, onFault: OnFault): Found[] {
  const before = readIndex(places, month);
  const after = new Map<string, SessionSummary>();
  const found = new Map<string, Found>();
  let hits = 0;
  for (const files of sessionsIn(places.sessions, month, onFault)) {
    const signature = signatureOf(files);
    const known = signature === null ? undefined : before.get(signature);
    const summary = known ?? read(files, onFault);
    if (!summary) continue;
    if (known) hits += 1;
    if (signature !== null) after.set(signature, summary);
    // A copy of a session adds nothing.
    if (!found.has(summary.id)) found.set(summary.id, { summary, files });
  }
  if (hits !== after.size || after.size !== before.size) writeIndex(places, month, after);
  return [...found.values()];
}

function read(files: SessionFiles, onFault: OnFault): SessionSummary | null {
  const session = readSession(files, onFault);
  return session && summaryOf(session);
}
