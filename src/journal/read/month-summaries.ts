/** The sessions of one month, from its index where that still holds, else from their files. */

import type { JournalPaths } from "../journal-paths.ts";
import { computeSignature, readIndex, writeIndex } from "./month-index.ts";
import { listSessionFiles, type OnReadFault, readSession, type SessionFileSet } from "./session-files.ts";
import { type SessionSummary, summariseSessionFile } from "./session-summary.ts";

/** A session with where it lies; `files` is null while it is not over. */
export interface HistoryEntry {
  readonly summary: SessionSummary;
  readonly files: SessionFileSet | null;
}

/** Reads a month ("2026/11") and brings its index up to date. */
export function readMonth(places: JournalPaths, month: string, onFault: OnReadFault): HistoryEntry[] {
  const before = readIndex(places, month);
  const after = new Map<string, SessionSummary>();
  const found = new Map<string, HistoryEntry>();
  let hits = 0;
  for (const files of listSessionFiles(places.sessions, month, onFault)) {
    const signature = computeSignature(files);
    const known = signature === null ? undefined : before.get(signature);
    const summary = known ?? readSummary(files, onFault);
    if (!summary) continue;
    if (known) hits += 1;
    if (signature !== null) after.set(signature, summary);
    // A copy of a session adds nothing.
    if (!found.has(summary.id)) found.set(summary.id, { summary, files });
  }
  if (hits !== after.size || after.size !== before.size) writeIndex(places, month, after);
  return [...found.values()];
}

function readSummary(files: SessionFileSet, onFault: OnReadFault): SessionSummary | null {
  const session = readSession(files, onFault);
  return session && summariseSessionFile(session);
}
