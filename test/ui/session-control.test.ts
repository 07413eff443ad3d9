/** What a key press does during a workout. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  handleLiveKey,
  INITIAL_LIVE_STATE,
  type LiveKeyContext,
  type LiveScreenState,
} from "../../src/ui/session-control.ts";
import { SESSION_KEYS } from "../../src/ui/session-keys.ts";

const where = (status: LiveKeyContext["status"], isHelpBeside = false): LiveKeyContext => ({ status, isHelpBeside });
const QUITTING: LiveScreenState = { overlay: "quit", resumes: true };

test("no single key, whatever it is, quits a workout that runs or is paused", () => {
  const keys = SESSION_KEYS.flatMap((row) => row.keys);
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...keys), fc.string()),
      fc.constantFrom("running", "paused"),
      (key, status) => {
        const { commands } = handleLiveKey(INITIAL_LIVE_STATE, key, where(status));
        return commands.every(({ type }) => type !== "quit");
      },
    ),
  );
});

describe("q", () => {
  test("pauses a workout that runs until it is answered", () => {
    expect(handleLiveKey(INITIAL_LIVE_STATE, "q", where("running"))).toEqual({
      state: QUITTING,
      commands: [{ type: "pause" }],
    });
    for (const key of ["space", "enter", "n", "right", "escape", "x"]) {
      expect(handleLiveKey(QUITTING, key, where("paused"))).toEqual({
        state: INITIAL_LIVE_STATE,
        commands: [{ type: "resume" }],
      });
    }
  });

  test("leaves a workout paused that was paused before", () => {
    const { state, commands } = handleLiveKey(INITIAL_LIVE_STATE, "q", where("paused"));
    expect([state, commands]).toEqual([{ overlay: "quit", resumes: false }, []]);
    expect(handleLiveKey(state, "x", where("paused"))).toEqual({ state: INITIAL_LIVE_STATE, commands: [] });
  });

  test.each(["q", "y"])("and %s quits", (key) => {
    expect(handleLiveKey(QUITTING, key, where("paused")).commands).toEqual([{ type: "quit" }]);
  });
});

describe("help", () => {
  test("in place of the live screen pauses, and any key goes back and on", () => {
    const { state, commands } = handleLiveKey(INITIAL_LIVE_STATE, "?", where("running"));
    expect([state, commands]).toEqual([{ overlay: "help", resumes: true }, [{ type: "pause" }]]);
    expect(handleLiveKey(state, "right", where("paused"))).toEqual({
      state: INITIAL_LIVE_STATE,
      commands: [{ type: "resume" }],
    });
  });

  test("beside the live screen lets it go on, and its keys work", () => {
    const beside = where("running", true);
    const { state, commands } = handleLiveKey(INITIAL_LIVE_STATE, "?", beside);
    expect([state, commands]).toEqual([{ overlay: "help", resumes: false }, []]);
    expect(handleLiveKey(state, "right", beside)).toEqual({ state, commands: [{ type: "skip" }] });
    for (const key of ["?", "escape"])
      expect(handleLiveKey(state, key, beside)).toEqual({ state: INITIAL_LIVE_STATE, commands: [] });
  });

  test("that paused goes over into the question whether to quit when the terminal has grown", () => {
    const paused: LiveScreenState = { overlay: "help", resumes: true };
    expect(handleLiveKey(paused, "q", where("paused", true)).state).toEqual(QUITTING);
  });
});
