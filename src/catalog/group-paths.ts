/** Where a group of a routine stands in the file that the routine was read from. */
import type { JsonPath } from "../files/json-location.ts";
import type { Group, Item, Routine } from "./types.ts";

/** @returns null for what is no group of the routine, or a file whose groups are not the routine's. */
export function findGroupPath(routine: Routine, group: unknown, file: unknown): JsonPath | null {
  const groups = routine.sections.flatMap(({ items }) => listGroups(items ?? []));
  const paths = listGroupPaths(file, []);
  const index = groups.indexOf(group as Group);
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
