/** What the live screen says besides the step itself: notices, a set that can be corrected, questions, captions. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { HOLD, REST } from "../support/frames.ts";
import { liveText } from "../support/render.tsx";
import { anySize } from "../support/text.ts";

describe("a notice", () => {
  test("stands beside the keys, in place of the word in 20×5, and there behind a question", () => {
    expect(liveText(HOLD, 80, 24, { notice: "Sound off" })).toMatch(/\| {2}space pause · .* {2}Sound off$/);
    expect(liveText(HOLD, 20, 5, { notice: "Sound off" })).toMatch(/^\|Sound off\n/);
    expect(liveText(HOLD, 40, 12, { notice: "Sound off" })).toMatch(/\n\| Sound off\n/);
    expect(liveText(HOLD, 20, 5, { notice: "Sound off", isQuitting: true })).toMatch(/^\|Quit\? q: yes\n/);
  });

  test("is not said beside the keys while it is read in the instructions", () => {
    const frame = { ...REST, instructions: ["Squat: 7 of 10 reps counted. Correct it with + and −."] };
    const text = liveText(frame, 80, 24, { notice: "Squat: 7 of 10 reps" });
    expect(text.match(/7 of 10 reps/g)).toHaveLength(1);
    expect(text).toContain("+ − time");
    expect(liveText(REST, 80, 24, { notice: "Squat: 7 of 10 reps" })).toContain("7 of 10 reps");
  });
});

describe("a set that a clock has cut off", () => {
  const cut: Frame = { ...REST, cutSetText: "Squat: 7 of 10 reps" };

  test("is told with the keys that set it right, where no instructions have room", () => {
    expect(liveText(cut, 40, 12)).toContain("Squat: 7 of 10 reps · + − correct");
    expect(liveText(cut, 20, 5)).toMatch(/^\|7\/10 reps · \+ −\n/);
    expect(liveText(REST, 40, 12)).not.toContain("correct");
    const noticed = liveText(cut, 30, 8, { notice: "Squat: 7 of 10 reps" });
    expect(noticed).toContain("Squat: 7 of 10 reps · + −");
    expect(noticed.match(/Squat/g)).toHaveLength(1);
  });

  test("gives way to what comes next in the last seconds, unless the rest is no longer than they are", () => {
    expect(liveText({ ...cut, seconds: 9, digits: "9", fillSeconds: 90 }, 20, 5)).toMatch(/^\|Next/);
    expect(liveText({ ...cut, seconds: 6, digits: "6", fillSeconds: 8 }, 20, 5)).toMatch(/^\|7\/10 reps/);
  });
});

test("the question is not answered by another, nor asked twice in 20×5", () => {
  const asked = { ...HOLD, status: "paused", pauseReason: "asked" } as const;
  expect(liveText(asked, 80, 24)).toContain("Press space to resume.");
  expect(liveText(asked, 80, 24, { isQuitting: true })).not.toContain("Press space");
  expect(liveText(asked, 20, 5, { isQuitting: true }).match(/quit/gi)).toHaveLength(1);
});

test("the question is seen in every size", () => {
  fc.assert(
    fc.property(anySize(), (size) => {
      const text = liveText(HOLD, size.columns, size.rows, { isQuitting: true });
      return text.includes(size.columns >= 5 ? "Quit?" : "…") || size.columns === 1;
    }),
    { numRuns: 60 },
  );
});

test("what is said is seen in every size that has a line for it", () => {
  const flash = { ...NO_FLASH, caption: "Ten seconds." };
  for (const [columns, rows] of [
    [20, 5],
    [40, 9],
    [40, 12],
    [60, 20],
    [80, 24],
    [200, 60],
  ] as const) {
    expect(liveText(HOLD, columns, rows, { flash }), `${columns}×${rows}`).toContain("Ten seconds.");
  }
});
