/** Where a group of a routine stands in the file that the routine was read from. */
import { type ExitCode, UserError } from "../errors.ts";
import type { JsonPath } from "../files/json-location.ts";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { formatFault, locateFaults } from "./faults.ts";
import type { Group, Item, Routine } from "./types.ts";

/** An interval that is too short for the work in it: a fault that only the plan shows. */
interface IntervalFault {
  readonly group: Group;
  /** What is wrong, without the routine's name. */
  readonly why: string;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** The error of an interval with its place in the file or the line that the routine was read from. */
export type LocateFault = (fault: IntervalFault) => Promise<UserError>;

/** For a routine of a file. */
export function createLocator(routine: Routine, source: JsonSource): LocateFault {
  return async ({ group, message, exitCode }) => {
    const fault = await locateIntervalFault(routine, group, message, source);
    return new UserError(fault ? formatFault(fault) : message, { exitCode });
  };
}

/** A fault of a group's interval with its place in the file; null for a group that is none of the file's. */
export async function locateIntervalFault(
  routine: Routine,
  group: Group,
  message: string,
  source: JsonSource,
): Promise<FileFault | null> {
  const path = findGroupPath(routine, group, source.value);
  const [fault] = path ? await locateFaults([{ path: [...path, "every"], message }], source) : [];
  return fault ?? null;
}

/** @returns null for what is no group of the routine, or a file whose groups are not the routine's. */
export function findGroupPath(routine: Routine, group: Group, file: unknown): JsonPath | null {
  const groups = routine.sections.flatMap(({ items }) => listGroups(items ?? []));
  const paths = listGroupPaths(file, []);
  const index = groups.indexOf(group);
  return (groups.length === paths.length && paths[index]) || null;
}

/** Each group before those in it, as they stand in the file. */
function listGroups(items: readonly Item[]): Group[] {
  return items.flatMap((item) => (item.type === "group" ? [item.group, ...listGroups(item.group.items)] : []));
}

function listGroupPaths(holder: unknown, path: JsonPath): JsonPath[] {
  if (typeof holder !== "object" || holder === null) return [];
  const sections: unknown[] = "sections" in holder && Array.isArray(holder.sections) ? holder.sections : [];
  const blocks: unknown[] = "blocks" in holder && Array.isArray(holder.blocks) ? holder.blocks : [];
  return [
    ...sections.flatMap((section, index) => listGroupPaths(section, [...path, "sections", index])),
    ...blocks.flatMap((block, index) => {
      const at = [...path, "blocks", index];
      const isGroup = typeof block === "object" && block !== null && "blocks" in block;
      return isGroup ? [at, ...listGroupPaths(block, at)] : [];
    }),
  ];
}
