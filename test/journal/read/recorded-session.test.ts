import { describe, expect, test } from "vitest";
import type { EventLine } from "../../../src/journal/journal-format.ts";
import { parseJournal } from "../../../src/journal/read/parse-journal.ts";
import { SESSION_VERSION, sessionFileSchema } from "../../../src/journal/session-format.ts";
import { parseSessionFile } from "../../../src/journal/session-text.ts";
import { formatJournalLine } from "../../../src/journal/write/event-lines.ts";
import { journalOf, plan, sessionOf, wholeSession } from "../../support/example-sessions.ts";

describe("the file of a session", () => {
  test("carries names, muscles and doses, so that a routine that is edited later does not rewrite it", () => {
    const session = sessionOf();
    expect(session.blocks[0]).toEqual({
      exercise: "march",
      name: "Psoas march",
      kind: "strength",
      targets: ["psoas", "core"],
      sides: "alternating",
      section: "Move",
      sets: 2,
      dose: {
        sets: 2,
        reps: 4,
        restSeconds: 20,
        strokes: [
          { phase: "concentric", seconds: 3 },
          { phase: "pause-top", seconds: 1 },
          { phase: "eccentric", seconds: 3 },
          { phase: "pause-bottom", seconds: 1 },
        ],
        text: "2 sets of 4, tempo 3-1-3-1",
      },
    });
    expect(session.blocks[1]).toMatchObject({ exercise: "pigeon", sets: 4, dose: { sets: 2, text: "2 sets of 55 s" } });
  });

  test("says of each set what was planned and what was done, and how long each side was under tension", () => {
    const { steps } = sessionOf();
    expect(steps.filter((step) => step.kind === "set")).toMatchObject([
      { exercise: "march", side: null, reps: 4, plannedReps: 4, tension: { left: 14, right: 14 }, how: "completed" },
      { exercise: "march", set: { index: 2, of: 2 }, actualSeconds: 32 },
      { exercise: "pigeon", side: "left", plannedSeconds: 55, actualSeconds: 55, tension: { left: 55 } },
      { exercise: "pigeon", side: "left", set: { index: 2, of: 2 } },
      { exercise: "pigeon", side: "right", tension: { right: 55 } },
      { exercise: "pigeon", side: "right" },
    ]);
  });

  test("a set that was quit counts what was done of it, and the session is partial", () => {
    const session = sessionOf((live, clock) => {
      live.send({ type: "start" });
      clock.advance(10_000 + 12_000);
      live.send({ type: "quit" });
    });
    expect(session.status).toBe("partial");
    expect(session.activeSeconds).toBe(22);
    // 8 s of the first repetition on the left, 4 s of the second on the right; the pause at the bottom does not count.
    expect(session.steps[1]).toMatchObject({ how: "quit", actualSeconds: 12, reps: 1, tension: { left: 7, right: 4 } });
  });

  test("time in pauses is no time of the session, and each pause is told", () => {
    const session = sessionOf((live, clock) => {
      live.send({ type: "start" });
      clock.advance(5000);
      live.send({ type: "pause" });
      clock.advance(60_000);
      live.send({ type: "resume" });
      clock.advance(5000);
      live.send({ type: "quit" });
    });
    expect(session.activeSeconds).toBe(10);
    expect(session.pauses).toEqual([{ at: 5, seconds: 60, reason: "asked" }]);
    expect(session.endedAt).toBe("2026-11-02T06:31:10.000Z");
  });

  test("a session that is quit in a pause keeps that pause", () => {
    const session = sessionOf((live, clock) => {
      live.send({ type: "start" });
      clock.advance(22_000);
      live.send({ type: "pause" });
      clock.advance(90_000);
      live.send({ type: "quit" });
    });
    expect(session.pauses).toEqual([{ at: 22, seconds: 90, reason: "asked" }]);
    expect(session).toMatchObject({ activeSeconds: 22, endedAt: "2026-11-02T06:31:52.000Z" });
  });

  test("a pause after a session was taken up again stands at the time of the whole session, not of its last stretch", () => {
    const first = journalOf((live, clock) => {
      live.send({ type: "start" });
      clock.advance(120_000);
      live.send({ type: "quit" });
    }).text;
    const later: EventLine[] = [
      { line: "continued", at: 0, time: "2026-11-02T09:00:00.000Z", index: 5, pid: 2, processStart: null },
      { line: "paused", at: 30, time: "2026-11-02T09:00:30.000Z", reason: "asked" },
      { line: "resumed", at: 30, time: "2026-11-02T09:01:30.000Z" },
      { line: "ended", at: 40, time: "2026-11-02T09:01:40.000Z", how: "quit" },
    ];
    const read = parseJournal(first + later.map(formatJournalLine).join(""));
    if (read.type !== "valid") throw new Error(read.type);
    const session = read.value.toSessionFile();
    expect(session.pauses).toEqual([{ at: 150, seconds: 60, reason: "asked" }]);
    expect(session.activeSeconds).toBe(160);
  });

  test("a session that was taken up again counts both stretches and ends as finished", () => {
    const first = journalOf((live, clock) => {
      live.send({ type: "start" });
      clock.advance(50_000);
    }).text;
    const later: EventLine[] = [
      { line: "continued", at: 0, time: "2026-11-02T09:00:00.000Z", index: 2, pid: 2, processStart: null },
      { line: "ended", at: 4.5, time: "2026-11-02T09:00:04.500Z", how: "finished" },
    ];
    const read = parseJournal(first + later.map(formatJournalLine).join(""));
    if (read.type !== "valid") throw new Error(read.type);
    const recording = read.value;
    expect(recording.writer.pid).toBe(2);
    const session = recording.toSessionFile();
    // The set ended at 42 s; what was begun after it and cut off is not known.
    expect(session).toMatchObject({ status: "finished", activeSeconds: 46.5, endedAt: "2026-11-02T09:00:04.500Z" });
  });

  test("ends with its last set, not when somebody has answered the questions after it", () => {
    const answer: EventLine = {
      line: "answered",
      time: "2026-11-02T10:00:00.000Z",
      effort: 3,
      tightness: null,
      tightnessSide: null,
      pain: null,
      skipReason: null,
    };
    const read = parseJournal(journalOf(wholeSession).text + formatJournalLine(answer));
    if (read.type !== "valid") throw new Error(read.type);
    expect(read.value.toSessionFile()).toMatchObject({
      effort: 3,
      endedAt: sessionOf().endedAt,
      status: "finished",
    });
    expect(read.value.lastLineAt).toBe(answer.time);
  });

  test("is valid by its own definition, whole and partial", () => {
    for (const session of [sessionOf(), sessionOf((live) => live.send({ type: "start" }))]) {
      const read = parseSessionFile(JSON.stringify(session));
      expect(read).toEqual({ type: "valid", value: session });
    }
    expect(sessionFileSchema.shape.version.def.values).toEqual([SESSION_VERSION]);
  });

  test("a false start, in which no set was begun, is told apart from work", () => {
    const worked = (act: Parameters<typeof journalOf>[0]) => {
      const read = parseJournal(journalOf(act, { plan: plan() }).text);
      return read.type === "valid" && read.value.hasTraining;
    };
    expect(worked(wholeSession)).toBe(true);
    expect(
      worked((live, clock) => {
        live.send({ type: "start" });
        clock.advance(9000);
        live.send({ type: "quit" });
      }),
    ).toBe(false);
  });
});
