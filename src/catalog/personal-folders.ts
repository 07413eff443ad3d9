/** Tells whether a person has exercises or routines of their own: most have none, and need not load what checks them. */
import { readdirSync } from "node:fs";
import path from "node:path";

/** @param userDir the user's data folder, which need not exist; true if it cannot be read */
export function hasPersonalFiles(userDir: string): boolean {
  return ["exercises", "routines"].some((kind) => {
    try {
      return readdirSync(path.join(userDir, kind)).length > 0;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code !== "ENOENT" && code !== "ENOTDIR";
    }
  });
}
