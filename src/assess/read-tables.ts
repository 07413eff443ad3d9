/** Reads the two tables of data/assess. They ship with the program and are trusted: the tests hold them to their schema. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";

/** @throws Error when the file is damaged: the package is not whole. */
export function readThomasTable(dataDir: string): ThomasTable {
  return readTable(dataDir, "thomas-test.json");
}

/** @throws Error when the file is damaged: the package is not whole. */
export function readScreeningTable(dataDir: string): ScreeningTable {
  return readTable(dataDir, "screening.json");
}

function readTable<T>(dataDir: string, name: string): T {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, "assess", name), "utf8")) as T;
  } catch (error) {
    throw new Error(`shipped file assess/${name} cannot be read`, { cause: error });
  }
}
