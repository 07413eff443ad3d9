/**
 * What to do next time: a proposal for each exercise, made of what was done and of the ranges of its source.
 *
 * The guides say to reduce what is too hard and to raise repetitions, band or time under tension when it is too easy.
 * The rules are: easy twice in a row, a step up; too hard, cut short or tighter afterwards, a step down; long away, two
 * steps down; else the same again. Pure: history and content go in, with the present moment.
 */

import { DAY_MS } from "../../calendar.ts";
import { isOfTempo } from "../../catalog/tempo.ts";
import type { Block, Exercise } from "../../catalog/types.ts";
import type { Doing, Known } from "./doings.ts";
import { type Knob, type KnobName, knobsOf, type SteppedDose } from "./knobs.ts";
import { loweringTempo } from "./lowering.ts";

/** Effort up to this is easy, from that on hard (CR-10). */
export const EASY_EFFORT = 4;
export const HARD_EFFORT = 8;
/** Tighter by so much than after the session before is too much. */
export const TIGHTER = 3;
/** Longer away than this asks for a gentle start. */
export const AWAY_DAYS = 14;

/** Why it is proposed; a sentence is made of it in `progress-words.ts`. */
export type Ground =
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
export type Change = "up" | "down" | "same" | "harder" | "easier" | "new";

export interface Proposal {
  readonly exercise: string;
  readonly name: string;
  readonly change: Change;
  readonly ground: Ground;
  /** The dose of the last time, null when it was never done, and the one that is proposed. */
  readonly from: SteppedDose | null;
  readonly to: SteppedDose | null;
  /** The strokes of the last time; none when it was never done. */
  readonly strokes: Doing["strokes"];
  /** Where figures do not help: "add band resistance", or how to make it easier or harder in the exercise's own words. */
  readonly advice: string | null;
  /** The sessions that it rests on, the latest first. */
  readonly rests: readonly Doing[];
}

/** An exercise as a routine has it. */
export interface Dosed {
  readonly exercise: Exercise;
  readonly block: Block | null;
}

export interface ProgressOptions {
  readonly nowMs: number;
  /** Whether steps may leave the range of the source. */
  readonly beyond?: boolean;
}

/** A proposal for each exercise that is dosed (an open test has none), in the order given. */
export function suggest(
  known: ReadonlyMap<string, Known>,
  content: readonly Dosed[],
  { nowMs, beyond = false }: ProgressOptions,
): readonly Proposal[] {
  const seen = new Set<string>();
  return content.flatMap(({ exercise, block }) => {
    if (exercise.pattern.type === "open" || seen.has(exercise.id)) return [];
    seen.add(exercise.id);
    return [propose({ exercise, block }, knobsOf(exercise, block, beyond), known.get(exercise.id), nowMs)];
  });
}

function propose(content: Dosed, knobs: readonly Knob[], known: Known | undefined, nowMs: number): Proposal {
  const { exercise } = content;
  const last = known?.doings.at(-1);
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
  const { ground, rests } = judge(last, known, nowMs);
  const from = last.dose;
  const base = { ...about, ground, from, strokes: last.strokes, rests, advice: null };
  const turned = knobs.flatMap((knob) => turnable(knob, last, content) ?? []);
  const inside = clamped(from, knobs, turned);
  if (ground === "easy-twice") {
    const to = stepped(inside, turned, 1);
    return to ? { ...base, change: "up", to } : { ...base, change: "harder", to: inside, advice: harderOf(exercise) };
  }
  if (ground === "hard" || ground === "cut-short" || ground === "tighter" || ground === "away") {
    const once = stepped(inside, turned, -1);
    const to = once && ground === "away" ? (stepped(once, turned, -1) ?? once) : once;
    return to ? { ...base, change: "down", to } : { ...base, change: "easier", to: inside, advice: easierOf(exercise) };
  }
  return { ...base, change: "same", to: inside };
}

/** What the last doings say; the strongest ground first. */
function judge(last: Doing, known: Known, nowMs: number): { ground: Ground; rests: readonly Doing[] } {
  const before = known.doings.at(-2);
  // Nobody is away who did it elsewhere meanwhile.
  if (nowMs - known.last.atMs > AWAY_DAYS * DAY_MS) return { ground: "away", rests: [known.last] };
  if (last.whole < last.sets) return { ground: "cut-short", rests: [last] };
  if ((last.effort ?? 0) >= HARD_EFFORT) return { ground: "hard", rests: [last] };
  if ((last.tighterBy ?? 0) >= TIGHTER) return { ground: "tighter", rests: [last] };
  if (last.effort === null) return { ground: "not-answered", rests: [last] };
  if (last.effort > EASY_EFFORT) return { ground: "fits", rests: [last] };
  // After a step up it must be easy twice anew.
  if (before && isEasy(before) && sameDose(before.dose, last.dose))
    return { ground: "easy-twice", rests: [last, before] };
  return { ground: "easy-once", rests: [last] };
}

function isEasy(doing: Doing): boolean {
  return doing.whole >= doing.sets && doing.effort !== null && doing.effort <= EASY_EFFORT;
}

function sameDose(a: SteppedDose, b: SteppedDose): boolean {
  return a.hold === b.hold && a.reps === b.reps && a.eccentric === b.eccentric;
}

/** One step up or down; null when there is no room in any knob. */
function stepped(dose: SteppedDose, knobs: readonly Knob[], direction: 1 | -1): SteppedDose | null {
  for (const knob of direction > 0 ? knobs : downwards(dose, knobs)) {
    const now = dose[knob.name];
    if (now === null) continue;
    const then = Math.min(knob.high, Math.max(knob.low, now + direction * knob.step));
    if (then !== now) return { ...dose, [knob.name]: then };
  }
  return null;
}

/** What was turned up last is turned down first; below the usual dose, time and repetitions give way before the pace. */
function downwards(dose: SteppedDose, knobs: readonly Knob[]): readonly Knob[] {
  const raised = knobs.filter((knob) => (dose[knob.name] ?? 0) > knob.usual).reverse();
  return [...raised, ...knobs.filter((knob) => !raised.includes(knob))];
}

/** A knob as far as a flag can turn it; null when none can. A lowering is asked for by a tempo, in whole seconds. */
function turnable(knob: Knob, last: Doing, { exercise, block }: Dosed): Knob | null {
  if (knob.name !== "eccentric" || last.dose.eccentric === null) return knob;
  const strokes = exercise.pattern.type === "open" ? [] : (block?.strokes ?? exercise.pattern.strokes);
  if (!strokes.every(isOfTempo)) return null;
  if (loweringTempo(last.strokes, last.dose.eccentric, exercise) === null) return null;
  const [low, high] = [Math.ceil(knob.low), Math.floor(knob.high)];
  return low > high ? null : { ...knob, low, high };
}

/** A dose that a flag once took out of the range comes back into it; what the exercise no longer has is left out. */
function clamped(dose: SteppedDose, knobs: readonly Knob[], turned: readonly Knob[]): SteppedDose {
  const figure = (name: KnobName) => {
    const now = dose[name];
    const knob = turned.find((one) => one.name === name);
    if (now !== null && knob) return Math.min(knob.high, Math.max(knob.low, now));
    return knobs.some((one) => one.name === name) ? now : null;
  };
  return { hold: figure("hold"), reps: figure("reps"), eccentric: figure("eccentric") };
}

/** A band loads what works; what is stretched, rolled or coaxed with little effort is made harder in its own way. */
function harderOf(exercise: Exercise): string {
  const loads = exercise.kind === "strength" || exercise.kind === "cardio";
  return loads ? "add band resistance" : (exercise.harder[0] ?? "stay with it: it is where the source wants it");
}

function easierOf(exercise: Exercise): string {
  return exercise.easier[0] ?? "do fewer sets, and ask a professional when it stays hard";
}
