/** The values of which files of sessions consist: what is refused, and where; what is kept though it is not known. */
import { describe, expect, test } from "vitest";
import { parseSessionFile } from "../../src/journal/session-text.ts";
import { sessionOf } from "../support/example-sessions.ts";

describe("a file that is no session", () => {
  const session = sessionOf();
  const read = (value: unknown) => parseSessionFile(JSON.stringify(value));

  test("says why", () => {
    expect(parseSessionFile(JSON.stringify(session).slice(0, 300))).toMatchObject({ type: "foreign" });
    expect(read([])).toMatchObject({ type: "foreign" });
    expect(read({ ...session, version: 2 })).toEqual({ type: "later" });
  });

  const [step] = session.steps;
  const [block] = session.blocks;
  test.each<[string, object]>([
    ["startedAt", { startedAt: "yesterday" }],
    ["title", { title: "\u001b[2J" }],
    ["title", { title: "x".repeat(401) }],
    ["effort", { effort: 11 }],
    ["notes.0", { notes: [""] }],
    ["speed", { speed: 0 }],
    ["utcOffsetMinutes", { utcOffsetMinutes: 1441 }],
    ["pauses.0.reason", { pauses: [{ at: 1, seconds: 2, reason: "tired" }] }],
    ["steps.0.reps", { steps: [{ ...step, reps: 0.5 }] }],
    ["steps.0.side", { steps: [{ ...step, side: "both" }] }],
    ["steps.0.tension.left", { steps: [{ ...step, tension: { left: -1 } }] }],
    ["blocks.0.dose", { blocks: [{ ...block, dose: null }] }],
    ["blocks.0.name", { blocks: [{ ...block, name: "\u202e" }] }],
    ["steps", { steps: {} }],
  ])("names %s where %j is wrong", (path, change) => {
    expect(read({ ...session, ...change })).toMatchObject({
      type: "foreign",
      why: expect.stringMatching(`^${path.replaceAll(".", "\\.")}: `),
    });
  });

  test("keeps fields that a later minor change may add", () => {
    const later = { ...session, weather: "rain", steps: session.steps.map((step) => ({ ...step, heartRate: 90 })) };
    expect(read(later)).toEqual({ type: "valid", value: later });
  });
});
