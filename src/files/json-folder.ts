/** The JSON files of a folder, in the order of their names. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { FileFault } from "./read-json.ts";
import { reasonOf, wholeFile } from "./read-json.ts";

export interface Listing {
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
}

/**
 * What a person's folder holds: files that end in .json, hidden ones left out. A folder that is not there is empty.
 * What is neither a file nor a link to one (a pipe would be waited for) is a fault.
 */
export function jsonFilesIn(folder: string): Listing {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { files: [], faults: [] };
    return { files: [], faults: [wholeFile(folder, reasonOf(error))] };
  }
  const files: string[] = [];
  const faults: FileFault[] = [];
  for (const name of names.filter(isJson).sort()) {
    const file = path.join(folder, name);
    try {
      if (statSync(file).isFile()) files.push(file);
      else faults.push(wholeFile(file, "not a file"));
    } catch (error) {
      faults.push(wholeFile(file, reasonOf(error)));
    }
  }
  return { files, faults };
}

function isJson(name: string): boolean {
  return name.toLowerCase().endsWith(".json") && !name.startsWith(".");
}
