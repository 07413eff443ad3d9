/** The live screen from moment to moment: what is kept of the last one never shows. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { layoutOf } from "../../../src/ui/layout.ts";
import { advanceLiveView, liveViewOf } from "../../../src/ui/live/view.ts";
import { createTheme } from "../../../src/ui/theme.ts";
import { HOLD, MARCH, OPEN, PAUSED, REST, SWITCH } from "../support/frames.ts";
import { anyFrame } from "../support/random-frame.ts";
import { live, liveContext, renderInTurn, renderStyled } from "../support/render.tsx";

const size = fc.record({ columns: fc.integer({ min: 16, max: 120 }), rows: fc.integer({ min: 4, max: 40 }) });
const share = () => fc.double({ min: 0, max: 1, noNaN: true });

/** Frames of a workout as they follow each other: most differ in their digits or a bar alone. */
const followingFrames = fc
  .array(
    fc.record({
      base: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(HOLD, MARCH, OPEN, PAUSED, REST, SWITCH) }, anyFrame()),
      changes: fc.array(
        fc.record(
          {
            fill: share(),
            stepFill: share(),
            digits: fc.constantFrom("9", "10", "48", "1:05"),
            repText: fc.constantFrom("Rep 9 of 20", "Rep 10 of 20"),
          },
          { requiredKeys: ["fill", "stepFill"] },
        ),
        { maxLength: 4 },
      ),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((parts) =>
    parts.flatMap(({ base, changes }): Frame[] => [base, ...changes.map((one) => ({ ...base, ...one }))]),
  );

test("whatever frames follow each other, each looks as if it were drawn on an empty screen", () => {
  fc.assert(
    fc.property(followingFrames, size, fc.constantFrom(0, 3), fc.boolean(), (frames, at, level, hasFigures) => {
      const theme = createTheme("dark", level === 0 ? 0 : 3);
      const screens = frames.map((frame) => live(frame, at, { hasFigures }));
      const inTurn = renderInTurn(screens, at, theme);
      expect(inTurn).toEqual(screens.map((screen) => renderStyled(screen, at, theme)));
    }),
    { numRuns: 25 },
  );
});

test("a view in which only time has passed is the view of that moment", () => {
  fc.assert(
    fc.property(anyFrame(), share(), share(), size, fc.boolean(), (frame, fill, stepFill, at, hasFigures) => {
      const [layout, context] = [layoutOf(at), liveContext(frame, hasFigures)];
      const viewOf = (one: Frame) =>
        liveViewOf({ frame: one, notice: "", flash: NO_FLASH, isQuitting: false }, layout, context);
      const later = { ...frame, fill, stepFill };
      expect(advanceLiveView(viewOf(frame), later, layout, context)).toEqual(viewOf(later));
    }),
    { numRuns: 300 },
  );
});
