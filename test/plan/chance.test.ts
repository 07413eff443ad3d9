/** What chance decides: the same for the same seed, today and in every later version, so that a session can be done again. */
import { describe, expect, it } from "vitest";
import { listBlocks } from "../../src/catalog/create-routine.ts";
import type { Item } from "../../src/catalog/types.ts";
import { decideByChance, hasChance } from "../../src/plan/chance.ts";
import { doing, group, rest, routineOf } from "../support/groups.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const all = ids.map((id) => doing(id));
const decide = (seed: number | undefined, ...items: Item[]) => {
  const { routine } = routineOf([], ...items);
  return decideByChance(routine, listBlocks(items), seed);
};
const orderOf = (seed: number | undefined, ...items: Item[]) =>
  decide(seed, ...items)
    .routine.sections.flatMap(({ blocks }) => blocks.map(({ exercise }) => exercise))
    .join("");

describe("the order of a group that is shuffled", () => {
  it.each([
    [1, "ebfcad"],
    [2, "acdfbe"],
    [3, "cdfbae"],
    [7, "ebcdfa"],
    [42, "baefcd"],
    [9999, "cafdeb"],
    [999_999_999, "ecbdaf"],
  ])("by seed %d is always the same", (seed, order) => {
    expect(orderOf(seed, group({ rounds: 2, shuffle: true }, ...all))).toBe(order);
  });

  it("without a seed is that of seed 1", () => {
    expect(orderOf(undefined, group({ rounds: 2, shuffle: true }, ...all))).toBe(
      orderOf(1, group({ rounds: 2, shuffle: true }, ...all)),
    );
  });
});

describe("a group of which some are picked", () => {
  it("keeps their order, unless it is shuffled too", () => {
    expect([1, 2, 3].map((seed) => orderOf(seed, group({ rounds: 2, pick: 2 }, ...all)))).toEqual(["be", "ac", "cd"]);
    expect([1, 2, 3].map((seed) => orderOf(seed, group({ rounds: 2, pick: 2, shuffle: true }, ...all)))).toEqual([
      "eb",
      "ac",
      "cd",
    ]);
  });

  it("that is left fewer has all of them", () => {
    const items = [group({ rounds: 2, pick: 4 }, ...all)];
    const { routine } = routineOf([], ...items);
    const left = listBlocks(items).filter(({ exercise }) => "abc".includes(exercise));
    const { blocks, seed } = decideByChance(routine, left, 5);
    expect([...blocks].map(({ exercise }) => exercise)).toEqual(["a", "b", "c"]);
    expect(seed).toBe(5);
  });

  it("inside another group is decided for itself, and what stands beside it stays", () => {
    const inner = group({ rounds: 2, pick: 1 }, ...all.slice(0, 3));
    expect(orderOf(4, group({ rounds: 2 }, ...all.slice(3, 5), inner), doing("f"))).toBe("debf");
    expect(decide(4, rest(5), inner).routine.sections[0]?.items?.[0]).toEqual(rest(5));
  });
});

it("a routine that leaves nothing to chance is itself, without a seed", () => {
  const items = [doing("a"), group({ rounds: 2 }, doing("b"))];
  const { routine } = routineOf([], ...items);
  expect(decideByChance(routine, listBlocks(items), 5)).toEqual({ routine, blocks: new Set(listBlocks(items)) });
  expect(hasChance(routine)).toBe(false);
  expect(hasChance({ sections: routine.sections.map(({ items: _, ...section }) => section) })).toBe(false);
  expect(hasChance(routineOf([], doing("a"), group({ rounds: 2, pick: 1 }, ...all)).routine)).toBe(true);
  expect(hasChance(routineOf([], group({ rounds: 2 }, group({ rounds: 1, shuffle: true }, ...all))).routine)).toBe(
    true,
  );
});

describe("what chance is asked", () => {
  const picked = group({ rounds: 2, pick: 2 }, doing("a"), rest(5), doing("b"), rest(6), doing("c"));

  it("is for blocks, so that the rests among them are left out", () => {
    for (const seed of [1, 2, 3, 4]) {
      const [item] = decide(seed, picked).routine.sections[0]?.items ?? [];
      expect(item?.type === "group" && item.group.items.map(({ type }) => type)).toEqual(["block", "block"]);
    }
  });

  it("says which blocks are left, and nothing of those that a flag has left out", () => {
    const items = [picked, doing("d"), doing("e")];
    const { routine } = routineOf([], ...items);
    const left = listBlocks(items).filter(({ exercise }) => exercise !== "e");
    const names = [...decideByChance(routine, left, 2).blocks].map(({ exercise }) => exercise);
    expect(names).toHaveLength(3);
    expect(names).toContain("d");
  });

  it("may stand in any section of several, and a section without groups stays as it is", () => {
    const { routine } = routineOf([], picked);
    const [section] = routine.sections;
    if (!section) throw new Error("a routine has a section");
    const { items: _, ...flat } = section;
    for (const sections of [
      [section, flat],
      [flat, section],
    ]) {
      expect(hasChance({ sections })).toBe(true);
      const decided = decideByChance({ ...routine, sections }, [], 2).routine.sections;
      expect(decided[sections.indexOf(flat)]).toBe(flat);
    }
    expect(hasChance({ sections: [flat, flat] })).toBe(false);
  });
});
