import { expect, test } from "vitest";
import { createPlainSubscriber, formatHappenings, formatSummary } from "../../src/output/plain-lines.ts";
import type { Happening, StepOutcome } from "../../src/player/types.ts";
import type { Session } from "../../src/session/types.ts";
import { dated, PLAN } from "./a-plan.ts";

const lines = (...happenings: Happening[]) => formatHappenings(dated(...happenings), PLAN);
const started = (step: number, atMs = 0): Happening => ({ type: "step-started", atMs, step });
const ended = (step: number, how: StepOutcome, reps: number, durationMs = 0): Happening => ({
  type: "step-ended",
  atMs: 0,
  step,
  how,
  reps,
  durationMs,
  attempt: how,
});
/** The line of the step alone: its section's title and how it is done were printed before. */
const stepLine = (step: number, atMs = 0) =>
  formatHappenings(
    dated(started(step, atMs)),
    PLAN,
    new Set(["section 0", "section 1", "section 2", `exercise ${PLAN.steps[step]?.exercise}`]),
  );

test("the first preparation of an exercise says its section, what comes and how it is done", () => {
  expect(lines(started(0))).toEqual([
    "Section: Move",
    "0:00  Get ready: Marching, 10 s. Then Marching, set 1 of 1: 4 repetitions (lift 3 s, hold 1 s, lower 3 s), left first.",
    "- Lie on your back.",
    "- Draw one knee up.",
    "- Lower it slowly.",
    "- Without the band.",
    "- Caution: Stop when it hurts.",
  ]);
});

test("how an exercise is done is said once, also when the person goes back to it", () => {
  const shown = new Set<string>();
  formatHappenings(dated(started(2)), PLAN, shown);
  expect(formatHappenings(dated(started(2, 12_000)), PLAN, shown)).toEqual([
    "0:12  Get ready: Pigeon pose, right, 10 s. Then Pigeon pose, right, set 1 of 2: 55 s. Right knee forward.",
  ]);
});

test("a hold says its length and what its side means", () => {
  expect(stepLine(3, 10_000)).toEqual(["0:10  Pigeon pose, right, set 1 of 2: 55 s. Right knee forward."]);
});

test("a rest says how long it is and what comes next", () => {
  expect(stepLine(4)).toEqual(["0:00  Rest, 15 s. Then Pigeon pose, right, set 2 of 2: 55 s. Right knee forward."]);
});

test("a switch says what the other side means", () => {
  expect(stepLine(6)).toEqual([
    "0:00  Switch sides: left, 10 s. Then Pigeon pose, left, set 1 of 1: 55 s. Left knee forward.",
  ]);
});

test("a step that waits says how it is ended", () => {
  expect(stepLine(9)).toEqual([
    "0:00  Hip test, left, set 1 of 1: as long as you need, then press Enter. Left knee forward.",
  ]);
});

test("halfway and ten seconds are said, three-two-one is left to the sound", () => {
  expect(
    lines(
      { type: "mark", atMs: 37_500, step: 3, name: "half-way" },
      { type: "mark", atMs: 55_000, step: 3, name: "ten-seconds" },
      { type: "mark", atMs: 62_000, step: 3, name: "three" },
      { type: "mark", atMs: 63_000, step: 3, name: "two" },
      { type: "mark", atMs: 64_000, step: 3, name: "one" },
    ),
  ).toEqual(["0:37  halfway", "0:55  ten seconds"]);
});

test("strokes that leave time to read are said one by one with their cue; a tempo's are not", () => {
  expect(
    lines(
      { type: "beat", atMs: 0, step: 8, beat: 3 },
      { type: "beat", atMs: 7000, step: 8, beat: 4 },
      { type: "beat", atMs: 10_000, step: 8, beat: 5 },
      { type: "beat", atMs: 30_000, step: 1, beat: 0 },
      { type: "beat", atMs: 40_000, step: 3, beat: 0 },
    ),
  ).toEqual([
    "0:00  Contract, 7 s, repetition 2 of 3. Press gently.",
    "0:07  Relax, 3 s, repetition 2 of 3.",
    "0:10  Stretch, 20 s, repetition 2 of 3. Sink deeper.",
  ]);
});

test("advice between exercises is printed once, before what follows it", () => {
  const shown = new Set(["exercise release"]);
  const first = formatHappenings(dated(started(8)), PLAN, shown);
  expect(first.slice(0, 4)).toEqual(["Section: Know", "- Sit less.", "- Walk more.", "Section: Release"]);
  expect(first).toHaveLength(5);
  expect(formatHappenings(dated(started(8)), PLAN, shown)).toHaveLength(1);
});

test("advice at the end is printed when the session has finished, not when it was left", () => {
  expect(lines({ type: "session-ended", atMs: 328_000, how: "finished" })).toEqual([
    "Section: If it stays",
    "- See a physiotherapist.",
    "5:28  finished",
  ]);
  expect(lines({ type: "session-ended", atMs: 5000, how: "quit" })).toEqual(["0:05  stopped"]);
});

test("a step that went as planned ends without a word; one that did not says how", () => {
  expect(
    lines(
      ended(0, "completed", 0),
      ended(1, "completed", 4),
      ended(3, "completed", 1),
      ended(1, "skipped", 2),
      ended(1, "completed", 3),
      ended(9, "completed", 0, 12_400),
      ended(3, "quit", 0),
    ),
  ).toEqual(["0:00  skipped", "0:00  stopped after 3 of 4 reps", "0:00  done after 12 s"]);
});

test("pauses say why, and time that is added or taken says how much", () => {
  expect(
    lines(
      { type: "paused", atMs: 0, reason: "asked" },
      { type: "resumed", atMs: 0 },
      { type: "paused", atMs: 0, reason: "gap" },
      { type: "extended", atMs: 0, step: 3, deltaMs: 10_000 },
      { type: "extended", atMs: 0, step: 3, deltaMs: -7500 },
      { type: "corrected", atMs: 0, step: 3, how: "skipped", durationMs: 12_000, reps: 7 },
    ),
  ).toEqual([
    "0:00  paused",
    "0:00  resumed",
    "0:00  paused while the computer slept or the program was stopped",
    "0:00  10 s added",
    "0:00  7.5 s removed",
    "0:00  Pigeon pose, right, set 1 of 2: 7 reps",
  ]);
});

test("what was done is summed up", () => {
  expect(
    formatSummary({
      finished: true,
      setsCompleted: 4,
      setsPlanned: 5,
      reps: 4,
      workedMs: 200_000,
      sessionMs: 328_000,
      skipped: ["Hip test, left, set 1 of 1"],
      scores: [],
      muscles: [{ name: "psoas", ms: 190_000 }],
    }),
  ).toEqual([
    "",
    "Done: 4 of 5 sets, 4 repetitions, 3:20 of work in 5:28",
    "Skipped: Hip test, left, set 1 of 1",
    "Under tension: psoas 3:10",
  ]);
});

test("a session that is told in one go prints the same as one told happening by happening, and then its sum", () => {
  const happenings: Happening[] = [
    { type: "session-started", atMs: 0 },
    started(2),
    started(3, 10_000),
    { type: "mark", atMs: 37_500, step: 3, name: "half-way" },
    { type: "session-ended", atMs: 40_000, how: "quit" },
  ];
  const state = { status: "quit", atMs: 40_000, records: [] } as unknown as ReturnType<Session["state"]>;
  const notices = ["No sound: \x1b[31mthe player ended\x07"];
  const session = { state: () => state, notices: () => notices as readonly string[] } as Session;
  let atOnce = "";
  createPlainSubscriber(PLAN, (text) => (atOnce += text), 0, "Enter goes on")(dated(...happenings), session);
  let oneByOne = "";
  const subscriber = createPlainSubscriber(PLAN, (text) => (oneByOne += text), 0, "Enter goes on");
  for (const happening of happenings) subscriber(dated(happening), session);
  expect(oneByOne).toBe(atOnce);
  expect(atOnce).toMatch(/^Morning hips\n(?:.+\n){3}Enter goes on\n\n0:00 {2}Get ready/);
  expect(atOnce).toContain("0:40  stopped\n\nNothing done: no set was begun\n");
  expect(atOnce).toMatch(/\nNote: No sound: .*the player ended.*\n$/);
  expect(atOnce.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("a second block of an exercise says what it has to say, though how it is done was said", () => {
  const blocks = PLAN.blocks.map((block, index) => ({ ...block, note: `Note ${index}.` }));
  const steps = PLAN.steps.map((step, index) => ({ ...step, exercise: "march", block: index }));
  const shown = new Set<string>();
  const notes = [0, 1].map((step) => formatHappenings(dated(started(step)), { ...PLAN, blocks, steps }, shown));
  expect(notes[0]).toContain("- Note 0.");
  expect(notes[1]?.filter((line) => line.startsWith("- "))).toEqual(["- Note 1."]);
});
