/** Groups and where they stand in their file: each has its own place, in sections and in other groups. */
import { expect, test } from "vitest";
import { findGroupPath } from "../../src/catalog/group-paths.ts";
import type { Group, Item } from "../../src/catalog/types.ts";
import { routine } from "../support/content.ts";
import { doing, group, rest } from "../support/groups.ts";

function groupOf(item: Item): Group {
  if (item.type !== "group") throw new Error("no group");
  return item.group;
}

const inner = group({ rounds: 2, every: 30 }, doing("a"));
const outer = group({ rounds: 3 }, rest(5), inner, doing("b"));
const later = group({ rounds: 4, every: 30 }, doing("a"));
const { routine: base } = routine();
const [section] = base.sections;
const twoSections = {
  ...base,
  sections: [
    { ...section, items: [doing("a"), outer] },
    { ...section, items: [later] },
  ],
} as typeof base;
const file = {
  sections: [
    {
      blocks: [{ exercise: "a" }, { rounds: 3, blocks: [{ rest: 5 }, { every: 30, blocks: [{}] }, { exercise: "b" }] }],
    },
    { blocks: [{ every: 30, rounds: 4, blocks: [{ exercise: "a" }] }] },
  ],
};

test.each([
  [outer, ["sections", 0, "blocks", 1]],
  [inner, ["sections", 0, "blocks", 1, "blocks", 1]],
  [later, ["sections", 1, "blocks", 0]],
])("a group is found where it stands", (item, path) => {
  expect(findGroupPath(twoSections, groupOf(item), file)).toEqual(path);
});

test("nothing is found of another routine's group, or in another file", () => {
  expect(findGroupPath(twoSections, groupOf(group({ rounds: 2 }, doing("a"))), file)).toBeNull();
  expect(findGroupPath(twoSections, groupOf(later), { blocks: [] })).toBeNull();
});
