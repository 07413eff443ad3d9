/** What is written of a session can be read, whatever was typed and whatever its routine is called. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRoutineBlock } from "../../src/catalog/create-routine.ts";
import { parseJournal } from "../../src/journal/read/parse-journal.ts";
import { parseSessionFile } from "../../src/journal/session-text.ts";
import { LIMITS } from "../../src/limits.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { anyText } from "../support/any-text.ts";
import { exercise, figure, routine, sessionOf, stroke, wholeSession } from "../support/example-sessions.ts";
import { giveFreshJournal, intoFirstSet, journals, lead, places } from "../support/recording.ts";

giveFreshJournal();

const WORD = fc.oneof(
  anyText({ maxLength: 500 }),
  fc.constantFrom("--hold 45s\r", `--only ${"kneeling-lunge,".repeat(40)}`, "🧘".repeat(300), "\ud83e", " ", ""),
);
const WORDS = fc.oneof(
  { weight: 9, arbitrary: fc.array(WORD, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 1200 }, () => "--reps march=4")) },
);

describe("what is written can be read", () => {
  test("whatever flags were typed, and whatever the session is marked with", () => {
    fc.assert(
      fc.property(WORDS, WORDS, (adjustments, screeningWarnings) => {
        rmSync(places.journal, { recursive: true, force: true });
        const { session, clock, keeper } = lead({ adjustments, screeningWarnings });
        intoFirstSet(session, clock);
        const [name] = journals();
        expect(parseJournal(readFileSync(join(places.journal, name as string), "utf8"))).toMatchObject({
          type: "valid",
        });
        wholeSession(session, clock);
        const kept = keeper.close();
        if (kept.type !== "kept") throw new Error(kept.type);
        expect(parseSessionFile(readFileSync(kept.path, "utf8"))).toMatchObject({ type: "valid" });
      }),
      { numRuns: 30 },
    );
  });

  test("whatever a person's own exercises and routines are called, up to the longest name that a file may have", () => {
    const longest = "É".repeat(LIMITS.line);
    const id = "a".repeat(64);
    const own = exercise(id, {
      name: longest,
      targets: Array.from({ length: LIMITS.list }, () => longest),
      sides: { mode: "alternating", left: longest, right: longest },
      pattern: {
        type: "strokes",
        strokes: Array.from({ length: LIMITS.strokes }, () => stroke("contract", 9.999)),
      },
      dose: { sets: figure(20), reps: figure(1), rest: figure(59.999, "default") },
    });
    const sections = [{ title: longest, summary: null, blocks: [createRoutineBlock(id)], advice: [], source: null }];
    const plan = compilePlan({ ...routine(), id, name: longest, sections }, new Map([[id, own]]), PLAN_DEFAULTS);
    const session = sessionOf(wholeSession, { plan });
    expect(parseSessionFile(JSON.stringify(session))).toEqual({ type: "valid", value: session });
  });
});

describe("pain and skipped sets", () => {
  const file = (answers: object) => {
    const read = parseSessionFile(JSON.stringify({ ...sessionOf(), ...answers }));
    return read.type === "valid" ? read.value : null;
  };

  test("are not known of a session from before they were asked; its one number stays tightness", () => {
    const old = file({ effort: 4, tightness: 6, pain: undefined, skipReason: undefined });
    expect(old).toMatchObject({ effort: 4, tightness: 6, pain: null, skipReason: null });
  });

  test.each([{ pain: 11 }, { pain: -1 }, { skipReason: "bored" }])("%j is refused", (answers) => {
    expect(file(answers)).toBeNull();
  });
});
