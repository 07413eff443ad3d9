/**
 * What to do next time: a proposal for each exercise, made of what was done and of the ranges of its source.
 *
 * The guides say to reduce what is too hard and to raise repetitions, band or time under tension when it is too easy.
 * The rules are: easy twice in a row, a step up; too hard, cut short or tighter afterwards, a step down; long away, two
 * steps down; else the same again. Pure: history and content go in, with the present moment.
 */

import { DAY_MS } from "../../calendar.ts";
import { isTempoStroke } from "../../catalog/tempo.ts";
import type { Block, Exercise } from "../../catalog/types.ts";
import { type AdjustableDose, type DoseStep, type DoseStepName, listDoseSteps } from "./dose-steps.ts";
import type { ExerciseHistory, ExerciseRecord } from "./exercise-history.ts";
import { formatLoweringTempo } from "./lowering-tempo.ts";

/** Effort up to this is easy, from that on hard (CR-10). */
export const MAX_EASY_EFFORT = 4;
export const MIN_HARD_EFFORT = 8;
/** Tighter by so much than after the session before is too much. */
export const MIN_TIGHTNESS_INCREASE = 3;
/** Longer away than this asks for a gentle start. */
export const LONG_BREAK_DAYS = 14;

/** Why it is proposed; a sentence is made of it in `progress-words.ts`. */
export type ProposalReason =
  | "never-done"
  | "away"
  | "cut-short"
  | "hard"
  | "tighter"
  | "easy-twice"
  | "easy-once"
  | "fits"
  | "not-answered";

/** What is done about it: more, less, the same; or, at the end of the range, something else than figures. */
export type ProposedChange = "up" | "down" | "same" | "harder" | "easier" | "new";

export interface Proposal {
  readonly exercise: string;
  readonly name: string;
  readonly change: ProposedChange;
  readonly ground: ProposalReason;
  /** The dose of the last time, null when it was never done, and the one that is proposed. */
  readonly from: AdjustableDose | null;
  readonly to: AdjustableDose | null;
  /** The strokes of the last time; none when it was never done. */
  readonly strokes: ExerciseRecord["strokes"];
  /** Where figures do not help: "add band resistance", or how to make it easier or harder in the exercise's own words. */
  readonly advice: string | null;
  /** The sessions that it rests on, the latest first. */
  readonly rests: readonly ExerciseRecord[];
}

/** An exercise as a routine has it. */
export interface DosedExercise {
  readonly exercise: Exercise;
  readonly block: Block | null;
}

export interface ProposalOptions {
  readonly nowMs: number;
  /** Whether steps may leave the range of the source. */
  readonly beyond?: boolean;
}

/** A proposal for each exercise that is dosed (an open test has none), in the order given. */
export function proposeNextDoses(
  known: ReadonlyMap<string, ExerciseHistory>,
  content: readonly DosedExercise[],
  { nowMs, beyond = false }: ProposalOptions,
): readonly Proposal[] {
  const seen = new Set<string>();
  return content.flatMap(({ exercise, block }) => {
    if (exercise.pattern.type !== "strokes" || seen.has(exercise.id)) return [];
    seen.add(exercise.id);
    return [
      proposeForExercise({ exercise, block }, listDoseSteps(exercise, block, beyond), known.get(exercise.id), nowMs),
    ];
  });
}

function proposeForExercise(
  content: DosedExercise,
  knobs: readonly DoseStep[],
  known: ExerciseHistory | undefined,
  nowMs: number,
): Proposal {
  const { exercise } = content;
  const last = known?.recent.at(-1);
  const about = { exercise: exercise.id, name: exercise.name };
  if (!known || !last)
    return {
      ...about,
      change: "new",
      ground: "never-done",
      from: null,
      to: null,
      strokes: [],
      advice: null,
      rests: [],
    };
  const { ground, rests } = findReason(last, known, nowMs);
  const from = last.dose;
  const base = { ...about, ground, from, strokes: last.strokes, rests, advice: null };
  const turned = knobs.flatMap((knob) => limitToFlags(knob, last, content) ?? []);
  const inside = clampDose(from, knobs, turned);
  if (ground === "easy-twice") {
    const to = stepDose(inside, turned, 1);
    return to
      ? { ...base, change: "up", to }
      : { ...base, change: "harder", to: inside, advice: adviseHarder(exercise) };
  }
  if (ground === "hard" || ground === "cut-short" || ground === "tighter" || ground === "away") {
    const once = stepDose(inside, turned, -1);
    const to = once && ground === "away" ? (stepDose(once, turned, -1) ?? once) : once;
    return to
      ? { ...base, change: "down", to }
      : { ...base, change: "easier", to: inside, advice: adviseEasier(exercise) };
  }
  return { ...base, change: "same", to: inside };
}

/** What the last doings say; the strongest ground first. */
function findReason(
  last: ExerciseRecord,
  known: ExerciseHistory,
  nowMs: number,
): { ground: ProposalReason; rests: readonly ExerciseRecord[] } {
  const before = known.recent.at(-2);
  // Nobody is away who did it elsewhere meanwhile.
  if (nowMs - known.lastAnywhere.atMs > LONG_BREAK_DAYS * DAY_MS)
    return { ground: "away", rests: [known.lastAnywhere] };
  if (last.setsDoneInFull < last.sets) return { ground: "cut-short", rests: [last] };
  if ((last.effort ?? 0) >= MIN_HARD_EFFORT) return { ground: "hard", rests: [last] };
  if ((last.tighterBy ?? 0) >= MIN_TIGHTNESS_INCREASE) return { ground: "tighter", rests: [last] };
  if (last.effort === null) return { ground: "not-answered", rests: [last] };
  if (last.effort > MAX_EASY_EFFORT) return { ground: "fits", rests: [last] };
  // After a step up it must be easy twice anew.
  if (before && wasEasy(before) && isSameDose(before.dose, last.dose))
    return { ground: "easy-twice", rests: [last, before] };
  return { ground: "easy-once", rests: [last] };
}

function wasEasy(doing: ExerciseRecord): boolean {
  return doing.setsDoneInFull >= doing.sets && doing.effort !== null && doing.effort <= MAX_EASY_EFFORT;
}

function isSameDose(a: AdjustableDose, b: AdjustableDose): boolean {
  return a.hold === b.hold && a.reps === b.reps && a.eccentric === b.eccentric;
}

/** One step up or down; null when there is no room in any knob. */
function stepDose(dose: AdjustableDose, knobs: readonly DoseStep[], direction: 1 | -1): AdjustableDose | null {
  for (const knob of direction > 0 ? knobs : orderForStepDown(dose, knobs)) {
    const now = dose[knob.name];
    if (now === null) continue;
    const then = Math.min(knob.high, Math.max(knob.low, now + direction * knob.step));
    if (then !== now) return { ...dose, [knob.name]: then };
  }
  return null;
}

/** What was turned up last is turned down first; below the usual dose, time and repetitions give way before the pace. */
function orderForStepDown(dose: AdjustableDose, knobs: readonly DoseStep[]): readonly DoseStep[] {
  const raised = knobs.filter((knob) => (dose[knob.name] ?? 0) > knob.usual).reverse();
  return [...raised, ...knobs.filter((knob) => !raised.includes(knob))];
}

/** A knob as far as a flag can turn it; null when none can. A lowering is asked for by a tempo, in whole seconds. */
function limitToFlags(knob: DoseStep, last: ExerciseRecord, { exercise, block }: DosedExercise): DoseStep | null {
  if (knob.name !== "eccentric" || last.dose.eccentric === null) return knob;
  const strokes = exercise.pattern.type !== "strokes" ? [] : (block?.strokes ?? exercise.pattern.strokes);
  if (!strokes.every(isTempoStroke)) return null;
  if (formatLoweringTempo(last.strokes, last.dose.eccentric, exercise) === null) return null;
  const [low, high] = [Math.ceil(knob.low), Math.floor(knob.high)];
  return low > high ? null : { ...knob, low, high };
}

/** A dose that a flag once took out of the range comes back into it; what the exercise no longer has is left out. */
function clampDose(dose: AdjustableDose, knobs: readonly DoseStep[], turned: readonly DoseStep[]): AdjustableDose {
  const figure = (name: DoseStepName) => {
    const now = dose[name];
    const knob = turned.find((one) => one.name === name);
    if (now !== null && knob) return Math.min(knob.high, Math.max(knob.low, now));
    return knobs.some((one) => one.name === name) ? now : null;
  };
  return { hold: figure("hold"), reps: figure("reps"), eccentric: figure("eccentric") };
}

/** A band loads what works; what is stretched, rolled or coaxed with little effort is made harder in its own way. */
function adviseHarder(exercise: Exercise): string {
  const loads = exercise.kind === "strength" || exercise.kind === "cardio";
  return loads ? "add band resistance" : (exercise.harder[0] ?? "stay with it: it is where the source wants it");
}

function adviseEasier(exercise: Exercise): string {
  return exercise.easier[0] ?? "do fewer sets, and ask a professional when it stays hard";
}
