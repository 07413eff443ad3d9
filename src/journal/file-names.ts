/** The names of files in the history: they sort by time, are unique across machines, and say which session they are of. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { formatCompactTimestamp, parseTimestamp } from "../calendar.ts";

/** Without letters that are taken for figures: an id is read aloud and typed. */
const ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_LENGTH = 10;

/** Fifty random bits: sessions of many machines in one folder do not meet. */
export function createId(): string {
  return [...randomBytes(ID_LENGTH)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
}

/** "20261122T073000Z-3f9k2m7qab". @param startedAt ISO 8601 in UTC. */
export function buildFileStem(startedAt: string, id: string): string {
  return `${formatCompactTimestamp(parseTimestamp(startedAt) ?? 0)}-${id}`;
}

/** "2026/11", the folder of a session's month: by the start in UTC, the same on every machine. */
export function monthFolderOf(startedAt: string): string {
  return `${startedAt.slice(0, 4)}/${startedAt.slice(5, 7)}`;
}

/** The path of a session's file. */
export function sessionPath(sessions: string, { startedAt, id }: { startedAt: string; id: string }): string {
  return join(sessions, monthFolderOf(startedAt), `${buildFileStem(startedAt, id)}.json`);
}

/** The path of an amendment: beside the session, of a name that no other machine gives. */
export function amendmentPath(sessions: string, session: { startedAt: string; id: string }, at: string): string {
  const name = `${buildFileStem(session.startedAt, session.id)}.${formatCompactTimestamp(parseTimestamp(at) ?? 0)}-${createId()}.amend.json`;
  return join(sessions, monthFolderOf(session.startedAt), name);
}

/** What a name in a month's folder is of: the session's stem, and which of the two kinds; null for anything else. */
export function parseFileName(name: string): { readonly stem: string; readonly kind: "session" | "amendment" } | null {
  const match = /^(\d{8}T\d{6}Z-[0-9a-z]{4,32})(\.\d{8}T\d{6}Z-[0-9a-z]+\.amend)?\.json$/.exec(name);
  return match?.[1] ? { stem: match[1], kind: match[2] ? "amendment" : "session" } : null;
}
