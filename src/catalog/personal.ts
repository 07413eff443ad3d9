/** The person's own files: read, checked, and passed over one by one when they have faults. */
import path from "node:path";
import { jsonFilesIn } from "../files/json-folder.ts";
import type { FileFault } from "../files/read-json.ts";
import { type JsonSource, readJson } from "../files/read-json.ts";
import { type Fault, placed } from "./faults.ts";
import { FOR_ME } from "./routine-of.ts";
import type { RoutineFile } from "./schema.ts";
import type { Exercise } from "./types.ts";
import { type Validated, validate } from "./validate.ts";

export interface PersonalFiles {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly routines: readonly { readonly routine: RoutineFile; readonly source: JsonSource }[];
  readonly faults: readonly FileFault[];
}

type Type = Validated["type"];

/** Reads `exercises/` and `routines/` of a folder. `taken` says which ids ship, and as what. */
export async function readPersonal(userDir: string, taken: ReadonlyMap<string, Type>): Promise<PersonalFiles> {
  const exercises = new Map<string, Exercise>();
  const routines: { routine: RoutineFile; source: JsonSource }[] = [];
  const faults: FileFault[] = [];
  const claimed = new Map<string, { type: Type; file: string }>();

  for (const wanted of ["exercise", "routine"] as const) {
    const listing = jsonFilesIn(path.join(userDir, `${wanted}s`));
    faults.push(...listing.faults);
    for (const file of listing.files) {
      const read = await readJson(file);
      const result = read.ok
        ? await validate(read.source, "yours", false)
        : { ok: false as const, faults: [read.fault] };
      if (!result.ok) {
        faults.push(...result.faults);
        continue;
      }
      const { content } = result;
      const id = content.type === "exercise" ? content.exercise.id : content.routine.id;
      const fault = misplaced(content.type, wanted) ?? clash(id, content.type, taken.get(id), claimed.get(id));
      if (fault) {
        faults.push(...(await placed([fault], content.source)));
        continue;
      }
      claimed.set(id, { type: content.type, file });
      if (content.type === "exercise") exercises.set(id, content.exercise);
      else routines.push({ routine: content.routine, source: content.source });
    }
  }
  return { exercises, routines, faults };
}

function misplaced(type: Type, wanted: Type): Fault | null {
  if (type === wanted) return null;
  return { path: [], message: `expected ${articled(wanted)} in this folder, found ${articled(type)}` };
}

function articled(type: Type): string {
  return type === "exercise" ? "an exercise" : "a routine";
}

/**
 * Two things under one name: which of them was meant could not be told.
 *
 * @param known what has the id already: what ships, or what the person has.
 */
export function clash(
  id: string,
  type: Type,
  known: Type | undefined,
  other: { readonly type: Type; readonly file: string } | undefined,
): Fault | null {
  if (id === FOR_ME) {
    return { path: ["id"], message: `expected another id, found ${id}, which is the routine that follows from a test` };
  }
  if (other) return { path: ["id"], message: `expected an id of its own, found ${id}, which ${other.file} has too` };
  if (known && known !== type) {
    return {
      path: ["id"],
      message: `expected an id of its own, found ${id}, which is the id of ${articled(known)} already`,
    };
  }
  return null;
}
