/** Frames of every kind, with texts that try to break a line. */
import * as fc from "fast-check";
import type { Frame, FramePhase } from "../../../src/player/frame-types.ts";
import { PHASES } from "../../../src/terms.ts";
import { nastyText } from "./text.ts";

const FRAME_PHASES: readonly FramePhase[] = [...PHASES, "prepare", "rest", "switch", "open"];
const KINDS = ["prepare", "set", "switch", "rest"] as const;
const share = () => fc.double({ min: 0, max: 1, noNaN: true });
const part = fc.record({
  kind: fc.constantFrom(...KINDS),
  weight: fc.integer({ min: 0, max: 600_000 }),
});
const stroke = fc.record({
  phase: fc.constantFrom("concentric", "eccentric", "pause-top", "contract", "relax", "stretch"),
  word: fc.oneof(fc.constantFrom("LIFT", "LOWER"), nastyText()),
  seconds: fc.double({ min: 0, max: 60, noNaN: true }),
});

export const anyFrame = (): fc.Arbitrary<Frame> =>
  fc
    .record({
      status: fc.constantFrom("running", "paused", "finished", "quit"),
      pauseReason: fc.constantFrom("asked", "gap", null),
      phase: fc.constantFrom(...FRAME_PHASES),
      actionText: fc.oneof(fc.constantFrom("LIFT", "SWITCH SIDES", "FAST CONTRACT"), nastyText()),
      kind: fc.constantFrom(...KINDS),
      digits: fc.constantFrom("", "7", "45", "1:30", "12:05", "1440:00"),
      seconds: fc.integer({ min: 0, max: 86_400 }),
      exercise: fc.oneof(fc.constant("Kneeling hip flexor stretch"), nastyText()),
      exerciseId: fc.constant("any"),
      side: fc.constantFrom("left", "right", null),
      sideMeaning: nastyText(),
      setText: fc.constantFrom("", "Set 2 of 3", "Set 100 of 100"),
      repText: fc.constantFrom("", "Rep 7 of 20"),
      roundText: nastyText(),
      placeText: fc.oneof(fc.constantFrom("", "Exercise 2 of 5"), nastyText()),
      doneText: fc.constantFrom("", "1 round done", "12 rounds done"),
      clock: fc.constantFrom("cap", "interval", "up", null),
      clockText: fc.constantFrom("", "0:07", "3:05", "59:59"),
      loadText: nastyText(),
      countText: nastyText(),
      stretchable: fc.boolean(),
      cutSetText: fc.constantFrom("", "Push-up: 7 of 10 reps"),
      linesRead: fc.nat({ max: 1000 }),
      instructions: fc.array(nastyText(), { maxLength: 5 }),
      next: nastyText(),
      strokes: fc.array(stroke, { maxLength: 4 }),
      fill: share(),
      fillSeconds: fc.integer({ min: 0, max: 3600 }),
      stepFill: share(),
      elapsedSeconds: fc.integer({ min: 0, max: 86_400 }),
      remainingSeconds: fc.integer({ min: 0, max: 86_400 }),
      leftText: fc.constantFrom("", "0:45 left", "12:34+ left", "up to 20:00 left", "23:59:59 left"),
      segments: fc.array(part, { minLength: 1, maxLength: 120 }),
    } satisfies Record<Exclude<keyof Frame, "stepIndex" | "strokeIndex" | "sideWord">, fc.Arbitrary<unknown>>)
    .chain((made) =>
      fc.record({
        ...Object.fromEntries(Object.entries(made).map(([key, value]) => [key, fc.constant(value)])),
        stepIndex: fc.nat({ max: made.segments.length - 1 }),
        strokeIndex: fc.nat({ max: Math.max(0, made.strokes.length - 1) }),
        sideWord: fc.constant(made.side ? made.side.toUpperCase() : ""),
      }),
    )
    .map((frame) => frame as unknown as Frame);
