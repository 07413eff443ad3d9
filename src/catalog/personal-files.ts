/** The person's own files: read, checked, and passed over one by one when they have faults. */
import path from "node:path";
import { listJsonFiles } from "../files/folders.ts";
import type { FileFault } from "../files/read-json.ts";
import { type JsonSource, readJson } from "../files/read-json.ts";
import { FOR_ME_ID } from "./create-routine.ts";
import { type ContentFault, locateFaults } from "./faults.ts";
import type { RoutineFile } from "./schema.ts";
import type { Exercise } from "./types.ts";
import { type ValidatedContent, validateFile } from "./validate.ts";

export interface PersonalFiles {
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly routines: readonly { readonly routine: RoutineFile; readonly source: JsonSource }[];
  readonly faults: readonly FileFault[];
}

type EntryType = ValidatedContent["type"];

/** Reads `exercises/` and `routines/` of a folder. `taken` says which ids ship, and as what. */
export async function readPersonalFiles(
  userDir: string,
  taken: ReadonlyMap<string, EntryType>,
): Promise<PersonalFiles> {
  const exercises = new Map<string, Exercise>();
  const routines: { routine: RoutineFile; source: JsonSource }[] = [];
  const faults: FileFault[] = [];
  const claimed = new Map<string, { type: EntryType; file: string }>();

  for (const wanted of ["exercise", "routine"] as const) {
    const listing = listJsonFiles(path.join(userDir, `${wanted}s`));
    faults.push(...listing.faults);
    for (const file of listing.files) {
      const read = await readJson(file);
      const result = read.ok
        ? await validateFile(read.source, "yours", false)
        : { ok: false as const, faults: [read.fault] };
      if (!result.ok) {
        faults.push(...result.faults);
        continue;
      }
      const { content } = result;
      const id = content.type === "exercise" ? content.exercise.id : content.routine.id;
      const fault =
        checkFolderType(content.type, wanted) ?? findIdConflict(id, content.type, taken.get(id), claimed.get(id));
      if (fault) {
        faults.push(...(await locateFaults([fault], content.source)));
        continue;
      }
      claimed.set(id, { type: content.type, file });
      if (content.type === "exercise") exercises.set(id, content.exercise);
      else routines.push({ routine: content.routine, source: content.source });
    }
  }
  return { exercises, routines, faults };
}

function checkFolderType(type: EntryType, wanted: EntryType): ContentFault | null {
  if (type === wanted) return null;
  return { path: [], message: `expected ${withArticle(wanted)} in this folder, found ${withArticle(type)}` };
}

function withArticle(type: EntryType): string {
  return type === "exercise" ? "an exercise" : "a routine";
}

/**
 * Two things under one name: which of them was meant could not be told.
 *
 * @param known what has the id already: what ships, or what the person has.
 */
export function findIdConflict(
  id: string,
  type: EntryType,
  known: EntryType | undefined,
  other: { readonly type: EntryType; readonly file: string } | undefined,
): ContentFault | null {
  if (id === FOR_ME_ID) {
    return { path: ["id"], message: `expected another id, found ${id}, which is the routine that follows from a test` };
  }
  if (other) return { path: ["id"], message: `expected an id of its own, found ${id}, which ${other.file} has too` };
  if (known && known !== type) {
    return {
      path: ["id"],
      message: `expected an id of its own, found ${id}, which is the id of ${withArticle(known)} already`,
    };
  }
  return null;
}
