/** The files of the history: which there are, what is in them, and what becomes of those that cannot be read. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder, moveIntoFolder, type OnUnreadableFolder } from "../../files/atomic-files.ts";
import { buildFileStem, monthFolderOf, parseFileName } from "../file-names.ts";
import type { Amendment, SessionFile } from "../session-format.ts";
import { applyAmendments } from "./session-summary.ts";
import { type ParseResult, parseAmendment, parseSessionFile } from "./versioned-formats.ts";

/** A session on the disk: its file and the amendments beside it, by name. */
export interface SessionFileSet {
  /** The folder of its month. */
  readonly folder: string;
  readonly name: string;
  readonly amendments: readonly string[];
}

/** Says what was wrong with a file and what was done about it. */
export type Warn = (text: string) => void;

/** Why a file was passed over. */
export type ReadFault =
  | { readonly type: "unreadable"; readonly why: string }
  | { readonly type: "later" }
  | { readonly type: "damaged"; readonly why: string };

/** Does what is to be done about a file that was passed over. */
export type OnReadFault = (path: string, fault: ReadFault) => void;

/** A file longer than this is no session: a day of one-second steps is a quarter of it. */
const MAX_FILE_LENGTH = 100_000_000;

/**
 * The sessions of a month by the names in its folder, the earliest first. A `.json` file of another name is taken in
 * too: programs that carry folders between machines give copies names of their own.
 */
export function listSessionFiles(sessions: string, month: string, onFault: OnReadFault): SessionFileSet[] {
  const folder = join(sessions, month);
  const named: string[] = [];
  const copies: string[] = [];
  const amendments = new Map<string, string[]>();
  for (const name of listFolder(folder, reportUnreadableFolder(onFault))) {
    if (!name.endsWith(".json") || name.startsWith(".")) continue;
    const known = parseFileName(name);
    // A copy of what was said, under another name, adds nothing to it.
    if (!known && name.includes(".amend")) continue;
    if (known?.kind === "amendment") amendments.set(known.stem, [...(amendments.get(known.stem) ?? []), name]);
    else (known ? named : copies).push(name);
  }
  // Copies come after what they are copies of, so that the first of an id is the session.
  return [...named, ...copies].map((name) => ({
    folder,
    name,
    amendments: amendments.get(name.slice(0, -".json".length)) ?? [],
  }));
}

/** Reads a session with its amendments; null when it is none. */
export function readSession({ folder, name, amendments }: SessionFileSet, onFault: OnReadFault): SessionFile | null {
  const session = readVersionedFile(join(folder, name), parseSessionFile, onFault);
  return session && applyAmendments(session, readAmendments(folder, amendments, onFault));
}

/** What was said later about a session that has no file yet, because it is not over. */
export function readSessionAmendments(sessions: string, session: SessionFile, onFault: OnReadFault): Amendment[] {
  const stem = buildFileStem(session.startedAt, session.id);
  const folder = join(sessions, monthFolderOf(session.startedAt));
  const names = listFolder(folder, reportUnreadableFolder(onFault)).filter((name) => {
    const known = parseFileName(name);
    return known?.kind === "amendment" && known.stem === stem;
  });
  return readAmendments(folder, names, onFault);
}

/**
 * The session in a file; null when there is none, "unread" when there is one that cannot be read and stays where it is.
 * A damaged one is set aside by `onFault`, and makes room for a whole one.
 */
export function readExistingSession(path: string, onFault: OnReadFault): SessionFile | "unread" | null {
  if (!existsSync(path)) return null;
  return readVersionedFile(path, parseSessionFile, onFault) ?? (existsSync(path) ? "unread" : null);
}

/**
 * Every file of a session in the folder of its month: its own, what was said about it, copies of these under any name.
 *
 * @throws when the folder cannot be read.
 */
export function listSessionPaths(folder: string, id: string): string[] {
  const names = listFolder(folder, (path, why) => {
    throw new Error(`${path} cannot be read: ${why}`);
  });
  const passOver = () => {};
  return names
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .filter((name) => {
      const stem = parseFileName(name)?.stem;
      if (stem !== undefined) return stem.endsWith(`-${id}`);
      const path = join(folder, name);
      return (
        readVersionedFile(path, parseSessionFile, passOver)?.id === id ||
        readVersionedFile(path, parseAmendment, passOver)?.session === id
      );
    })
    .map((name) => join(folder, name));
}

/** Tells of a folder as of a file. */
export function reportUnreadableFolder(onFault: OnReadFault): OnUnreadableFolder {
  return (path, why) => onFault(path, { type: "unreadable", why });
}

function readAmendments(folder: string, names: readonly string[], onFault: OnReadFault): Amendment[] {
  return names
    .flatMap((name) => readVersionedFile(join(folder, name), parseAmendment, onFault) ?? [])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function readVersionedFile<T>(path: string, read: (text: string) => ParseResult<T>, onFault: OnReadFault): T | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    onFault(path, { type: "unreadable", why: (error as Error).message });
    return null;
  }
  const found: ParseResult<T> = text.length > MAX_FILE_LENGTH ? { type: "foreign", why: "it is too long" } : read(text);
  if (found.type === "valid") return found.value;
  onFault(path, found.type === "later" ? { type: "later" } : { type: "damaged", why: found.why });
  return null;
}

/** Sets damaged files aside in a folder, and names every file that was passed over. */
export function createFaultHandler(damaged: string, warn: Warn): OnReadFault {
  return (path, fault) => {
    if (fault.type === "unreadable") warn(`${path} cannot be read: ${fault.why}`);
    // Another machine may run that version: the file is left where that machine looks for it.
    else if (fault.type === "later") warn(`${path} was written by a later version of unwind; it is left as it is`);
    else {
      try {
        warn(`${path} is damaged (${fault.why}); it was set aside as ${moveIntoFolder(damaged, path)}`);
      } catch {
        warn(`${path} is damaged and passed over: ${fault.why}`);
      }
    }
  };
}
