/** Finds the file of a routine or an exercise of the person's own. */
import path from "node:path";
import { matchName } from "../../catalog/find-entry.ts";
import type { Catalog } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { listJsonFiles } from "../../files/folders.ts";
import { readJson } from "../../files/read-json.ts";
import { createIdFromName } from "../../text/id-from-name.ts";
import { formatAlternatives, suggestNearMiss } from "../../text/near-miss.ts";
import { escapeUnsafeText, quoteText } from "../../text/safe-text.ts";

/**
 * The file of a routine or an exercise, also if it has faults: by the name of the file, by its id or by its name.
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
  const found = named.filter(
    ({ names }) => names.includes(wanted) || names.includes(createIdFromName(wanted, "entry")),
  );
  const [only, other] = found;
  if (only && !other) return only.file;
  if (other) {
    const several = found.map(({ file }) => escapeUnsafeText(path.relative(userDir, file)));
    throw new UserError(`${quoteText(name)} could be ${formatAlternatives(several)}`, {
      hint: "give one of them another name",
    });
  }
  const [shipped] = matchName(name, [[...catalog.routines.values(), ...catalog.exercises.values()]]);
  if (shipped) {
    throw new UserError(`${shipped.id} ships with unwind and is no file of yours`, {
      hint: `a file of your own with the id ${shipped.id} in ${escapeUnsafeText(userDir)} takes its place`,
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
