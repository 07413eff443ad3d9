/**
 * Makes a folder with all that lead to it. Node's own `recursive` never ends where the system denies that a folder can
 * be made by saying that its parent is not there, as below /proc.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @returns the first folder that had to be made; undefined when all were there.
 * @throws the system's error when one can be neither found nor made.
 */
export function makeFolder(folder: string): string | undefined {
  if (isFolder(folder)) return undefined;
  const parent = dirname(folder);
  const first = parent === folder ? undefined : makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error;
    return first;
  }
  return first ?? folder;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
