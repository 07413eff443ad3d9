/** What a coach wrote beside a rest, a group or a set: said when it is needed, and by a full voice alone. */
import { describe, expect, it } from "vitest";
import { doing, group, planOf, rest, work } from "../support/groups.ts";
import { sheetOf, words } from "./support.ts";

const exercises = [work("plank", 30), work("squat", 20)];
const told = (items: Parameters<typeof planOf>[1], settings = {}) =>
  words(sheetOf(planOf(exercises, items), settings)).map((text) => text.replace(/\.$/, ""));

describe("a note", () => {
  it("of a rest is the first that is said in it", () => {
    const said = told([doing("plank"), rest(20, "Drink"), doing("squat")]);
    expect(said.indexOf("Drink")).toBe(said.indexOf("Next: squat, 20 seconds") - 1);
    expect(said.indexOf("Drink")).toBeGreaterThan(0);
  });

  it("of a group is said once, that of a set before each", () => {
    const sets = doing("plank", { ownSets: [{ note: "On the forearms", rest: 8 }, { note: "On the hands" }] });
    const said = told([group({ rounds: 2, rest: 20, note: "Keep a steady pace" }, sets)]);
    const notes = said.filter((text) => /^(Keep|On)/.test(text));
    expect(notes).toEqual([
      ...["Keep a steady pace", "On the forearms", "On the hands", "On the forearms", "On the hands"],
    ]);
  });

  it("is left out by a brief voice", () => {
    expect(told([doing("plank"), rest(20, "Drink"), doing("squat")], { voice: "brief" })).not.toContain("Drink");
  });
});
