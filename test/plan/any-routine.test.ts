/** Any routine, made at random or shipped: its times add up, and it fits into any time without waste. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { UserError } from "../../src/errors.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { computeSetMs, type Dose } from "../../src/plan/dose.ts";
import { fitDosesToTime } from "../../src/plan/fit-to-time.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { orderSteps } from "../../src/plan/order-steps.ts";
import { resolveDoses } from "../../src/plan/resolve-doses.ts";
import { anyRoutine } from "../support/content.ts";

describe("any routine", () => {
  it("has steps and strokes whose times add up", () => {
    fc.assert(
      fc.property(anyRoutine, (made) => {
        const compiled = compilePlan(made.routine, made.exercises);
        let atMs = 0;
        for (const step of compiled.steps) {
          expect(step.atMs).toBe(atMs);
          atMs += step.durationMs ?? 0;
          let beatAtMs = 0;
          for (const beat of step.beats) {
            expect(beat.atMs).toBe(beatAtMs);
            beatAtMs += beat.durationMs;
          }
          if (step.kind === "set" && step.durationMs !== null) expect(beatAtMs).toBe(step.durationMs);
        }
        expect(compiled.totalMs).toBe(atMs);
      }),
    );
  });

  it("does every set on every side once, and never ends on a rest", () => {
    fc.assert(
      fc.property(anyRoutine, (made) => {
        const compiled = compilePlan(made.routine, made.exercises);
        expect(compiled.steps.at(-1)?.kind).toBe("set");
        for (const { id, dose, sides } of made.exercises.values()) {
          const sets = compiled.steps.filter((step) => step.exercise === id && step.kind === "set");
          const amount = dose.sets.amount.type === "single" ? dose.sets.amount.value : 0;
          expect(sets).toHaveLength(amount * (sides.mode === "each" ? 2 : 1));
          expect(new Set(sets.map((step) => `${step.side} ${step.set.index}`)).size).toBe(sets.length);
        }
      }),
    );
  });
});

type Made = Parameters<typeof resolveDoses>;

const { prepareMs, switchMs } = PLAN_DEFAULTS;
/** How long a block takes that stands alone, with its get-ready. */
const blockMs = (dose: Dose) =>
  orderSteps(dose, { first: "left", only: null }, switchMs, () => dose.restMs).reduce(
    (sum, { kind, durationMs }) => sum + (kind === "set" ? (computeSetMs(dose) ?? 0) : (durationMs ?? 0)),
    prepareMs,
  );
const sum = (doses: readonly (Dose | null)[]) => doses.reduce((ms, dose) => ms + (dose ? blockMs(dose) : 0), 0);

const alternates = ({ exercise }: Dose) => exercise.sides.mode === "alternating";

/** Every dose that has one step more than `now` has, as far as it had it before. */
function stepsBack(was: Dose, now: Dose | null): Dose[] {
  if (!now) {
    // A warm-up comes back as short as it may be.
    const mostMs = was.block.warmUp ? 60_000 : Number.POSITIVE_INFINITY;
    const strokes = was.strokes?.map((one) => ({ ...one, durationMs: Math.min(one.floorMs, mostMs) })) ?? null;
    return [{ ...was, reps: was.floor.reps, sets: was.floor.sets, restMs: was.floor.restMs, strokes }];
  }
  const back: Dose[] = [];
  const step = alternates(was) ? 2 : 1;
  if (now.reps < was.reps) back.push({ ...now, reps: Math.min(was.reps, now.reps + step) });
  if (now.sets < was.sets) back.push({ ...now, sets: now.sets + 1 });
  if (now.restMs < was.restMs && now.sets > 1) back.push({ ...now, restMs: now.restMs + 1000 });
  for (const [index, stroke] of (now.strokes ?? []).entries()) {
    const most = was.strokes?.[index]?.durationMs ?? 0;
    if (stroke.durationMs >= most) continue;
    const longer = { ...stroke, durationMs: Math.min(most, stroke.durationMs + 1000) };
    back.push({ ...now, strokes: (now.strokes ?? []).map((other, place) => (place === index ? longer : other)) });
  }
  return back;
}

/** How long the most important of these takes at its least, in milliseconds. */
function leastMs(doses: readonly Dose[]): number {
  if (doses.length === 0) return 0;
  const first = doses.reduce((a, b) => (b.block.priority < a.block.priority ? b : a));
  return blockMs(stepsBack(first, null)[0] as Dose);
}

function holdsFor(
  made: Pick<{ routine: Made[0]; exercises: Made[1] }, "routine" | "exercises">,
  budgetMs: number,
): "fits" | "shortened" | "refused" {
  const wanted = resolveDoses(made.routine, made.exercises, PLAN_DEFAULTS, {}).doses;
  let result: ReturnType<typeof fitDosesToTime>;
  try {
    result = fitDosesToTime("evening", wanted, budgetMs, blockMs);
  } catch (error) {
    // Too short for anything: then even the most important block at its least, behind the shortest warm-up, is longer.
    expect(error).toBeInstanceOf(UserError);
    const timed = wanted.filter((dose) => blockMs(dose) > 0);
    const work = timed.filter(({ block }) => !block.warmUp);
    const warmUp = work.length > 0 ? timed.filter(({ block }) => block.warmUp) : [];
    expect(leastMs(work.length > 0 ? work : timed) + leastMs(warmUp)).toBeGreaterThan(budgetMs);
    return "refused";
  }
  expect(sum(result.doses)).toBeLessThanOrEqual(budgetMs);
  for (const [index, was] of wanted.entries()) {
    const isEven = alternates(was) && was.reps % 2 === 0 && was.floor.reps % 2 === 0;
    if (isEven) expect((result.doses[index]?.reps ?? 0) % 2, "both sides do as many repetitions").toBe(0);
    for (const back of stepsBack(was, result.doses[index] ?? null)) {
      const more = result.doses.map((dose, place) => (place === index ? back : dose));
      expect(sum(more), `one step back of ${was.exercise.id}`).toBeGreaterThan(budgetMs);
    }
  }
  return sum(wanted) <= budgetMs ? "fits" : "shortened";
}

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "nowhere" });
// Where rounds link blocks, the times of the blocks alone do not add up: test/plan/groups.test.ts fits those.
const shipped = [...catalog.routines.values()].filter(({ collection }) => collection === undefined);

describe.each(shipped.map((one) => [one.id, one] as const))("%s", (_, one) => {
  it("fits into every whole minute from 1 to 60, and wastes no step", () => {
    for (let minutes = 1; minutes <= 60; minutes++)
      holdsFor({ routine: one, exercises: catalog.exercises }, minutes * 60_000);
  });
});

it("fits any routine into any time, and wastes no step", () => {
  const seen = { fits: 0, shortened: 0, refused: 0 };
  fc.assert(
    fc.property(anyRoutine, fc.integer({ min: 10, max: 1500 }), (made, seconds) => {
      seen[holdsFor(made, seconds * 1000)] += 1;
    }),
  );
  // Each of the three is common; a property of one of them would hold without the others.
  expect(Math.min(seen.fits, seen.shortened, seen.refused)).toBeGreaterThan(0);
});
