/** Summaries of blocks and sessions, and what they come to. */
import { parseDay } from "../../../src/calendar.ts";
import type { BlockSummary, SessionSummary } from "../../../src/journal/session-summary.ts";
import { StatisticsAccumulator } from "../../../src/journal/statistics/statistics.ts";

const TODAY = parseDay("2026-11-22") as number;

export function block(exercise: string, change: Partial<BlockSummary> = {}): BlockSummary {
  return {
    exercise,
    name: exercise.toUpperCase(),
    kind: "stretch",
    targets: ["psoas"],
    dose: { sets: 2, reps: 1, restSeconds: 15, strokes: [], text: "" },
    sets: 2,
    started: 2,
    completed: 2,
    completedInFull: 2,
    reps: 2,
    seconds: 60,
    tension: { both: 50 },
    ...change,
  };
}

export function session(
  day: string,
  blocks: readonly BlockSummary[],
  change: Partial<SessionSummary> = {},
): SessionSummary {
  return {
    id: day,
    routine: "morning",
    title: "Morning",
    level: "standard",
    status: "finished",
    startedAt: `${day}T06:30:00.000Z`,
    endedAt: `${day}T06:40:00.000Z`,
    utcOffsetMinutes: 60,
    activeSeconds: 90,
    effort: null,
    tightness: null,
    tightnessSide: null,
    pain: null,
    skipReason: null,
    notes: [],
    blocks,
    ...change,
  };
}

export function totals(sessions: readonly SessionSummary[], goal: number | null = null) {
  const accumulator = new StatisticsAccumulator();
  for (const one of sessions) accumulator.add(one);
  return accumulator.build(TODAY, goal);
}
