/** What a block says of its place in a routine: it warms up for what follows, or is changed over to from what came before. */
import { expect, test } from "vitest";
import { build, faultsOf } from "./built-routine.ts";

test.each<[why: string, blocks: object[], faults: string[]]>([
  ["a warm-up with work behind it", [{ exercise: "a", warmUp: true }, { exercise: "march" }], []],
  ["a warm-up of a group", [{ blocks: [{ exercise: "a", warmUp: true }, { exercise: "march" }] }], []],
  [
    "a warm-up for nothing",
    [{ exercise: "march" }, { exercise: "a", warmUp: true }],
    ["blocks.1.warmUp: expected none, as no exercise follows it"],
  ],
  [
    "a change over from what stands somewhere before it",
    [{ exercise: "march" }, { exercise: "a" }, { exercise: "pigeon", after: "march", note: "Take the band off." }],
    [],
  ],
  ["with time for it alone", [{ exercise: "march" }, { exercise: "a", after: "march", prepare: 30 }], []],
  [
    "a change over without anything to do",
    [{ exercise: "march" }, { exercise: "a", after: "march" }],
    ["blocks.1.after: expected a note or prepare beside it, which are for that case"],
  ],
  [
    "one from nothing",
    [{ exercise: "a", after: "march", note: "N" }, { exercise: "march" }],
    ["blocks.0.after: expected none, as no exercise comes before it, found march"],
  ],
  [
    "one from what comes later, in a group too",
    [{ exercise: "a" }, { blocks: [{ exercise: "a", after: "march", note: "N" }, { exercise: "march" }] }],
    ["blocks.1.blocks.0.after: expected an exercise that comes before it, found march"],
  ],
  [
    "one from an exercise that there is not",
    [{ exercise: "a" }, { exercise: "march", after: "nothing", note: "N" }],
    ["blocks.1.after: expected an exercise that comes before it, found nothing"],
  ],
])("%s", (_, blocks, faults) => {
  expect(faultsOf(...blocks)).toEqual(faults);
});

test("both are kept, and the exercise that is changed over from by its id", () => {
  const { sections } = build({
    blocks: [
      { exercise: "march", warmUp: true },
      { exercise: "a", after: "mar", note: "N" },
    ],
  });
  expect(sections[0]?.blocks).toMatchObject([{ warmUp: true }, { after: "march", note: "N" }]);
});
