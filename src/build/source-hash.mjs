/** Tells whether dist matches the sources, by a hash of all inputs that is stored with the build. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file in dist that records the source hash. */
export const STAMP_FILE = "build.json";

/** The build reads these: the code, and the exercises and routines that ship. */
const SOURCE_FOLDERS = ["src", "data"];

/** @returns {Promise<string>} a hash of the sources and of the package versions */
export async function hashSources(root) {
  const listings = SOURCE_FOLDERS.map((name) => readdir(join(root, name), { recursive: true, withFileTypes: true }));
  const sources = (await Promise.all(listings)).flat();
  const files = sources.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  files.push(...["package.json", "package-lock.json", "CHANGELOG.md"].map((name) => join(root, name)));
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(`${file.slice(root.length)}\0`);
    hash.update(await readFile(file).catch(() => ""));
  }
  return hash.digest("hex");
}

/** Whether dist is complete and was built from the current sources. */
export async function isBuildCurrent(root) {
  try {
    const stamp = JSON.parse(await readFile(join(root, "dist", STAMP_FILE), "utf8"));
    return (
      stamp.files.every((file) => existsSync(join(root, "dist", file))) && stamp.inputs === (await hashSources(root))
    );
  } catch {
    return false;
  }
}
