/** Makes folders, and lists what is in them. */
import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFileFault, type FileFault } from "./read-json.ts";
import { describeReadError } from "./read-text.ts";

const PRIVATE_MODE = 0o700;

/**
 * Makes a folder and all its parents, for the person alone. Node's own `recursive` option never returns where the
 * system answers that the parent is missing instead of that the folder cannot be made, as below /proc.
 *
 * @returns the first folder that had to be made; undefined if all existed.
 * @throws the system's error if one can be neither found nor made.
 */
export function makeFolder(folder: string): string | undefined {
  if (isFolder(folder)) return undefined;
  const parent = dirname(folder);
  const first = parent === folder ? undefined : makeFolder(parent);
  try {
    mkdirSync(folder, { mode: PRIVATE_MODE });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!isFolder(folder)) throw error;
    return first;
  }
  return first ?? folder;
}

/** Takes away the rights of others to a folder and to those above it, up to `topmost`. Not every file system has rights. */
export function makeFoldersPrivate(folder: string, topmost: string): void {
  try {
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, PRIVATE_MODE);
  } catch {
    // It is used as it is.
  }
  if (folder !== topmost && folder.startsWith(topmost)) makeFoldersPrivate(dirname(folder), topmost);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Called for a folder that exists but cannot be read. */
export type OnUnreadableFolder = (folder: string, why: string, error: unknown) => void;

/** The sorted names in a folder; none if it does not exist or cannot be read, which is reported. */
export function listFolder(folder: string, unreadable: OnUnreadableFolder): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") unreadable(folder, message, error);
    return [];
  }
}

/** The months of a folder with files in `YYYY/MM`: "2026/11", earliest first. Unreadable folders are reported and skipped. */
export function listMonths(folder: string, unreadable: OnUnreadableFolder): string[] {
  return listFolder(folder, unreadable)
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) =>
      listFolder(join(folder, year), unreadable)
        .filter((month) => /^\d{2}$/.test(month))
        .map((month) => `${year}/${month}`),
    );
}

interface JsonFileListing {
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
}

/**
 * The JSON files of a folder in the order of their names, without hidden ones. A missing folder is empty. Anything that
 * is neither a file nor a link to one is a fault: reading a pipe would block.
 */
export function listJsonFiles(folder: string): JsonFileListing {
  const files: string[] = [];
  const faults: FileFault[] = [];
  const names = listFolder(folder, (_, _message, error) =>
    faults.push(createFileFault(folder, describeReadError(error))),
  );
  for (const name of names.filter(isVisibleJsonFile)) {
    const file = join(folder, name);
    try {
      if (statSync(file).isFile()) files.push(file);
      else faults.push(createFileFault(file, "not a file"));
    } catch (error) {
      faults.push(createFileFault(file, describeReadError(error)));
    }
  }
  return { files, faults };
}

function isVisibleJsonFile(name: string): boolean {
  return name.toLowerCase().endsWith(".json") && !name.startsWith(".");
}
