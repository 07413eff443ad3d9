/** The screen to choose a routine on. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderHome } from "../../../src/ui/layout/home-page.ts";
import { anySize, fits, nastyText, screenText } from "../support/text.ts";

describe("the home screen", () => {
  const entries = [
    {
      id: "a",
      title: "Evening",
      minutes: 12,
      equipment: ["resistance band"],
      purpose: "For the hips.",
      isPersonal: true,
    },
    { id: "b", title: "Desk break", minutes: 5, equipment: [], purpose: "For those who sit." },
  ];
  const home = (columns: number, chosen: number) =>
    screenText(renderHome(entries, { filter: "", selectedIndex: chosen }, { columns, rows: 12 }));

  test("says of each routine what it needs, and which are the person's own", () => {
    expect(home(80, 0)).toMatchInlineSnapshot(`
      "|  unwind                                                     what shall it be?
      |
      |  ► Evening                       12 min    yours · resistance band
      |    Desk break                     5 min    nothing needed
      |
      |    For the hips.
      |
      |
      |
      |
      |  ↑ ↓ choose   enter starts   type to filter   q leaves"
    `);
  });

  test("says so in a narrow terminal too: what is needed stands before what the routine is for", () => {
    expect(home(40, 0)).toMatchInlineSnapshot(`
      "| unwind               what shall it be?
      |
      | ► Evening               yours · 12 min
      |   Desk break                     5 min
      |
      |   Needs resistance band. For the hips.
      |
      |
      |
      |
      | ↑ ↓ choose   enter starts   q leaves"
    `);
    expect(home(40, 1)).toMatch(/\n\| +Needs nothing\. For those who sit\./);
  });

  test("breaks in no size and with no text", () => {
    const entry = fc.record({
      id: fc.constant("a"),
      title: nastyText(),
      minutes: fc.nat({ max: 1440 }),
      equipment: fc.array(nastyText(), { maxLength: 3 }),
      purpose: nastyText(),
      isPersonal: fc.boolean(),
    });
    fc.assert(
      fc.property(
        anySize(),
        fc.array(entry, { maxLength: 30 }),
        nastyText(),
        fc.nat({ max: 30 }),
        (size, entries, filter, chosen) => {
          fits(
            size,
            renderHome(entries, { filter, selectedIndex: Math.min(chosen, Math.max(0, entries.length - 1)) }, size),
          );
          fits(size, renderHome(entries, { filter: "", selectedIndex: 0 }, size));
        },
      ),
    );
  });
});
