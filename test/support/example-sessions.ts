/** Exercises, a routine and sessions of it, made by hand: a march, a pigeon pose, a test, and what a person does with them. */
import { formatTimestamp } from "../../src/calendar.ts";
import { createRoutineBlock } from "../../src/catalog/create-routine.ts";
import type { Amount, DoseValue, Exercise, Sides, Stroke } from "../../src/catalog/exercise-types.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { computeFingerprint, type EventLine, packPlan, type StartedLine } from "../../src/journal/journal-format.ts";
import { parseJournal } from "../../src/journal/read/parse-journal.ts";
import type { SessionFile } from "../../src/journal/session-format.ts";
import { buildEventLines, formatJournalLine } from "../../src/journal/write/event-lines.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
import { createSession } from "../../src/session/session.ts";
import type { Session } from "../../src/session/types.ts";
import type { Phase } from "../../src/terms.ts";
import { SimulatedClock } from "./simulated-clock.ts";

export function figure(value: number | readonly [number, number], basis: DoseValue["basis"] = "guide"): DoseValue {
  const amount: Amount =
    typeof value === "number" ? { type: "single", value } : { type: "range", low: value[0], high: value[1] };
  return { amount, basis, reason: basis === "default" ? "For the test." : null };
}

export function stroke(phase: Phase, seconds: number | readonly [number, number], basis?: DoseValue["basis"]): Stroke {
  return { phase, seconds: figure(seconds, basis), fast: false, cue: null };
}

export const EACH: Sides = { mode: "each", order: "one-side-first", left: "Left forward", right: "Right forward" };
export const ALTERNATING: Sides = { mode: "alternating", left: "Left knee up", right: "Right knee up" };

export function exercise(id: string, facts: Partial<Exercise> = {}): Exercise {
  return {
    id,
    name: id[0]?.toUpperCase() + id.slice(1),
    aliases: [],
    kind: "stretch",
    summary: "Good.",
    targets: ["psoas"],
    equipment: [],
    sides: { mode: "both" },
    position: "Lie down.",
    steps: ["Breathe."],
    cues: [],
    cautions: [],
    pattern: { type: "strokes", strokes: [stroke("hold", [45, 60])] },
    dose: { sets: figure(2), reps: figure(1), rest: figure(15, "default") },
    easier: ["Put a cushion under the hip"],
    harder: ["Lean forward"],
    figure: null,
    source: { guide: "Guide 1", section: null, author: null },
    origin: "shipped",
    ...facts,
  };
}

export const MARCH = exercise("march", {
  name: "Psoas march",
  kind: "strength",
  targets: ["psoas", "core"],
  sides: ALTERNATING,
  pattern: {
    type: "strokes",
    strokes: [stroke("concentric", 3), stroke("pause-top", 1), stroke("eccentric", 3), stroke("pause-bottom", 1)],
  },
  dose: { sets: figure(2), reps: figure(4), rest: figure(20, "default") },
});
export const PIGEON = exercise("pigeon", { name: "Pigeon pose", sides: EACH, targets: ["glutes"] });
export const TEST = exercise("test", {
  kind: "assessment",
  pattern: { type: "open" },
  dose: { ...PIGEON.dose, sets: figure(1) },
});

export const EXERCISES: ReadonlyMap<string, Exercise> = new Map([MARCH, PIGEON, TEST].map((one) => [one.id, one]));

export function routine(...ids: readonly string[]): Routine {
  return {
    id: "morning",
    name: "Morning hips",
    aliases: [],
    summary: "Wake up.",
    sections: [
      { title: "Move", summary: null, blocks: ids.map((id) => createRoutineBlock(id)), advice: [], source: null },
    ],
    about: [],
    notice: null,
    source: null,
    origin: "shipped",
  };
}

export function plan(ids: readonly string[] = ["march", "pigeon"], flags: PlanFlags = {}): Plan {
  return compilePlan(routine(...ids), EXERCISES, PLAN_DEFAULTS, flags);
}

/** Half past seven on Monday, the second of November 2026, in Berlin. */
export const MORNING_MS = Date.parse("2026-11-02T06:30:00.000Z");

export interface Given {
  readonly plan?: Plan;
  readonly startMs?: number;
  readonly id?: string;
  readonly utcOffsetMinutes?: number;
}

export function startedLine({
  plan: given = plan(),
  startMs = MORNING_MS,
  id = "abcd1234",
  utcOffsetMinutes = 60,
}: Given = {}): StartedLine {
  return {
    line: "started",
    format: "unwind-journal",
    version: 1,
    id,
    program: "0.1.0",
    time: formatTimestamp(startMs),
    utcOffsetMinutes,
    // No process has this number.
    pid: 9_999_999,
    processStart: null,
    speed: 1,
    adjustments: [],
    planFingerprint: computeFingerprint(packPlan(given)),
    plan: packPlan(given),
  };
}

/** The journal of a session that `act` leads, and the session as it then stands. */
export function journalOf(
  act: (session: Session, clock: SimulatedClock) => void,
  given: Given = {},
): { text: string; session: Session } {
  const used = { plan: plan(), ...given };
  const clock = new SimulatedClock(used.startMs ?? MORNING_MS);
  const session = createSession({ plan: used.plan, clock });
  const lines: (StartedLine | EventLine)[] = [startedLine(used)];
  session.subscribe("test", (dated) => lines.push(...buildEventLines(used.plan, dated)));
  act(session, clock);
  return { text: lines.map(formatJournalLine).join(""), session };
}

/** Leads a session through to its end, ending what waits for the person at once. */
export function wholeSession(session: Session, clock: SimulatedClock): void {
  session.send({ type: "start" });
  while (session.state().status === "running") {
    const step = session.plan.steps[session.state().step];
    if (step?.durationMs == null) session.send({ type: "done" });
    else clock.advance(step.durationMs + session.state().extraMs);
  }
}

/** The file of a session that `act` led. */
export function sessionOf(
  act: (session: Session, clock: SimulatedClock) => void = wholeSession,
  given: Given = {},
): SessionFile {
  const read = parseJournal(journalOf(act, given).text);
  if (read.type !== "valid") throw new Error("the journal of a test must be valid");
  return read.value.toSessionFile();
}
