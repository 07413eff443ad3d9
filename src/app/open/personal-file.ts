/** Finds the file of a routine or an exercise of the person's own. */
import path from "node:path";
import type { Origin } from "../../catalog/exercise-types.ts";
import { matchName } from "../../catalog/find-entry.ts";
import type { Catalog } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { listJsonFiles } from "../../files/folders.ts";
import { readJson } from "../../files/read-json.ts";
import { createIdFromName } from "../../text/id-from-name.ts";
import { formatAlternatives, suggestNearMiss } from "../../text/near-miss.ts";
import { escapeUnsafeText, quoteText } from "../../text/safe-text.ts";

/**
 * The file of a routine or an exercise, also if it has faults: by the name of the file, by its id, by its
 * name, or by the beginning of its id.
 *
 * @throws UserError (exit 2) if it is nobody's, several, or ships with the program.
 */
export async function findPersonalFile(
  name: string,
  { catalog }: { readonly catalog: Catalog },
  userDir: string,
): Promise<string> {
  const wanted = name.trim().toLowerCase();
  const files = ["routines", "exercises"].flatMap((kind) => listJsonFiles(path.join(userDir, kind)).files);
  const named = await Promise.all(files.map(async (file) => ({ file, names: await readNames(file) })));
  const findNamed = (words: readonly string[]) =>
    named.filter(({ names }) => words.some((word) => names.includes(word)));
  const entries = [...catalog.routines.values(), ...catalog.exercises.values()];
  const [own, shipped] = [entries.filter(isOwn), entries.filter((entry) => !isOwn(entry))];
  const meant = matchName(name, [own, shipped]);
  const exact = findNamed([wanted, createIdFromName(wanted, "entry")]);
  // The beginning of its name will do, as it does to run it.
  const found =
    exact.length > 0 ? exact : findNamed(meant.filter(isOwn).flatMap((one) => [one.id, one.name.toLowerCase()]));
  const [only, other] = found;
  if (only && !other) return only.file;
  if (other) {
    const several = found.map(({ file }) => escapeUnsafeText(path.relative(userDir, file)));
    throw new UserError(`${quoteText(name)} could be ${formatAlternatives(several)}`, {
      hint: exact.length > 0 ? "give one of them another name" : "type more of it",
    });
  }
  const ofProgram = meant.find((entry) => !isOwn(entry));
  if (ofProgram) {
    throw new UserError(`${ofProgram.id} ships with unwind and is no file of yours`, {
      hint: `a file of your own with the id ${ofProgram.id} in ${escapeUnsafeText(userDir)} takes its place`,
    });
  }
  const near = suggestNearMiss(
    wanted,
    named.flatMap(({ names }) => names.slice(0, 1)),
  );
  throw new UserError(`there is no file of yours for ${quoteText(name)}`, {
    hint: near ?? 'make one with: unwind new NAME "3x(10 squat, 30s plank)"',
  });
}

const isOwn = ({ origin }: { readonly origin: Origin }) => origin === "yours";

/** What a file answers to, in small letters; its own name first. */
async function readNames(file: string): Promise<readonly string[]> {
  const stem = path.parse(file).name.toLowerCase();
  const read = await readJson(file);
  const value = read.ok ? read.source.value : null;
  if (typeof value !== "object" || value === null) return [stem];
  const { id, name, aliases } = value as Readonly<Record<string, unknown>>;
  const words = [id, name, ...(Array.isArray(aliases) ? aliases : [])];
  return [stem, ...words.flatMap((word) => (typeof word === "string" ? [word.toLowerCase()] : []))];
}
