/** The JSON files of a folder, in the order of their names. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { FileFault } from "./read-json.ts";
import { createFileFault, describeReadError } from "./read-json.ts";

export interface JsonFileListing {
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
}

/**
 * What a person's folder holds: files that end in .json, hidden ones left out. A folder that is not there is empty.
 * What is neither a file nor a link to one (a pipe would be waited for) is a fault.
 */
export function listJsonFiles(folder: string): JsonFileListing {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { files: [], faults: [] };
    return { files: [], faults: [createFileFault(folder, describeReadError(error))] };
  }
  const files: string[] = [];
  const faults: FileFault[] = [];
  for (const name of names.filter(isVisibleJsonFile).sort()) {
    const file = path.join(folder, name);
    try {
      if (statSync(file).isFile()) files.push(file);
      else faults.push(createFileFault(file, "not a file"));
    } catch (error) {
      faults.push(createFileFault(file, describeReadError(error)));
    }
  }
  return { files, faults };
}

function isVisibleJsonFile(name: string): boolean {
  return name.toLowerCase().endsWith(".json") && !name.startsWith(".");
}
