/** Weeks of training told in a line a session, and what is proposed after them. */
import { DAY_MS, formatTimestamp, toLocalDay } from "../../src/calendar.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { buildExerciseHistories } from "../../src/journal/progress/exercise-history.ts";
import { type Proposal, proposeNextDoses } from "../../src/journal/progress/propose-doses.ts";
import type { BlockSummary, SessionSummary } from "../../src/journal/session-summary.ts";
import { EACH, exercise, figure, MORNING_MS, stroke } from "./example-sessions.ts";

export const LUNGE = exercise("lunge", {
  sides: EACH,
  pattern: { type: "strokes", strokes: [stroke("hold", [30, 60])] },
  dose: { sets: figure(2), reps: figure(1), rest: figure(15, "default") },
});
export const RAISE = exercise("raise", {
  name: "Leg raise",
  kind: "strength",
  pattern: {
    type: "strokes",
    strokes: [stroke("concentric", 2, "default"), stroke("pause-top", [2, 3]), stroke("eccentric", 3, "default")],
  },
  dose: { sets: figure(3), reps: figure([10, 15]), rest: figure(60, "default") },
  easier: ["Lift the knees only to hip height."],
});

/** The local day of the stories. */
export const TODAY = toLocalDay(MORNING_MS, 60);

/** One session of one exercise; days count from the first of November. */
export interface Told {
  readonly day: number;
  readonly effort?: number | null;
  readonly tightness?: number;
  readonly pain?: number | null;
  readonly skipReason?: SessionSummary["skipReason"];
  readonly hold?: number;
  readonly reps?: number;
  readonly lowering?: number;
  /** Sets completed of the four or three that were planned. */
  readonly completed?: number;
  /** Of them those that were called done early. */
  readonly early?: number;
  readonly status?: SessionSummary["status"];
}

function blockOf(of: Exercise, { hold = 45, reps = 12, lowering = 3, completed, early = 0 }: Told): BlockSummary {
  const single = of === LUNGE;
  const sets = single ? 4 : 3;
  return {
    exercise: of.id,
    name: of.name,
    kind: of.kind,
    targets: [...of.targets],
    dose: {
      sets,
      reps: single ? 1 : reps,
      restSeconds: 15,
      strokes: single
        ? [{ phase: "hold", seconds: hold }]
        : [
            { phase: "concentric", seconds: 2 },
            { phase: "pause-top", seconds: 2 },
            { phase: "eccentric", seconds: lowering },
          ],
      text: "",
    },
    sets,
    started: completed === 0 ? 0 : sets,
    completed: completed ?? sets,
    completedInFull: (completed ?? sets) - early,
    reps: 0,
    seconds: 0,
    tension: {},
  };
}

export function sessionOn(of: Exercise, told: Told): SessionSummary {
  const startedAt = formatTimestamp(MORNING_MS + told.day * DAY_MS);
  return {
    id: `day${told.day}`,
    routine: "morning",
    title: "Morning",
    level: "standard",
    status: told.status ?? "finished",
    startedAt,
    endedAt: startedAt,
    utcOffsetMinutes: 60,
    activeSeconds: 600,
    effort: told.effort ?? null,
    tightness: told.tightness ?? null,
    tightnessSide: null,
    pain: told.pain ?? null,
    skipReason: told.skipReason ?? null,
    notes: [],
    blocks: [blockOf(of, told)],
  };
}

/** What is proposed the day after the last of these sessions. `as` is the exercise as it is by then. */
export function proposedAfter(
  of: Exercise,
  story: readonly Told[],
  { daysLater = 1, beyond = false, as = of }: { daysLater?: number; beyond?: boolean; as?: Exercise } = {},
): Proposal {
  const doings = buildExerciseHistories(
    story.map((told) => sessionOn(of, told)),
    "morning",
  );
  const lastDay = story.at(-1)?.day ?? 0;
  const nowMs = MORNING_MS + (lastDay + daysLater) * DAY_MS;
  return proposeNextDoses(doings, [{ exercise: as, block: null }], { nowMs, beyond })[0] as Proposal;
}
