/** Reads files that ship with the program. They are trusted: the tests check each one against its schema. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { StopList } from "./types.ts";

/** A shipped file, by its name in the `data` folder. @throws Error if it is damaged: the installation is broken. */
export function readShippedJson<T>(dataDir: string, name: string): T {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, name), "utf8")) as T;
  } catch (error) {
    throw new Error(`shipped file ${name} cannot be read`, { cause: error });
  }
}

/** The signs to stop, which every shipped routine ends with. */
export function readStopList(dataDir: string): StopList {
  return readShippedJson(dataDir, "stop.json");
}
