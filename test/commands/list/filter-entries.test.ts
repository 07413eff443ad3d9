/** What a search finds, and how one that finds nothing leads on. */
import { expect, test } from "vitest";
import type { ListEntry } from "../../../src/app/open/index-entries.ts";
import { filterEntries, type ListFilter } from "../../../src/commands/list/filter-entries.ts";
import { faultOf } from "../../support/fault-of.ts";

const entry = (id: string, rest: Partial<ListEntry>): ListEntry => ({
  type: "exercise",
  id,
  name: id,
  aliases: [],
  summary: "",
  kinds: ["stretch"],
  targets: [],
  equipment: [],
  origin: "shipped",
  ...rest,
});

const ENTRIES = [
  entry("desk-break", { type: "routine", kinds: ["strength", "stretch"], equipment: ["chair"] }),
  entry("pigeon-pose", { targets: ["gluteus maximus"], aliases: ["pigeon"] }),
  entry("psoas-march", { kinds: ["strength"], targets: ["iliopsoas"], equipment: ["resistance band"] }),
  entry("biceps-curl", { kinds: ["strength"], targets: ["biceps"] }),
];

const find = (filter: ListFilter) => filterEntries(ENTRIES, filter).map(({ id }) => id);

test.each<[string, string[]]>([
  ["exercises", ["pigeon-pose", "psoas-march", "biceps-curl"]],
  ["routine", ["desk-break"]],
  ["psoas", ["psoas-march"]],
  ["stretches", ["desk-break", "pigeon-pose"]],
  ["exercises stretch", ["pigeon-pose"]],
  ["GLUTEUS", ["pigeon-pose"]],
  ["bands", ["psoas-march"]],
  ["biceps", ["biceps-curl"]],
  ["all", ENTRIES.map(({ id }) => id)],
])("list %s", (words, ids) => {
  expect(find({ words: words.split(" ") })).toEqual(ids);
  expect(find({ words: [words] })).toEqual(ids);
});

test("words and filters have to match together", () => {
  expect(find({ words: ["strength"], equipment: "none" })).toEqual(["biceps-curl"]);
  expect(find({ kind: "Stretches", target: "biceps" })).toEqual([]);
});

test.each<[string, ListFilter, string, string]>([
  ["a word", { words: ["exercices"] }, 'nothing matches "exercices"', "did you mean exercises?"],
  ["a word like none", { words: ["zzzz"] }, 'nothing matches "zzzz"', "see everything with: unwind list"],
  [
    "a muscle",
    { target: "bicepts" },
    '--target: nothing has "bicepts"',
    "did you mean biceps? there is biceps, gluteus maximus or iliopsoas",
  ],
  ["a thing", { equipment: "sofa" }, '--equipment: nothing has "sofa"', "there is chair or resistance band"],
  [
    "a kind",
    { kind: "yoga" },
    'there is no kind "yoga"',
    "the kinds are strength, stretch, neuromuscular, massage, cardio, breathing, assessment, other",
  ],
])("%s that nothing has names what there is, and is an error", (_what, filter, message, hint) => {
  expect(faultOf(() => find(filter))).toMatchObject({ exitCode: 2, message, hint });
});
