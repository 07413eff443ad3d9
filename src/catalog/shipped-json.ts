/** Reads files that ship with the program. They are trusted: the tests check each one against its schema. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { StopList } from "./types.ts";

/** A shipped file, by its name in the `data` folder. @throws Error if it is damaged: the installation is broken. */
export function readShippedJson<T>(dataDir: string, name: string): T {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, name), "utf8")) as T;
  } catch (error) {
    throw createDamageError(name, error);
  }
}

/** What a shipped file, or a line of it, says. @throws Error if it is damaged: the installation is broken. */
export function parseShippedJson<T>(text: string, name: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw createDamageError(name, error);
  }
}

function createDamageError(name: string, cause: unknown): Error {
  return new Error(`shipped file ${name} cannot be read`, { cause });
}

/** The signs to stop, which every shipped routine ends with. */
export function readStopList(dataDir: string): StopList {
  return readShippedJson(dataDir, "stop.json");
}
