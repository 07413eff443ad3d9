/** The files of the history: which there are, what is in them, and what becomes of those that cannot be read. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { moveInto, namesIn, type Unreadable } from "../../files/files.ts";
import type { Amendment, SessionFile } from "../format.ts";
import { kindOfName, monthOf, stemOf } from "../names.ts";
import { type Read, readAmendment, readSessionFile } from "./migrate.ts";
import { amended } from "./summary.ts";

/** A session on the disk: its file and the amendments beside it, by name. */
export interface SessionFiles {
  /** The folder of its month. */
  readonly folder: string;
  readonly name: string;
  readonly amendments: readonly string[];
}

/** Says what was wrong with a file and what was done about it. */
export type Warn = (text: string) => void;

/** Why a file was passed over. */
export type Fault =
  | { readonly type: "unreadable"; readonly why: string }
  | { readonly type: "later" }
  | { readonly type: "damaged"; readonly why: string };

/** Does what is to be done about a file that was passed over. */
export type OnFault = (path: string, fault: Fault) => void;

/** A file longer than this is no session: a day of one-second steps is a quarter of it. */
const MOST_BYTES = 100_000_000;

/**
 * The sessions of a month by the names in its folder, the earliest first. A `.json` file of another name is taken in
 * too: programs that carry folders between machines give copies names of their own.
 */
export function sessionsIn(sessions: string, month: string, onFault: OnFault): SessionFiles[] {
  const folder = join(sessions, month);
  const named: string[] = [];
  const copies: string[] = [];
  const amendments = new Map<string, string[]>();
  for (const name of namesIn(folder, unreadable(onFault))) {
    if (!name.endsWith(".json") || name.startsWith(".")) continue;
    const known = kindOfName(name);
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
export function readSession({ folder, name, amendments }: SessionFiles, onFault: OnFault): SessionFile | null {
  const session = readOne(join(folder, name), readSessionFile, onFault);
  return session && amended(session, readAmendments(folder, amendments, onFault));
}

/** What was said later about a session that has no file yet, because it is not over. */
export function amendmentsOf(sessions: string, session: SessionFile, onFault: OnFault): Amendment[] {
  const stem = stemOf(session.startedAt, session.id);
  const folder = join(sessions, monthOf(session.startedAt));
  const names = namesIn(folder, unreadable(onFault)).filter((name) => {
    const known = kindOfName(name);
    return known?.kind === "amendment" && known.stem === stem;
  });
  return readAmendments(folder, names, onFault);
}

/**
 * The session in a file; null when there is none, "unread" when there is one that cannot be read and stays where it is.
 * A damaged one is set aside by `onFault`, and makes room for a whole one.
 */
export function existingSession(path: string, onFault: OnFault): SessionFile | "unread" | null {
  if (!existsSync(path)) return null;
  return readOne(path, readSessionFile, onFault) ?? (existsSync(path) ? "unread" : null);
}

/**
 * Every file of a session in the folder of its month: its own, what was said about it, copies of these under any name.
 *
 * @throws when the folder cannot be read.
 */
export function pathsOf(folder: string, id: string): string[] {
  const names = namesIn(folder, (path, why) => {
    throw new Error(`${path} cannot be read: ${why}`);
  });
  const passOver = () => {};
  return names
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .filter((name) => {
      const stem = kindOfName(name)?.stem;
      if (stem !== undefined) return stem.endsWith(`-${id}`);
      const path = join(folder, name);
      return (
        readOne(path, readSessionFile, passOver)?.id === id || readOne(path, readAmendment, passOver)?.session === id
      );
    })
    .map((name) => join(folder, name));
}

/** Tells of a folder as of a file. */
export function unreadable(onFault: OnFault): Unreadable {
  return (path, why) => onFault(path, { type: "unreadable", why });
}

function readAmendments(folder: string, names: readonly string[], onFault: OnFault): Amendment[] {
  return names
    .flatMap((name) => readOne(join(folder, name), readAmendment, onFault) ?? [])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function readOne<T>(path: string, read: (text: string) => Read<T>, onFault: OnFault): T | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    onFault(path, { type: "unreadable", why: (error as Error).message });
    return null;
  }
  const found: Read<T> = text.length > MOST_BYTES ? { type: "foreign", why: "it is too long" } : read(text);
  if (found.type === "valid") return found.value;
  onFault(path, found.type === "later" ? { type: "later" } : { type: "damaged", why: found.why });
  return null;
}

/** Sets damaged files aside in a folder, and names every file that was passed over. */
export function setAside(damaged: string, warn: Warn): OnFault {
  return (path, fault) => {
    if (fault.type === "unreadable") warn(`${path} cannot be read: ${fault.why}`);
    // Another machine may run that version: the file is left where that machine looks for it.
    else if (fault.type === "later") warn(`${path} was written by a later version of unwind; it is left as it is`);
    else {
      try {
        warn(`${path} is damaged (${fault.why}); it was set aside as ${moveInto(damaged, path)}`);
      } catch {
        warn(`${path} is damaged and passed over: ${fault.why}`);
      }
    }
  };
}
