/** Where the journal is stored: what is kept in the history folder, and what belongs to this machine only. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { formatCompactTimestamp, parseTimestamp } from "../calendar.ts";
import type { PersonalFolders } from "../paths.ts";

export interface JournalPaths {
  /** `sessions/YYYY/MM/<time>-<id>.json`: what was done, permanently. May be in a folder shared between machines. */
  readonly sessions: string;
  /** Deleted files. */
  readonly trash: string;
  /** Unreadable files, moved aside. */
  readonly damaged: string;
  /** `<time>-<id>.jsonl`: sessions in progress or interrupted on this machine. */
  readonly journal: string;
  /** Cached summaries for fast reading; may be deleted at any time. */
  readonly index: string;
}

/** @param historyDir folder for sessions instead of the data folder; empty for the data folder. */
export function buildJournalPaths(
  { data, cache, state }: Pick<PersonalFolders, "data" | "cache" | "state">,
  historyDir = "",
): JournalPaths {
  const history = historyDir || data;
  return {
    sessions: join(history, "sessions"),
    trash: join(history, "trash"),
    damaged: join(history, "damaged"),
    journal: join(state, "journal"),
    index: join(cache, "history"),
  };
}

/** No letters that look like digits: ids are read aloud and typed. */
const ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_LENGTH = 10;

/** Fifty random bits, so that ids from several machines in one folder do not collide. */
export function createId(): string {
  return [...randomBytes(ID_LENGTH)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
}

/** What a session's files are named after. `startedAt` is ISO 8601 in UTC. */
interface SessionKey {
  readonly startedAt: string;
  readonly id: string;
}

/**
 * The stem of a session's file name, "20261122T073000Z-3f9k2m7qab": names sort by time, are unique across machines, and
 * identify the session.
 *
 * @param startedAt ISO 8601 in UTC.
 */
export function buildFileStem(startedAt: string, id: string): string {
  return `${formatCompactTimestamp(parseTimestamp(startedAt) ?? 0)}-${id}`;
}

/** The id in a stem. */
export function idOfStem(stem: string): string {
  return stem.slice(stem.indexOf("-") + 1);
}

/** The folder of a session's month, "2026/11", by its start in UTC so that every machine agrees. */
export function monthFolderOf(startedAt: string): string {
  return `${startedAt.slice(0, 4)}/${startedAt.slice(5, 7)}`;
}

/** The path of a session's file. */
export function sessionPath(sessions: string, { startedAt, id }: SessionKey): string {
  return join(sessions, monthFolderOf(startedAt), `${buildFileStem(startedAt, id)}.json`);
}

/** The path of an amendment: next to the session, under a name no other machine uses. @param at ISO 8601 in UTC. */
export function amendmentPath(sessions: string, { startedAt, id }: SessionKey, at: string): string {
  const name = `${buildFileStem(startedAt, id)}.${buildFileStem(at, createId())}.amend.json`;
  return join(sessions, monthFolderOf(startedAt), name);
}

/** What a file name in a month folder stands for: the session's stem and the kind of file; null for anything else. */
export function parseFileName(name: string): { readonly stem: string; readonly kind: "session" | "amendment" } | null {
  const match = /^(\d{8}T\d{6}Z-[0-9a-z]{4,32})(\.\d{8}T\d{6}Z-[0-9a-z]+\.amend)?\.json$/.exec(name);
  return match?.[1] ? { stem: match[1], kind: match[2] ? "amendment" : "session" } : null;
}
