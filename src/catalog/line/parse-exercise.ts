/** One exercise of a line: how many or how long, its name, and what is said of it: `10 squat`, `3x30s plank rest 20s`. */

import { LIMITS } from "../../limits.ts";
import { formatCount } from "../../text/sentence.ts";
import { explainRange, takeLadder, takeTimes, takeTimesBehind } from "./counts.ts";
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
import { explainPair, findPair } from "./pairs.ts";
import { expandWorkout } from "./rewrite.ts";
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
  const { place, ladder, isInGroup } = context;
  const before = takeAmount(scanner, context.sets);
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
  const workout = before.figure || name.known ? null : expandWorkout(scanner.line.slice(name.at));
  if (workout) scanner.fail(`${name.text.split(" ")[0]} is a workout of its own: write ${workout}`, name.at);
  const { sets, figure, saysReps, at } = takeAmountBehind(scanner, before);
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
  return applyBlockModifiers(
    scanner,
    name,
    { ...bare, ...(count !== null && { sets: count }) },
    isEachSide ? sidesAt : null,
  );
}

/** How many sets, and how many repetitions or how long. */
interface Amount {
  readonly sets: ExerciseContext["sets"];
  readonly figure: Figure | null;
  /** The figure was called repetitions. */
  readonly saysReps: boolean;
  /** Where the figure stands. */
  readonly at: number;
}

function takeAmount(scanner: Scanner, sets: ExerciseContext["sets"]): Amount {
  const { at } = scanner;
  const figure = Array.isArray(sets) ? figureOf(sets[0]) : scanner.takeFigure();
  return { sets, figure, at, saysReps: figure?.unit === "reps" && scanner.takeOneOf(["reps", "rep"]) !== null };
}

/** What of it stands behind the name: "squat 3x10", "plank 30s", "10 squat x3", "10 squat 3 sets". */
function takeAmountBehind(scanner: Scanner, before: Amount): Amount {
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

/** "100m run" is rather a distance. */
function rejectLongTime(scanner: Scanner, { text }: LineName, at: number): never {
  const [said = "", figure] = /^(\d+)m(?![\p{L}\p{N}])/iu.exec(scanner.line.slice(at)) ?? [];
  const distance = figure
    ? `: ${said} is ${formatCount(Number(figure), "minute")}. For a distance write 1 "${text} ${said}", which waits for you`
    : "";
  return scanner.fail(`one exercise takes an hour at most${distance}`, at);
}

function rejectMissingName(scanner: Scanner, { figure, at }: Amount, place: number): never {
  const next = scanner.describeNext();
  if (!figure) return scanner.fail(`expected an exercise, such as 10 squat or 30s plank, ${next}`);
  const said = scanner.line.slice(at, scanner.at).trim();
  const sets = scanner.line.slice(place, at);
  const high = /^[-–—]\s*(\d+)(?!\s*[-–—\d])/u.exec(scanner.line.slice(scanner.at))?.[1];
  if (figure.unit === "reps" && high) scanner.fail(explainRange(sets, figure.value, high));
  // "10 x 30:15", "10 rounds 45:15", "20:10 x 8"
  const before = /(\d+)\s*(?:[x×]|sets|rounds|times)(?:\s+of|\s*:)?\s*\(?$/iu.exec(scanner.line.slice(0, at).trim());
  const pair = findPair(said)?.[0];
  const count = pair ? Number(before?.[1] ?? takeTimesBehind(scanner)) : 0;
  if (pair && count > 1) scanner.fail(explainPair(pair, count), at);
  if (figure.unit === "reps" && (scanner.isAtEnd || scanner.isNext("@"))) {
    const amount = scanner.line.slice(place, scanner.at).trim();
    return scanner.fail(`${amount} of what? Write ${amount} squat`);
  }
  if (!scanner.isAtEnd) return scanner.fail(`expected the name of an exercise, ${next}`);
  return scanner.fail(`${said} of what? Write ${said} work, or ${said} rest`);
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
