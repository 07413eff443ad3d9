/** Files that appear whole or not at all, and files that are put out of the way without being lost. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { makeFolder } from "./make-folder.ts";

/** Ends the names of files that are still being written; a reader passes over them. */
export const TEMPORARY_SUFFIX = ".tmp";

export interface AtomicWriteOptions {
  /** Whether it must outlive a power cut; what can be made again need not. */
  readonly durable?: boolean;
  /** Who may read it: the person alone, unless said otherwise. */
  readonly mode?: number;
}

/**
 * Writes a file under a temporary name, brings it to the disk, and gives it its name: a reader finds all of it or
 * nothing, whatever happens meanwhile.
 *
 * @throws the system's error when it cannot be written; nothing is left behind.
 */
export function writeFileAtomically(path: string, text: string, options: AtomicWriteOptions = {}): void {
  writeChunksAtomically(path, [text], options);
}

/**
 * The same for a text that comes in parts. A link stays: what it leads to is written. A file that was there keeps its
 * mode. What is no file (a pipe, a device) cannot appear whole, and is written into.
 */
export function writeChunksAtomically(path: string, parts: Iterable<string>, options: AtomicWriteOptions = {}): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there) replaceFile(resolveLink(path), parts, options, null);
  else if (there.isFile()) replaceFile(realpathSync(path), parts, options, there.mode & 0o777);
  else writeInPlace(path, parts);
}

/** @param modeBefore of the file that is replaced; null when there is none. */
function replaceFile(
  path: string,
  parts: Iterable<string>,
  options: AtomicWriteOptions,
  modeBefore: number | null,
): void {
  const { durable = true, mode = 0o600 } = options;
  const folder = dirname(path);
  const made = makeFolder(folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}${TEMPORARY_SUFFIX}`);
  try {
    const descriptor = openSync(temporary, "w", modeBefore ?? mode);
    try {
      if (modeBefore !== null) trySetMode(descriptor, modeBefore);
      for (const part of parts) writeFileSync(descriptor, part);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  if (durable) syncNewFolders(folder, made);
}

function writeInPlace(path: string, parts: Iterable<string>): void {
  const descriptor = openSync(path, "w");
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function trySetMode(descriptor: number, mode: number): void {
  try {
    fchmodSync(descriptor, mode);
  } catch {
    // Not every disk has modes.
  }
}

/** Where nothing is yet, the path itself or that to which a link leads. */
function resolveLink(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? resolveLink(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

/** A new name is safe from a power cut once its folder was brought to the disk, and a new folder once its parent was. */
function syncNewFolders(folder: string, made: string | undefined): void {
  const last = made === undefined ? folder : dirname(made);
  for (let current = folder; ; current = dirname(current)) {
    syncFolder(current);
    if (current === last || current === dirname(current)) return;
  }
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not every system lets a folder be opened or flushed (Windows does not).
  }
}

/** Moves a file into a folder, under a name that is free there. @returns its new path. @throws the system's error. */
export function moveIntoFolder(folder: string, path: string): string {
  makeFolder(folder);
  const extension = extname(path);
  const stem = basename(path, extension);
  let target = join(folder, basename(path));
  for (let number = 2; existsSync(target); number += 1) target = join(folder, `${stem}-${number}${extension}`);
  try {
    renameSync(path, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // The folders lie on different disks.
    copyFileSync(path, target);
    rmSync(path);
  }
  return target;
}

/** Told of a folder that is there and cannot be read, and why. */
export type OnUnreadableFolder = (folder: string, why: string) => void;

/** The names in a folder, sorted; none when there is no such folder, or when it cannot be read, which is told. */
export function listFolder(folder: string, unreadable: OnUnreadableFolder): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") unreadable(folder, message);
    return [];
  }
}
