/** What stands behind a name or a group and says how it is done: rests, tempo, side, load. */
import { explainTempo, parseTempo } from "../tempo.ts";
import { takeTimesBehind } from "./counts.ts";
import { isWeightNext, takeLoad } from "./load.ts";
import { isRestName, type LineName, takeSides } from "./names.ts";
import type { Scanner } from "./scanner.ts";
import type { BreathPhase, LineBlock, LineExercise, LineGroup } from "./types.ts";

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

const TIMES = ["rest", "prepare", "switch"] as const;

/** Words for times that need a figure to be told from a name: "cap 60s", "pace 2s". */
const FIGURE_TIMES = ["cap", "pace"] as const;

/**
 * A block with the modifiers that follow it, in any order, each once.
 *
 * @param sidesAt where "each side" stood in front of the name; null if it did not.
 */
export function applyBlockModifiers(
  scanner: Scanner,
  name: LineName,
  block: LineBlock,
  sidesAt: number | null = null,
): LineBlock {
  const draft: Draft<LineBlock> = { ...block };
  const said = new Set<string>();
  if (sidesAt !== null) {
    said.add("side");
    applySides(scanner, name, draft, "each", sidesAt);
  }
  for (;;) {
    const { at } = scanner;
    // "10 lunge per leg x3", "20s on 10s off x8"
    const times = takeTimesBehind(scanner);
    if (times !== null) {
      if (typeof draft.sets === "object" || (draft.sets ?? 1) > 1) scanner.fail("how many sets is given twice", at);
      draft.sets = times;
      continue;
    }
    const restBehind = takeRest(scanner);
    const word = restBehind === null ? takeBlockWord(scanner) : "rest";
    if (word === null) return draft;
    const kind = KINDS[word] ?? word;
    if (said.has(kind)) scanner.fail(`${kind === "load" ? "the load" : kind} is given twice`, at);
    said.add(kind);
    scanner.note(kind, at);
    if (word === "@") Object.assign(draft, takeLoad(scanner, draft, at));
    else if (restBehind !== null) draft.rest = restBehind;
    else if (word === "tempo") applyTempo(scanner, draft);
    else if (word === "inhale" || word === "exhale") applyBreath(scanner, name, draft, at);
    else if (word === "left" || word === "right") {
      requireSides(scanner, name, word, at);
      draft.side = word;
    } else if (word === "each" || word === "alternating") applySides(scanner, name, draft, word, at);
    else {
      draft[word] = scanner.expectTime(word);
    }
    if (kind === "rest") takeBetween(scanner);
  }
}

function takeBlockWord(scanner: Scanner) {
  if (scanner.isNext("for time")) scanner.fail("for time goes with a group: write for time: 50 squat");
  const breath = (["inhale", "exhale"] as const).find((word) => scanner.isNextWithFigure(word));
  if (breath) return breath;
  const time = FIGURE_TIMES.find((word) => scanner.isNextWithFigure(word));
  if (isWeightNext(scanner)) return "@";
  return (
    takeSides(scanner) ??
    scanner.takeOneOf([...(["@", "alternating", "left", "right", "tempo", ...TIMES] as const), ...(time ? [time] : [])])
  );
}

/** What a word is about that is not called so itself. */
const KINDS: Readonly<Record<string, string>> = {
  "@": "load",
  left: "side",
  right: "side",
  each: "side",
  alternating: "side",
  inhale: "strokes",
  exhale: "strokes",
};

/** Modifiers of a group, in any order, each once; `before` are those that its header has said already. */
export function takeGroupModifiers(
  scanner: Scanner,
  before: Omit<LineGroup, "blocks"> = {},
): Omit<LineGroup, "blocks"> {
  const draft: Draft<Omit<LineGroup, "blocks">> = { ...before };
  for (;;) {
    const { at } = scanner;
    const restBehind = takeRest(scanner);
    const word =
      restBehind === null ? scanner.takeOneOf([...GROUP_TIMES, "for time", "pick", "shuffle"]) : ("rest" as const);
    if (word === null) return draft;
    const field = word === "for time" ? "count" : word;
    if (draft[field] !== undefined) scanner.fail(`${word} is given twice`, at);
    scanner.note(field, at);
    if (restBehind !== null) draft.rest = restBehind;
    else if (field === "count") draft.count = "up";
    else if (field === "shuffle") draft.shuffle = true;
    else if (field === "pick") {
      draft.pick = scanner.takeNumber() ?? scanner.fail(`expected how many to pick, ${scanner.describeNext()}`);
    } else draft[field] = scanner.expectTime(word);
    if (field === "rest") takeBetween(scanner);
  }
}

/** "rest 60s between rounds": where a rest stands says so already. */
function takeBetween(scanner: Scanner): void {
  scanner.takeOneOf(["between sets", "between rounds"]);
}

/** "60s rest" behind what it belongs to is said as well as "rest 60s". */
function takeRest(scanner: Scanner): number | null {
  const { at } = scanner;
  const seconds = scanner.takeTime();
  // In "plank 30s rest 10s" the time in front of the word is no rest.
  if (seconds !== null && isRestName(scanner.takeWord() ?? "") && !scanner.matches(/^\d/)) return seconds;
  scanner.at = at;
  return null;
}

/** Whether "60s rest" comes next. */
export function isRestNext(scanner: Scanner): boolean {
  const { at } = scanner;
  const isNext = takeRest(scanner) !== null;
  scanner.at = at;
  return isNext;
}

const GROUP_TIMES = ["rest", "between", "every", "cap", "prepare", "switch"] as const;

/** Without sides of its own an exercise cannot be done on one. */
function requireSides(scanner: Scanner, { known, text }: LineName, word: string, at: number): void {
  if (known?.sided) return;
  const what = known ? `${known.id} works both sides at once` : `${text} has no sides: write each side`;
  scanner.fail(`${word} changes nothing: ${what}`, at);
}

function applySides(
  scanner: Scanner,
  name: LineName,
  draft: Draft<LineBlock>,
  sides: "each" | "alternating",
  at: number,
): void {
  if (typeof draft.exercise === "object") draft.exercise = { ...draft.exercise, sides };
  else requireSides(scanner, name, sides === "each" ? "each side" : sides, at);
}

function applyTempo(scanner: Scanner, draft: Draft<LineBlock>): void {
  const { at } = scanner;
  const tempo = scanner.takeChunk();
  if (tempo === null || !parseTempo(tempo)) {
    scanner.fail(explainTempo(tempo ?? "", "5-0-1-0"), at);
  }
  const { exercise } = draft;
  if (typeof exercise === "string") {
    draft.tempo = tempo;
    return;
  }
  if (exercise.strokes) scanner.fail("a breath has no tempo", at);
  if (exercise.reps === undefined) scanner.fail(`${exercise.name} is done for a time: a tempo changes nothing`, at);
  draft.exercise = withSidesLast({ ...exercise, tempo });
}

/** "inhale 4s hold 7s exhale 8s": the strokes of one breath. */
function applyBreath(scanner: Scanner, { known, text }: LineName, draft: Draft<LineBlock>, at: number): void {
  const strokes: { phase: BreathPhase; seconds: number }[] = [];
  for (;;) {
    const phase = (["inhale", "exhale", "hold"] as const).find((word) => scanner.isNextWithFigure(word));
    if (!phase) break;
    scanner.take(phase);
    strokes.push({ phase, seconds: scanner.expectTime(phase) });
  }
  const { exercise } = draft;
  if (typeof exercise === "string") {
    scanner.fail(`${known?.id ?? text} has its own strokes: how to breathe changes nothing`, at);
  }
  if (exercise.tempo !== undefined) scanner.fail("a breath has no tempo", at);
  if (exercise.reps === undefined) scanner.fail(`how many breaths? Write 8 ${text} inhale 4s …`, at);
  draft.exercise = withSidesLast({ ...exercise, strokes });
}

/** The fields of an exercise in the order in which a file shows them. */
function withSidesLast({ sides, ...rest }: LineExercise): LineExercise {
  return sides ? { ...rest, sides } : rest;
}
