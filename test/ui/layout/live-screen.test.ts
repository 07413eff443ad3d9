/** The live screen: what a person sees, and that no text and no size breaks it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/player/types.ts";
import type { Footer } from "../../../src/ui/layout/line.ts";
import { lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import { renderLiveScreen } from "../../../src/ui/layout/live-screen.ts";
import { HOLD, MARCH, OPEN, PAUSED, REST, SWITCH } from "../support/frames.ts";
import { anyFrame } from "../support/random-frame.ts";
import { anySize, screenText } from "../support/text.ts";

const KEYS: Footer = { text: "space pause   ? keys   q quit", tone: "dim" };
const at = (frame: Frame, columns: number, rows: number, footer = KEYS) =>
  screenText(renderLiveScreen(frame, { columns, rows }, footer));

describe("what is seen", () => {
  test("a hold on the right in 20×5 is its phase, its side and its figures", () => {
    expect(at(HOLD, 20, 5)).toBe(
      [
        "|      ■ HOLD RIGHT ►", //
        "|      █ █ █▀▀    █▄",
        "|      ▀▀█ ▀▀█    ██▀",
        "|        ▀ ▀▀▀    ▀",
      ].join("\n"),
    );
  });

  test("a march in 40×12 tells exercise, set, repetition, side, stroke, cue, what is next and how far it is", () => {
    expect(at(MARCH, 40, 12)).toMatchInlineSnapshot(`
      "| Psoas march         Set 2/3 · Rep 7/20
      | ◄ LEFT          ▲ LIFT
      |    ▄█           ▀▀▀▀▀█   │  │
      |  ▄███                █   │  │
      | ▀████           █▀▀▀▀▀   │▄▄│
      |   ▀██           █        │██│
      |     ▀           ▀▀▀▀▀▀   │██│
      |        ━━━━━──── ──── ─────────
      |                Knee up
      | Next  Rest, 60 s
      | 4:14  ▆▆▆▆▆▁▁▁▆█▃▃▃▁▁▁▃▃▃▃▃ ▃▃▁▃▃ 6:46"
    `);
  });

  test("a change of sides in 80×24 says in big letters what to do and which side comes", () => {
    expect(at(SWITCH, 80, 24)).toMatchInlineSnapshot(`
      "|  Kneeling lunge
      |
      |        ▄█   █▄    ▄▀▀▀ █   █ █ ▀▀█▀▀ ▄▀▀▀ █  █    ▄▀▀▀ █ █▀▀▄ █▀▀▀ ▄▀▀▀
      |       ▀██   ██▀    ▀▀▄ █▄▀▄█ █   █   █    █▀▀█     ▀▀▄ █ █  █ █▀▀   ▀▀▄
      |         ▀   ▀     ▀▀▀  ▀   ▀ ▀   ▀    ▀▀▀ ▀  ▀    ▀▀▀  ▀ ▀▀▀  ▀▀▀▀ ▀▀▀
      |
      |                               ▄▄██      ██████████                       █▄
      |                               ▀▀██      ██      ██                       ███▄
      |                                 ██      ██      ██                       ██▀
      |                                 ██      ██      ██                       ▀
      |                                 ██      ██      ██
      |                                 ██      ██      ██     █▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀
      |                                 ██      ██      ██     █▀█  █ █ ▀█ █▀▀█   █
      |                             ██████████  ██████████     ▀  ▀ ▀  ▀▀▀ ▀  ▀   ▀
      |
      |                 ──────────────────────────────────────────────
      |                            Right knee on the floor
      |                 Kneel on your right knee, left foot in front.
      |
      |  Next  Right side, 45 s
      |   ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁▁▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁▁▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆ ▆▆▆▆▆▆█▁▃▃▃▃▃▃
      |  10:15 done                                                         0:45 left
      |  space pause   ? keys   q quit"
    `);
  });

  test("a lift fills its gauge from below, and the left side stands at the left", () => {
    expect(at(MARCH, 80, 24)).toMatchInlineSnapshot(`
      "|  Psoas march                                       Set 2 of 3  ·  Rep 7 of 20
      |
      |                            ▄█▄     █    █ █▀▀▀ ▀▀█▀▀
      |                          ▄█████▄   █    █ █▀▀    █
      |                                    ▀▀▀▀ ▀ ▀      ▀
      |
      |    ▄█                             ██████████     │  │
      |  ▄███                                     ██     │  │
      |   ▀██                                     ██     │  │
      |     ▀                             ▄▄▄▄▄▄▄▄██     │  │
      |                                   ██▀▀▀▀▀▀▀▀     │██│
      |  █    █▀▀▀ █▀▀▀ ▀▀█▀▀             ██             │██│
      |  █    █▀▀  █▀▀    █               ██             │██│
      |  ▀▀▀▀ ▀▀▀▀ ▀      ▀               ██████████     │██│
      |
      |                 ━━━━━━━━━━───────── ────── ───────────────────
      |                                    Knee up
      |                                  Left knee up
      |
      |  Next  Rest, 60 s
      |   ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁▁▆▆▆▆█▃▃▃▃▃▃▃▃▃▃▁▁▁▁▁▁▁▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃ ▃▃▃▃▃▃▁▁▃▃▃▃▃▃
      |  4:14 done                                                          6:46 left
      |  space pause   ? keys   q quit"
    `);
  });

  test("a step that waits counts up and says how to go on", () => {
    const screen = at(OPEN, 80, 24);
    expect(screen).toContain("Press Enter when done.");
    expect(at(OPEN, 20, 2)).toBe("|1:23 … YOUR TURN ►");
  });

  test("a pause cannot be overlooked and says how to go on", () => {
    expect(at(PAUSED, 40, 12)).toContain("▌▌ PAUSED");
    expect(at(PAUSED, 40, 12)).toContain("Space goes on.");
    expect(at({ ...PAUSED, pauseReason: "gap" }, 80, 24)).toContain("The machine slept. Space goes on where you were.");
  });

  test("figures take at least a third of 100×30", () => {
    const rows = renderLiveScreen(HOLD, { columns: 100, rows: 30 }, KEYS).filter((line) =>
      line.some(({ tone, text }) => tone === "hold" && /[█▀▄]{3}/.test(text)),
    );
    // The word in big letters is one of them in three lines.
    expect(rows.length - 3).toBeGreaterThanOrEqual(10);
  });

  test("phases differ by sign and word where there is no colour", () => {
    const words = [MARCH, HOLD, REST, SWITCH, OPEN].map((frame) => at(frame, 40, 12).split("\n")[1]);
    expect(new Set(words).size).toBe(words.length);
  });
});

test("from one stroke to the next only the word and the figures change, and nothing moves", () => {
  const lower: Frame = { ...MARCH, phase: "eccentric", actionText: "LOWER", digits: "3" };
  const rest = (frame: Frame, columns: number, rows: number) =>
    renderLiveScreen(frame, { columns, rows }, KEYS).map((line) => {
      let at = 0;
      return line.flatMap(({ text, tone, bold }) => {
        at += text.length;
        const isChanged = tone === "concentric" || tone === "eccentric";
        return text.trim() === "" || isChanged ? [] : [`${at - text.length}: ${text} (${tone}${bold ? ", bold" : ""})`];
      });
    });
  for (const [columns, rows] of [
    [20, 5],
    [40, 12],
    [60, 16],
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ] as const) {
    expect(rest(lower, columns, rows)).toEqual(rest(MARCH, columns, rows));
    expect(rest(MARCH, columns, rows).flat().length).toBeGreaterThan(0);
  }
});

test("the side keeps its size and place when ten seconds become nine", () => {
  const sideOf = (digits: string) =>
    renderLiveScreen({ ...HOLD, digits }, { columns: 120, rows: 40 }, KEYS).map((line) => {
      const last = line.at(-1);
      return last?.tone === "plain" && last.bold && /[█▀▄]/.test(last.text) ? last.text : "";
    });
  expect(sideOf("9")).toEqual(sideOf("10"));
  expect(sideOf("9").join("")).not.toBe("");
});

test("a question is seen in every size", () => {
  const question: Footer = { text: "Leave?", tone: "alert" };
  fc.assert(
    fc.property(anySize(), (size) => {
      const words = renderLiveScreen(HOLD, size, question).map(plainText).join("\n");
      return words.includes(size.columns >= 6 ? "Leave?" : "…") || size.columns === 1;
    }),
  );
  expect(at(HOLD, 20, 5, question)).toBe(["|      ■ HOLD RIGHT ►", "|45", "|Kneeling lunge", "|Leave?"].join("\n"));
});

test("no text and no size makes a line too long or the screen too high", () => {
  fc.assert(
    fc.property(anyFrame(), anySize(), (frame, size) => {
      const lines = renderLiveScreen(frame, size, KEYS);
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      expect(lines.map(plainText).join("")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
    { numRuns: 400 },
  );
});
