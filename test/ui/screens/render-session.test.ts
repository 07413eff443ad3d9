/** Which page a session shows, and that its last line says what the keys do there. */
import { expect, test } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import { createInitialState } from "../../../src/player/state.ts";
import { summariseSession } from "../../../src/player/summarise-session.ts";
import type { PlayerState } from "../../../src/player/types.ts";
import { plainText } from "../../../src/ui/layout/line.ts";
import type { TerminalSize } from "../../../src/ui/layout/slots.ts";
import { renderSession } from "../../../src/ui/screens/render-session.ts";
import { INITIAL_SCREEN_STATE, type SessionScreenState } from "../../../src/ui/session-control.ts";
import { shortPlan } from "../support/plans.ts";

const READY = createInitialState();
const RUNNING: PlayerState = { ...READY, status: "running" };
const FINISHED: PlayerState = { ...READY, status: "finished", step: shortPlan().steps.length };
const HIGH = { columns: 80, rows: 40 };
const LOW = { columns: 40, rows: 8 };

function screen(state: PlayerState, size: TerminalSize, control: SessionScreenState = INITIAL_SCREEN_STATE): string[] {
  const plan = shortPlan();
  const session = { plan, notices: () => [], state: () => state };
  const subject = { session, summarise: () => summariseSession(plan, state), figures: null };
  const moment = { frame: buildFrame(plan, state), notice: undefined, flash: NO_FLASH };
  return renderSession(subject, moment, control, size).map(plainText);
}

const HELP: SessionScreenState = { overlay: "help", scroll: 2 };

test.each([
  ["the overview", READY, INITIAL_SCREEN_STATE, "space starts"],
  ["the end", FINISHED, INITIAL_SCREEN_STATE, "any key leaves"],
  ["the page of keys", RUNNING, HELP, "any key goes back"],
] as const)("%s says that it scrolls where it does, and only there", (_page, state, control, keys) => {
  expect(screen(state, HIGH, control).at(-1)?.trim()).toMatch(new RegExp(`^${keys}(   q leaves)?$`));
  expect(screen(state, LOW, control).at(-1)).toMatch(new RegExp(`${keys}   ↑ ↓.* [↑ ][↓ ]`));
});

test.each(["help", "quit"] as const)("when the workout ends under %s, the end is shown from its top", (overlay) => {
  expect(screen(FINISHED, LOW, { overlay, scroll: 2 })).toEqual(screen(FINISHED, LOW));
});
