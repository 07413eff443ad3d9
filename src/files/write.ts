/** Files that are written completely or not at all, and files that are moved aside without being lost. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { makeFolder } from "./folders.ts";

/** Suffix of files still being written; readers skip them. */
const TEMPORARY_SUFFIX = ".tmp";

interface AtomicWriteOptions {
  /** Whether it must survive a power cut; not needed for what can be rebuilt. */
  readonly durable?: boolean;
  /** File mode; by default only the person can read it. */
  readonly mode?: number;
}

/**
 * Writes a file under a temporary name, flushes it, and renames it: a reader sees all of it or nothing.
 *
 * @throws the system's error if it cannot be written; no temporary file is left.
 */
export function writeFileAtomically(path: string, text: string, options: AtomicWriteOptions = {}): void {
  writeChunksAtomically(path, [text], options);
}

/**
 * The same for text in chunks. Symbolic links stay: their target is written. An existing file keeps its mode. Something
 * that is not a regular file (a pipe, a device) cannot be replaced and is written in place.
 */
export function writeChunksAtomically(path: string, parts: Iterable<string>, options: AtomicWriteOptions = {}): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (!existing) replaceFile(resolveLink(path), parts, options, null);
  else if (existing.isFile()) replaceFile(realpathSync(path), parts, options, existing.mode & 0o777);
  else writeInPlace(path, parts);
}

/** @param modeBefore mode of the file being replaced; null if there is none. */
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
    // Not every file system has modes.
  }
}

/** The path to create: the path itself, or the target of a dangling link. */
function resolveLink(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? resolveLink(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

/** A new name survives a power cut once its folder is flushed, a new folder once its parent is. */
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
    // Some systems cannot open or flush folders (Windows).
  }
}

/** Moves a file into a folder, under an unused name. @returns its new path. @throws the system's error. */
export function moveIntoFolder(folder: string, path: string): string {
  makeFolder(folder);
  const extension = extname(path);
  return moveToUnusedName(path, join(folder, basename(path, extension)), extension);
}

/**
 * Moves a file to `<stem><extension>`, or `<stem>-2<extension>` and so on while that name is taken.
 *
 * @returns its new path. @throws the system's error.
 */
export function moveToUnusedName(path: string, stem: string, extension = ""): string {
  let target = `${stem}${extension}`;
  for (let number = 2; existsSync(target); number += 1) target = `${stem}-${number}${extension}`;
  try {
    renameSync(path, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // The folders are on different file systems.
    copyFileSync(path, target);
    rmSync(path);
  }
  return target;
}
