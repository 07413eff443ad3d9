/** Files checked together: routines may name the exercises of the same call. */
import path from "node:path";
import type { FileFault } from "../files/read-json.ts";
import { readJson } from "../files/read-json.ts";
import { findBlockFaults } from "./check-blocks.ts";
import { locateFaults } from "./faults.ts";
import { normaliseRoutine } from "./normalise.ts";
import { findIdConflict } from "./personal-files.ts";
import type { Catalog, Exercise, Routine } from "./types.ts";
import { type ValidatedContent, validateFile } from "./validate.ts";

/** One file with its faults; without faults it has an exercise or a routine. */
export interface CheckedFile {
  readonly file: string;
  readonly faults: readonly FileFault[];
  readonly exercise: Exercise | null;
  readonly routine: Routine | null;
}

export interface CheckedFiles {
  /** In the order of the call; a file that is named twice is checked once. */
  readonly files: readonly CheckedFile[];
  /** The catalogue's exercises, and those of the files in place of or beside them. */
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** Checks files, thoroughly: names that stand twice, ids that are taken, blocks against their exercises. */
export async function checkFiles(
  names: readonly string[],
  catalog: Catalog,
  input?: AsyncIterable<Uint8Array>,
): Promise<CheckedFiles> {
  const once = new Map(names.map((name) => [name === "-" ? name : path.resolve(name), name]));
  const exercises = new Map(catalog.exercises);
  const claimed = new Map<string, { type: ValidatedContent["type"]; file: string }>();
  const drafts: { file: string; faults: readonly FileFault[]; content: ValidatedContent | null }[] = [];
  for (const file of once.values()) {
    const { faults, content } = await readAndValidateFile(file, catalog, claimed, input);
    if (content?.type === "exercise") exercises.set(content.exercise.id, content.exercise);
    drafts.push({ file, faults, content });
  }
  const files: CheckedFile[] = [];
  for (const { file, faults, content } of drafts) {
    if (content?.type !== "routine") {
      files.push({ file, faults, exercise: content?.exercise ?? null, routine: null });
      continue;
    }
    const found = await locateFaults(findBlockFaults(content.routine, exercises), content.source);
    const routine = found.length === 0 ? normaliseRoutine(content.routine, exercises, "yours") : null;
    files.push({ file, faults: found, exercise: null, routine });
  }
  return { files, exercises };
}

async function readAndValidateFile(
  file: string,
  catalog: Catalog,
  claimed: Map<string, { type: ValidatedContent["type"]; file: string }>,
  input: AsyncIterable<Uint8Array> | undefined,
): Promise<{ faults: readonly FileFault[]; content: ValidatedContent | null }> {
  const read = await readJson(file, input);
  if (!read.ok) return { faults: [read.fault], content: null };
  const result = await validateFile(read.source, "yours", true);
  if (!result.ok) return { faults: result.faults, content: null };
  const { content } = result;
  const id = content.type === "exercise" ? content.exercise.id : content.routine.id;
  const fault = findIdConflict(id, content.type, findTypeInCatalog(catalog, id), claimed.get(id));
  if (fault) return { faults: await locateFaults([fault], content.source), content: null };
  claimed.set(id, { type: content.type, file });
  return { faults: [], content };
}

function findTypeInCatalog(catalog: Catalog, id: string): ValidatedContent["type"] | undefined {
  if (catalog.exercises.has(id)) return "exercise";
  return catalog.routines.has(id) ? "routine" : undefined;
}
