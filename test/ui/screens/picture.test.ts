/** Which page a session shows, and that its last line says what the keys do there. */
import { expect, test } from "vitest";
import { DARK } from "../../../src/flash/lights.ts";
import { frameOf } from "../../../src/player/frame.ts";
import { initialState } from "../../../src/player/state.ts";
import { summarise } from "../../../src/player/summary.ts";
import type { PlayerState } from "../../../src/player/types.ts";
import { type Control, INITIAL_CONTROL } from "../../../src/ui/control.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import type { Size } from "../../../src/ui/layout/slots.ts";
import { pictureOf } from "../../../src/ui/screens/picture.ts";
import { shortPlan } from "../support/plans.ts";

const READY = initialState();
const RUNNING: PlayerState = { ...READY, status: "running" };
const FINISHED: PlayerState = { ...READY, status: "finished", step: shortPlan().steps.length };
const HIGH = { columns: 80, rows: 40 };
const LOW = { columns: 40, rows: 8 };

function screen(state: PlayerState, size: Size, control: Control = INITIAL_CONTROL): string[] {
  const plan = shortPlan();
  const session = { plan, notices: () => [], state: () => state };
  const subject = { session, summarise: () => summarise(plan, state), view: null };
  const moment = { frame: frameOf(plan, state), word: undefined, lit: DARK };
  return pictureOf(subject, moment, control, size).map(plainText);
}

const HELP: Control = { overlay: "help", scroll: 2 };

test.each([
  ["the overview", READY, INITIAL_CONTROL, "space starts"],
  ["the end", FINISHED, INITIAL_CONTROL, "any key leaves"],
  ["the page of keys", RUNNING, HELP, "any key goes back"],
] as const)("%s says that it scrolls where it does, and only there", (_page, state, control, keys) => {
  expect(screen(state, HIGH, control).at(-1)?.trim()).toMatch(new RegExp(`^${keys}(   q leaves)?$`));
  expect(screen(state, LOW, control).at(-1)).toMatch(new RegExp(`${keys}   ↑ ↓.* [↑ ][↓ ]`));
});

test.each(["help", "quit"] as const)("when the workout ends under %s, the end is shown from its top", (overlay) => {
  expect(screen(FINISHED, LOW, { overlay, scroll: 2 })).toEqual(screen(FINISHED, LOW));
});
