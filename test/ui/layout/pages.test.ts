/** The pages to read: overview, keys, end. They fit every size, and say what they should. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildHelpPage } from "../../../src/ui/layout/help-page.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import { buildOverviewPage } from "../../../src/ui/layout/overview-page.ts";
import {
  maxScroll,
  pageColumns,
  renderScrollablePage,
  type ScrollablePage,
} from "../../../src/ui/layout/scrollable-page.ts";
import type { TerminalSize } from "../../../src/ui/layout/slots.ts";
import { buildSummaryPage, formatSummary } from "../../../src/ui/layout/summary-page.ts";
import { SESSION_KEYS } from "../../../src/ui/session-keys.ts";
import { shortPlan } from "../support/plans.ts";
import { anySize, fits, nastyText, screenText } from "../support/text.ts";

const FOOTER = { text: "space starts", tone: "dim" } as const;
const show = (page: (columns: number) => ScrollablePage, size: TerminalSize, scroll = 0) =>
  screenText(renderScrollablePage(page(pageColumns(size)), size, scroll, FOOTER));

const SUMMARY = {
  finished: true,
  setsCompleted: 6,
  setsPlanned: 8,
  reps: 40,
  workedMs: 312_000,
  sessionMs: 700_000,
  skipped: ["Pigeon pose, left, set 1 of 2", "Pigeon pose, right, set 1 of 2"],
  muscles: [
    { name: "iliopsoas", ms: 240_000 },
    { name: "rectus femoris", ms: 120_000 },
  ],
};

describe("the overview", () => {
  test("tells time, needs, exercises with dose, what was changed, the notice and advice", () => {
    const plan = shortPlan({
      notice: "This is no medical advice.",
      changes: [{ exercise: "lunge", before: "2 × 45 s", after: "1 × 45 s", why: "to fit 5:00" }],
    });
    expect(show((columns) => buildOverviewPage(plan, columns), { columns: 60, rows: 30 })).toMatchInlineSnapshot(`
      "|  Evening                                            4 min
      |
      |  Needs     nothing
      |  Level     standard
      |  Pace      one step waits for you
      |
      |  Exercises
      |  March                  2 × 4, tempo 3-0-3-1        2 min
      |  Lunge                  1 × 45 s                    2 min
      |  Test                                           your pace
      |
      |  Changed
      |  · Lunge: 1 × 45 s in place of 2 × 45 s, to fit 5:00
      |
      |  Before you begin
      |  This is no medical advice.
      |
      |
      |
      |
      |
      |
      |
      |
      |
      |
      |
      |
      |  space starts"
    `);
  });

  test("of a session that is taken up tells what is left, where it goes on, and nothing of what was done", () => {
    const plan = shortPlan({
      changes: [{ exercise: "march", before: "3 × 4", after: "2 × 4", why: "to fit 5:00" }],
    });
    const next = plan.steps.findIndex((step) => step.exercise === "lunge" && step.kind === "switch");
    expect(show((columns) => buildOverviewPage(plan, columns, next), { columns: 60, rows: 14 })).toMatchInlineSnapshot(`
      "|  Evening                                       1 min left
      |
      |  Goes on   with Switch sides: right
      |  Needs     nothing
      |  Level     standard
      |  Pace      one step waits for you
      |
      |  Exercises
      |  Lunge                  1 × 45 s                     55 s
      |  Test                                           your pace
      |
      |
      |  space starts"
    `);
  });

  test("can be read to its end in 20×5", () => {
    const size = { columns: 20, rows: 5 };
    const page = buildOverviewPage(shortPlan({ notice: "The last words." }), pageColumns(size));
    const seen = Array.from({ length: maxScroll(page, size) + 1 }, (_, scroll) =>
      renderScrollablePage(page, size, scroll, FOOTER).map(plainText).join("\n"),
    ).join("\n");
    for (const words of ["Evening", "March", "Lunge", "The last words."]) expect(seen).toContain(words);
  });
});

test("the end tells sets, repetitions, time under tension a muscle, and what was left out", () => {
  expect(
    show((columns) => buildSummaryPage("Psoas program", SUMMARY, columns), { columns: 60, rows: 20 }),
  ).toMatchInlineSnapshot(`
    "|  Psoas program                                     √ Done
    |
    |  Sets           6 of 8
    |  Repetitions    40
    |  Time in sets   5:12
    |  In all         11:40
    |
    |  Time under tension
    |  iliopsoas       4:00  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
    |  rectus femoris  2:00  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
    |
    |  Left out: 2
    |    Pigeon pose, left, set 1 of 2
    |    Pigeon pose, right, set 1 of 2
    |
    |
    |
    |
    |  space starts"
  `);
  expect(formatSummary("Psoas program", SUMMARY, 80)).toEqual([
    "Psoas program: done, 12 min.",
    "6 of 8 sets, 40 repetitions, 5:12 in sets.",
    "Time under tension: iliopsoas 4:00, rectus femoris 2:00.",
  ]);
  // Lines that the shell keeps are broken between words, not where the terminal ends.
  expect(formatSummary("Psoas program", SUMMARY, 40).slice(1)).toEqual([
    "6 of 8 sets, 40 repetitions, 5:12 in",
    "sets.",
    "Time under tension: iliopsoas 4:00,",
    "rectus femoris 2:00.",
  ]);
});

test("what failed at the side is said at the end, on the page and in the lines that stay", () => {
  const notices = ["Sound stopped (pacat ended); it is tried again", "Sound is back"];
  const page = show((columns) => buildSummaryPage("Hips", SUMMARY, columns, notices), { columns: 60, rows: 30 });
  expect(page).toMatch(/To know\n\| +Sound stopped \(pacat ended\); it is tried again\n\| +Sound is back/);
  expect(formatSummary("Hips", SUMMARY, 80, notices).slice(-2)).toEqual([
    "To know: Sound stopped (pacat ended); it is tried again",
    "To know: Sound is back",
  ]);
});

describe("no size and no text breaks", () => {
  test("a page", () => {
    fc.assert(
      fc.property(anySize(), nastyText(), fc.nat({ max: 30 }), (size, text, scroll) => {
        const columns = pageColumns(size);
        const plan = shortPlan({ title: text, notice: text });
        const [block] = plan.blocks;
        const nasty = {
          ...plan,
          blocks: [{ ...block!, dose: text, note: text, equipment: [text, text] }, ...plan.blocks.slice(1)],
        };
        const summary = { ...SUMMARY, skipped: [text], muscles: [{ name: text, ms: 1000 }] };
        for (const page of [
          buildOverviewPage(nasty, columns),
          buildSummaryPage(text, summary, columns, [text]),
          buildHelpPage(SESSION_KEYS, columns),
        ]) {
          fits(size, renderScrollablePage(page, size, scroll, { text, tone: "dim" }));
        }
      }),
      { numRuns: 200 },
    );
  });
});
