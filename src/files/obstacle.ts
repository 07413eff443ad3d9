/** Finds out what is in the way of a folder. */
import { statSync } from "node:fs";
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
