/** Says whether dist is what the sources would be built into: a hash of all that goes in, kept beside what came out. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file in dist that says what it was built from. */
export const STAMP_FILE = "build.json";

/** @returns {Promise<string>} a hash of the sources and of the versions of the packages */
export async function hashSources(root) {
  const sources = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  const files = sources.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  files.push(join(root, "package.json"), join(root, "package-lock.json"));
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(`${file.slice(root.length)}\0`);
    hash.update(await readFile(file).catch(() => ""));
  }
  return hash.digest("hex");
}

/** Whether dist is whole and was built from these sources. */
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
