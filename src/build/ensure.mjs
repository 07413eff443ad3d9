/** Builds what is missing or older than its sources, and does nothing otherwise: before `npm start` and after `npm ci`. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isFresh } from "./fingerprint.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

if (!(await isFresh(root))) {
  try {
    const { build } = await import("./build.mjs");
    await build();
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.error("The program is not built, and what builds it is not installed: run npm ci first.");
    process.exitCode = 1;
  }
}
