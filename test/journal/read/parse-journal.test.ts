import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packPlan, unpackPlan } from "../../../src/journal/journal-format.ts";
import { parseJournal } from "../../../src/journal/read/parse-journal.ts";
import type { RecordedSession } from "../../../src/journal/read/recorded-session.ts";
import { buildEventLines, formatJournalLine } from "../../../src/journal/write/event-lines.ts";
import { createSession } from "../../../src/session/session.ts";
import type { Session, SessionCommand } from "../../../src/session/types.ts";
import { journalOf, plan, startedLine, wholeSession } from "../../support/example-sessions.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

function valid(text: string): RecordedSession {
  const read = parseJournal(text);
  if (read.type !== "valid") throw new Error(`${read.type}`);
  return read.value;
}

const COMMAND: fc.Arbitrary<SessionCommand | { type: "wait"; ms: number }> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 40_000 }) }) },
  fc.constantFrom<SessionCommand>(
    { type: "skip" },
    { type: "back" },
    { type: "restart" },
    { type: "toggle" },
    { type: "done" },
    { type: "extend", deltaMs: 10_000 },
    { type: "quit" },
  ),
);

/** Leads a session at random; the journal's text and, after each write, where the session then stood. */
function led(commands: readonly (SessionCommand | { type: "wait"; ms: number })[]) {
  const clock = new SimulatedClock();
  const session = createSession({ plan: plan(["march", "pigeon", "test"]), clock });
  let text = formatJournalLine(startedLine({ plan: session.plan }));
  const moments: { length: number; records: Session["plan"] | unknown; step: number }[] = [
    { length: text.length, records: [], step: 0 },
  ];
  session.subscribe("test", (dated) => {
    text += buildEventLines(session.plan, dated).map(formatJournalLine).join("");
    const { records, step } = session.state();
    moments.push({ length: text.length, records, step });
  });
  session.send({ type: "start" });
  for (const command of commands) {
    if (command.type === "wait") clock.advance(command.ms);
    else session.send(command);
  }
  return { text, moments, session };
}

/** Every byte around the end of a line, and every eleventh within it. */
const isWorthCutting = (text: string, length: number) =>
  length % 11 === 0 || text.slice(Math.max(0, length - 3), length + 3).includes("\n");

describe("a journal", () => {
  test("tells of a whole session what the player knows of it", () => {
    const { text, session } = journalOf(wholeSession);
    const recording = valid(text);
    expect(recording.stepRecords).toEqual(session.state().records);
    expect(recording.isFinished).toBe(true);
    expect(recording.damagedLineCount).toBe(0);
  });

  test("however a session was led, its journal knows every record and the step that was on", () => {
    fc.assert(
      fc.property(fc.array(COMMAND, { maxLength: 40 }), (commands) => {
        const { text, session } = led(commands);
        const recording = valid(text);
        const state = session.state();
        expect(recording.stepRecords).toEqual(state.records);
        expect(recording.nextStepIndex).toBe(state.step);
        expect(recording.ended).toBe(state.status === "finished" || state.status === "quit" ? state.status : null);
      }),
    );
  });

  test("who goes back to the start of a step and quits there goes on at that step", () => {
    const { text, session } = led([{ type: "wait", ms: 500 }, { type: "back" }, { type: "quit" }]);
    // What counts of the step is the longer attempt, which was skipped and not quit.
    expect(session.state().records[0]?.how).toBe("skipped");
    const withoutEnd = text.split("\n").slice(0, -2).join("\n");
    for (const whole of [text, withoutEnd]) expect(valid(whole).nextStepIndex).toBe(0);
  });

  test("cut off anywhere it still holds every step that had ended, and where to go on", () => {
    const { text, moments } = led([
      { type: "wait", ms: 15_000 },
      { type: "back" },
      { type: "wait", ms: 30_000 },
      { type: "toggle" },
      { type: "toggle" },
      { type: "skip" },
      { type: "wait", ms: 100_000 },
      { type: "restart" },
      { type: "wait", ms: 1_000_000 },
      { type: "done" },
    ]);
    const first = moments[0]?.length ?? 0;
    expect(moments.length).toBeGreaterThan(10);
    for (let length = 0; length < first - 1; length += 1) {
      if (isWorthCutting(text, length)) expect(parseJournal(text.slice(0, length)).type).toBe("foreign");
    }
    for (let length = first - 1; length <= text.length; length += 1) {
      if (!isWorthCutting(text, length)) continue;
      const recording = valid(text.slice(0, length));
      // Only the line break may be missing for a line to count. The last batch has two lines: the step, and the end.
      const known = moments.filter((moment) => moment.length - 1 <= length).at(-1);
      const next = moments.find((moment) => moment.length - 1 > length);
      const records = JSON.stringify(recording.stepRecords);
      const whole = JSON.stringify(known?.records) === records && known?.step === recording.nextStepIndex;
      const betweenTheTwo = next === moments.at(-1) && JSON.stringify(next?.records) === records;
      expect(whole || betweenTheTwo, `cut at ${length}`).toBe(true);
    }
  });

  test("a line that was damaged costs that line and nothing around it", () => {
    const { text } = journalOf(wholeSession);
    const lines = text.split("\n");
    lines[3] = '{"line":"step","at":17,"ti';
    const recording = valid(lines.join("\n"));
    expect(recording.damagedLineCount).toBe(1);
    expect(recording.stepRecords.filter(Boolean)).toHaveLength(plan().steps.length - 1);
    expect(recording.isFinished).toBe(true);
  });

  test("of a later version is told apart from damage", () => {
    const { text } = journalOf(wholeSession);
    expect(parseJournal(text.replace('"version":1', '"version":2'))).toEqual({ type: "later" });
    expect(parseJournal("hello\nworld\n").type).toBe("foreign");
    expect(parseJournal(text.replace('"atMs":10000', '"atMs":10001')).type).toBe("foreign");
  });

  test("names no step that its plan does not have", () => {
    const { text } = journalOf(wholeSession);
    const wild = text
      .replace('"line":"step","at":10,', '"line":"step","at":10,"x":1,')
      .replace('"index":0,"how"', '"index":9999,"how"');
    expect(valid(wild).damagedLineCount).toBe(1);
  });

  test("a plan is the same after it was packed", () => {
    const long = plan(["march", "pigeon", "march"]);
    expect(unpackPlan(packPlan(long))).toEqual(long);
    expect(JSON.stringify(packPlan(long)).length).toBeLessThan(JSON.stringify(long).length * 0.7);
  });
});
