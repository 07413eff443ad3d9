/** What the home screen shows, and what is found by typing. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  filterEntries,
  type HomeEntry,
  handleHomeKey,
  homeRowsOf,
  INITIAL_HOME_STATE,
} from "../../../src/ui/home-entries.ts";
import { timelineSegmentsOf } from "../../../src/ui/pictures/timeline.ts";
import { HomeScreen } from "../../../src/ui/screens/HomeScreen.tsx";
import { shortPlan } from "../support/plans.ts";
import { expectToFit, renderText } from "../support/render.tsx";
import { anySize, nastyText } from "../support/text.ts";

const timeline = timelineSegmentsOf(shortPlan());
const ENTRIES: readonly HomeEntry[] = [
  {
    id: "a",
    title: "Evening",
    minutes: 12,
    equipment: ["resistance band"],
    purpose: "For the hips.",
    kind: "routine",
    isPersonal: true,
    timeline,
  },
  { id: "b", title: "Desk break", minutes: 5, equipment: [], purpose: "For those who sit.", kind: "routine", timeline },
  { id: "march", title: "Psoas march", minutes: 3, equipment: [], purpose: "Strength.", kind: "exercise" },
];
const home = (entries = ENTRIES) => <HomeScreen entries={entries} onChoice={() => {}} />;

describe("the home screen", () => {
  test("says of each entry how long it takes, what it needs, whose it is, and shows its timeline", () => {
    expect(renderText(home(), 100, 16)).toMatchInlineSnapshot(`
      "|  unwind                                                                          Choose a routine
      |
      |  ► Evening                resistance band                12 min  yours         ▄▄▁▁▁▄▄ ▄▄▄▁▄▄▄ ▄▄
      |    Desk break             no equipment                    5 min                ▄▄▁▁▁▄▄ ▄▄▄▁▄▄▄ ▄▄
      |    Exercises
      |    Psoas march            no equipment                    3 min
      |
      |
      |
      |
      |    For the hips. Equipment: resistance band.
      |
      |
      |     ███████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████████ ████████████████▄▄▄▄████████████████ ███████████
      |  ↑ ↓ choose · enter start · type to search, or a workout · q quit"
    `);
  });

  test("in a narrow terminal says what is needed before what it is for", () => {
    expect(renderText(home(), 40, 12)).toMatchInlineSnapshot(`
      "| unwind                Choose a routine
      |
      | ► Evening                yours  12 min
      |   Desk break                     5 min
      |   Exercises
      |   Psoas march                    3 min
      |
      |
      |   Equipment: resistance
      |   band. For the hips.
      | ↑ ↓ choose · enter start · q quit"
    `);
  });

  test("in a narrow terminal says where a session continues before what it needs", () => {
    const purpose = "Continues with Psoas march, set 3 of 3. 8 of 46 steps done.";
    const resumed = { id: "r", title: "Resume: Hips", minutes: 28, equipment: ["resistance band"], purpose };
    const text = renderText(home([resumed, ...ENTRIES]), 40, 12).replaceAll(/[|\s]+/g, " ");
    expect(text).toContain(`${purpose} ↑ ↓ choose`);
  });

  test("in the smallest terminal is the list", () => {
    expect(renderText(home(), 20, 5)).toMatch(/► Evening +12m\n\| {2}Desk break +5m\n.*\n\|enter/);
    expect(renderText(home(), 20, 3)).toBe("|► Evening        12m\n|  Desk break      5m");
  });
});

describe("typing", () => {
  const found = (filter: string) => filterEntries(ENTRIES, filter).map(({ id }) => id);

  test("finds what has every word anywhere, titles first", () => {
    expect(found("mar")).toEqual(["march"]);
    expect(found("band hips")).toEqual(["a"]);
    expect(found("")).toEqual(["a", "b", "march"]);
    expect(found("nothing like it")).toEqual([]);
    expect(filterEntries([{ ...ENTRIES[0]!, purpose: "A desk." }, ENTRIES[1]!], "desk").map(({ id }) => id)).toEqual([
      "b",
      "a",
    ]);
  });

  test("keeps each kind together under its heading, the kind with a title that matches first", () => {
    const of = (id: string, kind: "routine" | "exercise", purpose: string) => ({
      ...ENTRIES[0]!,
      id,
      kind,
      title: id,
      purpose,
    });
    const entries = [of("hips", "routine", "March."), of("march", "exercise", ""), of("legs", "routine", "A march.")];
    const found = filterEntries(entries, "march");
    const rows = homeRowsOf(found, false).map((row) => ("heading" in row ? row.heading : row.entry.id));
    expect(rows).toEqual(["Exercises", "march", "Routines", "hips", "legs"]);
    expect(homeRowsOf(entries.slice(0, 1), true)).toHaveLength(1);
  });

  test("makes q a letter, and escape clears before it leaves", () => {
    const typed = handleHomeKey(handleHomeKey(INITIAL_HOME_STATE, "s", 3).state, "q", 1);
    expect(typed).toEqual({ state: { filter: "sq", selectedIndex: 0 } });
    expect(handleHomeKey(typed.state, "backspace", 1).state.filter).toBe("s");
    expect(handleHomeKey(typed.state, "space", 1).state.filter).toBe("sq ");
    expect(handleHomeKey(typed.state, "escape", 1)).toEqual({ state: INITIAL_HOME_STATE });
    expect(handleHomeKey(INITIAL_HOME_STATE, "escape", 3).effect).toBe("leave");
    expect(handleHomeKey(INITIAL_HOME_STATE, "page-up", 3)).toEqual({ state: INITIAL_HOME_STATE });
  });
});

test("no size and no text breaks it", () => {
  const entry = fc.record({
    title: nastyText(),
    minutes: fc.nat({ max: 1440 }),
    equipment: fc.array(nastyText(), { maxLength: 3 }),
    purpose: nastyText(),
    isPersonal: fc.boolean(),
  });
  fc.assert(
    fc.property(anySize(), fc.array(entry, { maxLength: 30 }), (size, entries) => {
      const given = entries.map((one, index) => ({ ...one, id: String(index), timeline }));
      expectToFit(home(given), size);
    }),
    { numRuns: 60 },
  );
});
