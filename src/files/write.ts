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
import { listFolder, makeFolder, makeFoldersPrivate } from "./folders.ts";

/** The name of a file still being written; readers skip it. */
const buildTemporaryName = (name: string) => `.${name}.${process.pid}.unwind-tmp`;
const TEMPORARY_NAME = /^\..+\.(\d+)\.unwind-tmp$/;

/** Of files that only the person may read, and of their folders. */
const PRIVATE_MODE = 0o600;

interface AtomicWriteOptions {
  /** Whether it must survive a power cut; not needed for what can be rebuilt. */
  readonly durable?: boolean;
  /**
   * The folder of ours that it is in: it and what is below becomes the person's alone, with the file, also where an
   * earlier version has left it readable to others.
   */
  readonly ownFolder?: string;
}

/**
 * Writes a file under a temporary name, flushes it, and renames it: a reader sees all of it or nothing. A new file is
 * readable to the person alone. What killed writes have left in the folder is removed.
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
  const { durable = true, ownFolder } = options;
  const folder = dirname(path);
  const made = makeFolder(folder);
  if (ownFolder !== undefined) makeFoldersPrivate(folder, ownFolder);
  removeAbandonedFiles(folder);
  const temporary = join(folder, buildTemporaryName(basename(path)));
  const mode = ownFolder === undefined && modeBefore !== null ? modeBefore : PRIVATE_MODE;
  try {
    const descriptor = openSync(temporary, "w", mode);
    try {
      trySetMode(descriptor, mode);
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

/** Removes the temporary files of processes that are no more. */
function removeAbandonedFiles(folder: string): void {
  for (const name of listFolder(folder, () => {})) {
    const pid = TEMPORARY_NAME.exec(name)?.[1];
    if (pid !== undefined && !doesProcessExist(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether there is a process with this number, whatever it is. */
export function doesProcessExist(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
