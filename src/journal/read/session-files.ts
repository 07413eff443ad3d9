/** The files of the history: listing and reading sessions with their amendments. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../../files/folders.ts";
import { type OnReadFault, readVersionedFile, reportUnreadableFolder } from "../../files/versioned-files.ts";
import { buildFileStem, monthFolderOf, parseFileName } from "../journal-paths.ts";
import type { Amendment, SessionFile } from "../session-format.ts";
import { applyAmendments } from "../session-summary.ts";
import { parseAmendment, parseSessionFile } from "../session-text.ts";

/** A session on disk: its file and its amendments, by name. */
export interface SessionFileSet {
  /** The folder of its month. */
  readonly folder: string;
  readonly name: string;
  readonly amendments: readonly string[];
}

/**
 * The sessions of a month by file name, earliest first. `.json` files with other names are included: sync programs give
 * copies names of their own.
 */
export function listSessionFiles(sessions: string, month: string, onFault: OnReadFault): SessionFileSet[] {
  const folder = join(sessions, month);
  const named: string[] = [];
  const copies: string[] = [];
  const amendments = new Map<string, string[]>();
  for (const name of listFolder(folder, reportUnreadableFolder(onFault))) {
    if (!name.endsWith(".json") || name.startsWith(".")) continue;
    const known = parseFileName(name);
    // A renamed copy of an amendment adds nothing.
    if (!known && name.includes(".amend")) continue;
    if (known?.kind === "amendment") amendments.set(known.stem, [...(amendments.get(known.stem) ?? []), name]);
    else (known ? named : copies).push(name);
  }
  // Copies come after their originals, so that the first file with an id is the session.
  return [...named, ...copies].map((name) => ({
    folder,
    name,
    amendments: amendments.get(name.slice(0, -".json".length)) ?? [],
  }));
}

/** Reads a session with its amendments; null if it is not one. */
export function readSession({ folder, name, amendments }: SessionFileSet, onFault: OnReadFault): SessionFile | null {
  const session = readVersionedFile(join(folder, name), parseSessionFile, onFault);
  return session && applyAmendments(session, readAmendments(folder, amendments, onFault));
}

/** Amendments of a session by its id and start, whether or not it has a file. */
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
 * The session at a path; null if there is none, "unread" if there is one that cannot be read and stays. A damaged one is
 * moved aside by `onFault`, making room for an intact one.
 */
export function readExistingSession(path: string, onFault: OnReadFault): SessionFile | "unread" | null {
  if (!existsSync(path)) return null;
  return readVersionedFile(path, parseSessionFile, onFault) ?? (existsSync(path) ? "unread" : null);
}

/**
 * Every file of a session in its month folder: its own, its amendments, and copies under any name.
 *
 * @throws if the folder cannot be read.
 */
export function listSessionPaths(folder: string, id: string): string[] {
  const names = listFolder(folder, (path, why) => {
    throw new Error(`${path} cannot be read: ${why}`);
  });
  return names
    .filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .filter((name) => {
      const stem = parseFileName(name)?.stem;
      if (stem !== undefined) return stem.endsWith(`-${id}`);
      const path = join(folder, name);
      return (
        readVersionedFile(path, parseSessionFile, ignoreFault)?.id === id ||
        readVersionedFile(path, parseAmendment, ignoreFault)?.session === id
      );
    })
    .map((name) => join(folder, name));
}

function readAmendments(folder: string, names: readonly string[], onFault: OnReadFault): Amendment[] {
  return names
    .flatMap((name) => readVersionedFile(join(folder, name), parseAmendment, onFault) ?? [])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** For files whose faults are reported when the history itself is read. */
export function ignoreFault(): void {}
