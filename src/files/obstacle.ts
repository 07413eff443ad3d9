/** Says what the system allows with a path: what is in the way of a folder, and what may be done with a file. */
import { accessSync, statSync } from "node:fs";
import path from "node:path";

/** "/home/me/unwind is a file, where a folder is needed"; null if no file is in the way of a folder or of what is in it. */
export function describeObstacle(target: string): string | null {
  for (let at = target; at !== path.dirname(at); at = path.dirname(at)) {
    try {
      return statSync(at).isDirectory() ? null : `${at} is a file, where a folder is needed`;
    } catch {
      // Nothing there, or no way through: what stands before it decides.
    }
  }
  return null;
}

/** Whether something is at a path that we may use so. @param mode of the system's constants: X_OK, W_OK. */
export function canAccess(target: string, mode: number): boolean {
  try {
    accessSync(target, mode);
    return true;
  } catch {
    return false;
  }
}
