/** One exercise of a line: how many or how long, its name, and what is said of it: `10 squat`, `3x30s plank rest 20s`. */
import { applyBlockModifiers } from "./modifiers.ts";
import { capitalise, checkFigure, createLineExercise, isRestName, type LineName, takeName } from "./names.ts";
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
  readonly isInGroup: boolean;
}

/** Reads a figure and a name. @throws LineError with the column of what is missing or wrong. */
export function parseExercise(scanner: Scanner, find: FindExercise, context: ExerciseContext): LineItem {
  const { sets, place, ladder, isInGroup } = context;
  const { at } = scanner;
  const figure = Array.isArray(sets) ? figureOf(sets[0]) : scanner.takeFigure();
  const saysReps = figure?.unit === "reps" && scanner.takeOneOf(["reps", "rep"]) !== null;
  const name = takeName(scanner, find);
  if (!name) {
    const what = figure ? "expected the name of an exercise" : "expected an exercise, such as 10 squat or 30s plank";
    return scanner.fail(`${what}, ${scanner.describeNext()}`);
  }
  if (figure?.unit === "seconds" && sets === null && isRestName(name.text)) {
    const note = name.text.toLowerCase() === "rest" ? {} : { note: capitalise(name.text) };
    return { rest: figure.value, ...note };
  }
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
  return applyBlockModifiers(scanner, name, { ...bare, ...(count !== null && { sets: count }) });
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
  if (!name.known) return { exercise: createLineExercise(name, figure) };
  return { exercise: name.known.id, ...(figure.unit === "reps" ? { reps: figure.value } : { hold: figure.value }) };
}

function figureOf(values: LineValues | undefined): Figure | null {
  if (values?.reps !== undefined) return { unit: "reps", value: values.reps };
  return values?.hold === undefined ? null : { unit: "seconds", value: values.hold };
}
