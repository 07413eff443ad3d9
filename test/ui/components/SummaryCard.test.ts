/** The card that stays in the shell after a session. */
import { stripVTControlCharacters } from "node:util";
import chalk from "chalk";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderSummaryCard as renderCard, type SummaryCardProps } from "../../../src/ui/components/SummaryCard.tsx";
import { textWidth } from "../../../src/ui/fit-text.ts";
import { timelineSegmentsOf } from "../../../src/ui/pictures/timeline.ts";
import { NO_REVIEW } from "../../../src/ui/summary.ts";
import { createTheme, type Theme } from "../../../src/ui/theme.ts";
import { shortPlan } from "../support/plans.ts";
import { nastyText } from "../support/text.ts";

const NO_COLOUR = createTheme("dark", 0);

/** Its lines. Ink writes styles with a chalk of its own, which a screen has set before. */
function renderSummaryCard(card: SummaryCardProps, columns: number, theme: Theme): string[] {
  chalk.level = theme.chalkLevel;
  return renderCard(card, columns, theme).split("\n");
}

const CARD: SummaryCardProps = {
  title: "Psoas program",
  summary: {
    finished: true,
    setsCompleted: 6,
    setsPlanned: 8,
    reps: 40,
    workedMs: 312_000,
    sessionMs: 700_000,
    skipped: [],
    scores: [],
    muscles: [
      { name: "iliopsoas", ms: 240_000 },
      { name: "rectus femoris", ms: 120_000 },
      { name: "adductors", ms: 100_000 },
    ],
  },
  review: {
    streak: "3 days in a row",
    last: { when: "22 Nov", sessionMs: 680_000, setsCompleted: 5, setsPlanned: 8, reps: 32 },
    best: null,
  },
  timeline: timelineSegmentsOf(shortPlan()),
  stepsReached: 9,
  notices: [],
};

describe("the card of a session", () => {
  test("has six lines: what it was, what was done, how it went, what for, and the last time", () => {
    expect(renderSummaryCard(CARD, 80, NO_COLOUR)).toMatchInlineSnapshot(`
      [
        "╭─ Psoas program ─────────────────────────────────────────────── DONE ─╮",
        "│ 11:40   6 of 8 sets · 40 reps · 3 days in a row                      │",
        "│  ████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄███████ ████████████▄▄▄████████████ ████████ │",
        "│ iliopsoas 4:00 ▆▆▆▆▆▆▆▆   rectus femoris 2:00 ▆▆▆▆                   │",
        "│ Last time: 11:20 · 5 of 8 sets · 32 reps · 22 Nov                    │",
        "╰──────────────────────────────────────────────────────────────────────╯",
      ]
    `);
  });

  test("of a session that was stopped ends where it ended", () => {
    const stopped = { ...CARD, summary: { ...CARD.summary, finished: false }, review: NO_REVIEW, stepsReached: 2 };
    expect(renderSummaryCard(stopped, 60, NO_COLOUR)).toMatchInlineSnapshot(`
      [
        "╭─ Psoas program ──────────────────────────────── STOPPED ─╮",
        "│ 11:40   6 of 8 sets · 40 reps                            │",
        "│  ███████████████████████████████████████████████████████ │",
        "│ iliopsoas 4:00 ▆▆▆▆▆▆▆▆   rectus femoris 2:00 ▆▆▆▆       │",
        "│ Stopped at step 2 of 10                                  │",
        "╰──────────────────────────────────────────────────────────╯",
      ]
    `);
  });

  test("says that nothing was done where every set was skipped", () => {
    const nothing = { ...CARD.summary, setsCompleted: 0, workedMs: 0, reps: 0, muscles: [] };
    const lines = renderSummaryCard({ ...CARD, summary: nothing, review: NO_REVIEW }, 60, NO_COLOUR);
    expect(lines.join("\n")).toMatch(/NOTHING DONE(.|\n)*No set was begun/);
    expect(lines.join("\n")).not.toMatch(/─ DONE|█/);
    expect(renderSummaryCard({ ...CARD, summary: nothing }, 30, NO_COLOUR)).toEqual(["Psoas program: nothing done."]);
  });

  test("says below it what failed at the side", () => {
    expect(renderSummaryCard({ ...CARD, notices: ["Sound is back"] }, 80, NO_COLOUR).slice(6)).toEqual([
      "Note: Sound is back",
    ]);
  });

  test("is plain lines, broken between words, where the terminal is narrow", () => {
    expect(renderSummaryCard(CARD, 30, NO_COLOUR)).toEqual([
      "Psoas program: done, 11:40.",
      "6 of 8 sets, 40 reps, 5:12 of",
      "work.",
      "Streak: 3 days in a row.",
    ]);
  });

  test("names a score beside the sets", () => {
    const summary = { ...CARD.summary, scores: [{ title: "AMRAP", text: "7 rounds + 12 reps", comparison: "" }] };
    expect(renderSummaryCard({ ...CARD, summary }, 80, NO_COLOUR)[1]).toContain("AMRAP 7 rounds + 12 reps");
  });

  test("is as wide in every line, with colours and without, whatever the texts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 200 }), nastyText(), fc.constantFrom(0, 3), (columns, text, level) => {
        const muscles = [{ name: text, ms: 90_000 }];
        const card = { ...CARD, title: text, summary: { ...CARD.summary, muscles } };
        const lines = renderSummaryCard(card, columns, createTheme("dark", level as 0 | 3));
        const widths = new Set(lines.map((line) => textWidth(stripVTControlCharacters(line))));
        expect([...widths]).toEqual([Math.min(columns, 72)]);
      }),
    );
  });
});
