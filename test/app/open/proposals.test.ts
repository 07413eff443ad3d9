/** What is proposed is what the next session then does, and what was not done whole is not taken for it. */
import { describe, expect, test } from "vitest";
import { resolveAutoFlags } from "../../../src/app/open/proposals.ts";
import { DAY_MS } from "../../../src/calendar.ts";
import { createSingleExerciseRoutine, exercisesOf } from "../../../src/catalog/create-routine.ts";
import type { Exercise } from "../../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../../src/catalog/load-catalog.ts";
import type { Routine } from "../../../src/catalog/types.ts";
import { buildExerciseHistories } from "../../../src/journal/progress/exercise-history.ts";
import {
  buildProposedFlags,
  explainProposal,
  formatProposedFlag,
} from "../../../src/journal/progress/explain-proposal.ts";
import { type Proposal, proposeNextDoses } from "../../../src/journal/progress/propose-doses.ts";
import type { SessionFile } from "../../../src/journal/session-format.ts";
import { summariseSessionFile } from "../../../src/journal/session-summary.ts";
import { findDataFolder } from "../../../src/paths.ts";
import { compilePlan } from "../../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../../src/plan/flags.ts";
import type { Plan } from "../../../src/plan/types.ts";
import type { Session } from "../../../src/session/types.ts";
import { exercise, figure, MORNING_MS, sessionOf, stroke, wholeSession } from "../../support/example-sessions.ts";
import type { SimulatedClock } from "../../support/simulated-clock.ts";
import { LUNGE, proposedAfter, RAISE, sessionOn, TODAY } from "../../support/training-stories.ts";

const { routines, exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

type Act = (session: Session, clock: SimulatedClock) => void;

/** The file of a session on a day of November, led by `act`. */
const leadOn = (day: number, plan: Plan, act: Act = wholeSession) =>
  sessionOf(act, { plan, id: `day${day}`, startMs: MORNING_MS + day * DAY_MS });

/** The whole sessions of a routine by their day and their flags: each is led once, for every effort that is tried on it. */
const led = new WeakMap<Routine, Map<string, SessionFile>>();

/** The file of a whole session of a routine, with the flags that were proposed. */
function leadWhole(
  day: number,
  routine: Routine,
  known: ReadonlyMap<string, Exercise>,
  flags?: PlanFlags,
): SessionFile {
  const files = led.get(routine) ?? new Map<string, SessionFile>();
  led.set(routine, files);
  const key = JSON.stringify([day, flags]);
  const file = files.get(key) ?? leadOn(day, compilePlan(routine, known, PLAN_DEFAULTS, flags));
  files.set(key, file);
  return file;
}

/** What is proposed after two sessions of such an effort, and the doses that the next session then has. */
function next(
  routine: Routine,
  known: ReadonlyMap<string, Exercise>,
  effort: number,
  { act, flags, beyond = false }: { act?: Act; flags?: PlanFlags; beyond?: boolean } = {},
) {
  const plan = compilePlan(routine, known, PLAN_DEFAULTS, flags);
  const files = [1, 2].map((day) => (act ? leadOn(day, plan, act) : leadWhole(day, routine, known, flags)));
  const content = routine.sections
    .flatMap(({ blocks }) => blocks)
    .map((block) => ({ exercise: known.get(block.exercise) as Exercise, block }));
  const done = files.map((file) => summariseSessionFile({ ...file, effort }));
  const proposals = proposeNextDoses(buildExerciseHistories(done, routine.id), content, {
    nowMs: MORNING_MS + 3 * DAY_MS,
    beyond,
  });
  const auto = resolveAutoFlags(proposals, known, {}, TODAY);
  const then = leadWhole(3, routine, known, auto.flags);
  const doses = buildExerciseHistories([summariseSessionFile({ ...then, effort })], routine.id);
  return { proposals, auto, doseOf: ({ exercise }: Proposal) => doses.get(exercise)?.lastAnywhere.dose };
}

const alone = (one: Exercise) => [createSingleExerciseRoutine(one), new Map([[one.id, one]])] as const;

/** Short holds, several in a row without letting go. */
const PULSES = exercise("pulses", {
  pattern: { type: "strokes", strokes: [stroke("hold", 10)] },
  dose: { sets: figure(2), reps: figure([5, 10]), rest: figure(15, "default") },
});

describe("what is proposed is what the next session does", () => {
  const shipped = [...routines.values(), ...[...exercises.values()].map(createSingleExerciseRoutine)]
    .map((routine) => ({ routine, known: exercisesOf(routine, exercises) }))
    .filter(({ routine, known }) =>
      routine.sections.some(({ blocks }) =>
        blocks.some((block) => known.get(block.exercise)?.pattern.type === "strokes"),
      ),
    );

  test.each(shipped.map((one) => [one.routine.id, one] as const))("in %s", (_, { routine, known }) => {
    for (const effort of [2, 6, 9]) {
      for (const beyond of [false, true]) {
        const { proposals, doseOf } = next(routine, known, effort, { beyond });
        expect(proposals.length).toBeGreaterThan(0);
        for (const proposal of proposals) expect(doseOf(proposal)).toEqual(proposal.to);
      }
    }
  });

  test("in an exercise of one short hold that is repeated: eight of them in place of seven", () => {
    const { proposals, auto, doseOf } = next(...alone(PULSES), 2);
    expect(proposals.map(explainProposal)[0]).toMatch(/8 repetitions in place of 7\.$/);
    expect(auto.flagTexts).toEqual(["--hold pulses=10s", "--reps pulses=8"]);
    expect(doseOf(proposals[0]!)).toMatchObject({ hold: 10, reps: 8 });
  });

  test("a lowering is left as it is where a stroke of a second and a half makes it no tempo", () => {
    const strokes = [stroke("concentric", 1.5), stroke("eccentric", 3, "default")];
    const slow: Exercise = { ...RAISE, id: "slow", pattern: { type: "strokes", strokes } };
    const { proposals, auto, doseOf } = next(...alone(slow), 2, {
      flags: { reps: [{ exercise: null, value: 15, flag: "--reps 15" }] },
    });
    expect(proposals[0]).toMatchObject({ change: "harder", to: { reps: 15, eccentric: 3 } });
    expect(auto.flagTexts).toEqual(["--reps slow=15"]);
    expect(doseOf(proposals[0]!)).toMatchObject({ reps: 15, eccentric: 3 });
  });

  test("what the exercise no longer has since it was rewritten is not asked for", () => {
    const told = [1, 2].map((day) => sessionOn(RAISE, { day, effort: 2 }));
    const held = { ...LUNGE, id: RAISE.id };
    const options = { nowMs: MORNING_MS + 3 * DAY_MS };
    const [proposal] = proposeNextDoses(
      buildExerciseHistories(told, "morning"),
      [{ exercise: held, block: null }],
      options,
    );
    expect(buildProposedFlags(proposal!, held).map(formatProposedFlag)).toEqual([]);
  });
});

describe("at the end of its range an exercise is made harder by how it is done", () => {
  const atTheEnd = (id: string, flags: PlanFlags = {}) => {
    const [proposal] = next(...alone(exercises.get(id) as Exercise), 2, { flags }).proposals;
    return explainProposal(proposal as Proposal, TODAY);
  };

  test("a lunge of a full minute is not to be held for longer", () => {
    const minute = { holdMs: [{ exercise: null, value: 60_000, flag: "--hold 60s" }] };
    expect(atTheEnd("kneeling-lunge", minute)).toMatch(/ends here, so squeeze the glute of the kneeling leg/);
  });

  test("what comes next is the exercise's own: no band for a light effort, a stronger one for the march", () => {
    const four = { reps: [{ exercise: null, value: 4, flag: "--reps 4" }] };
    expect(atTheEnd("psoas-post-isometric-relaxation", four)).toMatch(/ends here, so hug the other knee closer/);
    expect(atTheEnd("psoas-march")).toMatch(/ends here, so take a stronger band/);
  });
});

describe("a set that was called done before its end is not whole", () => {
  const ended =
    (afterMs: number): Act =>
    (session, clock) => {
      session.send({ type: "start" });
      while (session.state().status === "running") {
        const step = session.plan.steps[session.state().step];
        if (step?.kind === "set") {
          clock.advance(afterMs);
          session.send({ type: "done" });
        } else clock.advance(step?.durationMs ?? 0);
      }
    };
  const lunge = alone(LUNGE);

  test("holds ended after ten of forty-five seconds: a step down, however easy", () => {
    const { proposals } = next(...lunge, 2, { act: ended(10_000) });
    expect(proposals[0]).toMatchObject({ change: "down", reason: "cut-short", to: { hold: 40 } });
    expect(explainProposal(proposals[0]!, TODAY)).toContain("0 of 4 sets were done in full");
  });

  test("repetitions ended after three: a step down, and at the last moment of the last too", () => {
    expect(next(...alone(PULSES), 2, { act: ended(30_000) }).proposals[0]).toMatchObject({
      change: "down",
      to: { reps: 6 },
    });
    expect(next(...alone(PULSES), 2, { act: ended(69_999) }).proposals[0]).toMatchObject({ change: "down" });
    expect(next(...alone(PULSES), 2).proposals[0]).toMatchObject({ change: "up", to: { reps: 8 } });
  });

  test("a hold made longer in one set does not make up for another that was ended", () => {
    let sets = 0;
    const act: Act = (session, clock) => {
      session.send({ type: "start" });
      while (session.state().status === "running") {
        const step = session.plan.steps[session.state().step];
        const isSet = step?.kind === "set";
        if (isSet) sets += 1;
        if (isSet && sets % 4 === 1) session.send({ type: "extend", deltaMs: 60_000 });
        if (isSet && sets % 4 === 2) {
          clock.advance(20_000);
          session.send({ type: "done" });
        } else clock.advance((step?.durationMs ?? 0) + session.state().extraMs);
      }
    };
    expect(next(...lunge, 2, { act }).proposals[0]).toMatchObject({
      reason: "cut-short",
      basedOn: [{ setsDoneInFull: 3, sets: 4 }],
    });
  });

  test("one of several is enough, also in a session that was finished", () => {
    const proposal = proposedAfter(LUNGE, [
      { day: 1, effort: 3 },
      { day: 2, effort: 3, early: 1 },
    ]);
    expect(proposal).toMatchObject({ change: "down", reason: "cut-short" });
    expect(explainProposal(proposal, TODAY)).toContain("3 of 4 sets were done in full");
  });
});
