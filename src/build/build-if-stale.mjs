/** Builds if dist is missing or stale, and does nothing otherwise: before `npm start` and after `npm ci`. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isBuildCurrent } from "./source-hash.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { CACHE_FOLDER } = createRequire(import.meta.url)("../../bin/unwind.js");

try {
  if (!(await isBuildCurrent(root))) {
    const { buildProgram } = await import("./build.mjs");
    await buildProgram();
  } else if (!existsSync(CACHE_FOLDER)) {
    // dist was built with another Node.
    const { writeCodeCacheWith } = await import("./build.mjs");
    await writeCodeCacheWith(process.execPath);
  }
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.error("The program is not built, and the build tools are not installed: run npm ci first.");
  process.exitCode = 1;
}
