/** One exercise of a line: how many or how long, its name, and what is said of it: `10 squat`, `3x30s plank rest 20s`. */
import { LIMITS } from "../../limits.ts";
import { takeLadder, takeTimes, takeTimesBehind } from "./counts.ts";
import { isWeightNext } from "./load.ts";
import { applyBlockModifiers, isRestNext } from "./modifiers.ts";
import {
  checkFigure,
  createLineExercise,
  isRestName,
  isSideName,
  type LineName,
  noteOfRest,
  takeName,
  takeSides,
} from "./names.ts";
import {
  type LineAmount,
  rejectLonePart,
  rejectLongTime,
  rejectMissingName,
  rejectRange,
  rejectStrokesAsSets,
  rejectTimes,
  rejectTwoSets,
  rejectWorkout,
} from "./reject-exercise.ts";
import type { Figure, Scanner } from "./scanner.ts";
import type { FindExercise, LineBlock, LineItem, LineValues } from "./types.ts";

/** What stands before an exercise and around it. */
interface ExerciseContext {
  /** A count of sets, or a value each. */
  readonly sets: number | readonly LineValues[] | null;
  /** Where the item begins in the line. */
  readonly place: number;
  /** The rungs of the ladder around it. */
  readonly ladder: readonly LineValues[] | null;
  /** How long each exercise is done under intervals, in seconds. */
  readonly work: number | null;
  readonly isInGroup: boolean;
}

/** Reads a figure and a name. @throws LineError with the column of what is missing or wrong. */
export function parseExercise(scanner: Scanner, find: FindExercise, context: ExerciseContext): LineItem {
  const { place, ladder, work, isInGroup } = context;
  const before = takeAmount(scanner, context.sets);
  rejectRange(scanner, before, place);
  const sidesAt = scanner.at;
  const isEachSide = before.figure !== null && takeSides(scanner, false) !== null;
  const name = takeName(scanner, find);
  if (!name) return rejectMissingName(scanner, before, place);
  if (before.figure?.unit === "seconds" && before.sets === null && isRestName(name.text) && !name.isQuoted) {
    const note = noteOfRest(name.text);
    return { rest: before.figure.value, ...(note !== null && { note }) };
  }
  if (isSideName(name.text) && !name.isQuoted) {
    const amount = scanner.line.slice(place, name.at).trim() || "30s";
    scanner.fail(`${name.text} is a side: write ${amount} plank each side`, name.at);
  }
  rejectWorkout(scanner, before, name);
  rejectLonePart(scanner, before, name, place);
  if (work !== null) rejectTimes(scanner, before, place);
  const { sets, figure: own, saysReps, at } = takeAmountBehind(scanner, before);
  const figure = own ?? (work === null ? null : { unit: "seconds", value: work });
  const wanted = figure ?? figureOf(ladder?.[0]);
  if (!wanted && !name.known) {
    return scanner.fail(`how long, or how many? Write 30s ${name.text} or 10 ${name.text}`, name.at);
  }
  if (figure && !Array.isArray(sets)) checkAgainstLadder(scanner, figure, ladder, at);
  const block = createLineBlock(
    scanner,
    name,
    wanted,
    Array.isArray(sets) ? place : at,
    saysReps || figure === null || Array.isArray(sets),
  );
  // What the ladder says is no dose of the block.
  const bare = figure || !name.known ? block : { exercise: block.exercise };
  // Inside a group, rounds are what sets are elsewhere.
  const isOneSet = name.known && name.known.takes !== "open" && isInGroup;
  const count = sets ?? (isOneSet ? 1 : null);
  const counted = { ...bare, ...(count !== null && { sets: count }) };
  rejectStrokesAsSets(scanner, counted, name, place);
  const whole = applyBlockModifiers(scanner, name, counted, isEachSide ? sidesAt : null);
  rejectTwoSets(scanner, whole, place);
  return whole;
}

function takeAmount(scanner: Scanner, sets: ExerciseContext["sets"]): LineAmount {
  const { at } = scanner;
  const figure = Array.isArray(sets) ? figureOf(sets[0]) : scanner.takeFigure();
  return { sets, figure, at, saysReps: figure?.unit === "reps" && scanner.takeOneOf(["reps", "rep"]) !== null };
}

/** What of it stands behind the name: "squat 3x10", "plank 30s", "10 squat x3", "10 squat 3 sets". */
function takeAmountBehind(scanner: Scanner, before: LineAmount): LineAmount {
  const { sets, figure } = before;
  if (figure === null && isAmountNext(scanner)) {
    const ladder = sets === null ? takeLadder(scanner) : null;
    const after = takeAmount(scanner, ladder ?? sets ?? takeTimes(scanner));
    if (after.figure === null) scanner.fail(`expected how many or how long, ${scanner.describeNext()}`);
    return takeAmountBehind(scanner, after);
  }
  const times = sets === null ? takeTimesBehind(scanner) : null;
  if (times === null) return before;
  // "squat x10" is ten of them.
  return figure === null ? { ...before, figure: { unit: "reps", value: times } } : { ...before, sets: times };
}

/** Whether a figure comes next that is neither a weight nor a rest. */
function isAmountNext(scanner: Scanner): boolean {
  return scanner.matches(/^\d/) && !isWeightNext(scanner) && !isRestNext(scanner);
}

/** A figure of another unit than the ladder's stays; one of the same would never be done. */
function checkAgainstLadder(scanner: Scanner, figure: Figure, ladder: readonly LineValues[] | null, at: number): void {
  const rung = figureOf(ladder?.[0]);
  if (rung?.unit !== figure.unit) return;
  const what = rung.unit === "reps" ? "how many" : "how long";
  scanner.fail(`the ladder says ${what}: leave out the figure`, at);
}

/**
 * A block of what was named and how much of it, without its modifiers.
 *
 * @param at the column of the figure, for faults.
 * @param saysReps whether the figure was called repetitions.
 */
export function createLineBlock(
  scanner: Scanner,
  name: LineName,
  figure: Figure | null,
  at: number,
  saysReps: boolean,
): LineBlock {
  if (!figure) return { exercise: name.known?.id ?? name.text };
  checkFigure(scanner, name, figure, at, saysReps);
  if (figure.value <= 0) scanner.fail("expected a figure above 0", at);
  if (figure.unit === "seconds" && figure.value > LIMITS.seconds) rejectLongTime(scanner, name, at);
  if (!name.known) return { exercise: createLineExercise(name, figure) };
  return { exercise: name.known.id, ...(figure.unit === "reps" ? { reps: figure.value } : { hold: figure.value }) };
}

function figureOf(values: LineValues | undefined): Figure | null {
  if (values?.reps !== undefined) return { unit: "reps", value: values.reps };
  return values?.hold === undefined ? null : { unit: "seconds", value: values.hold };
}
