/** What is said of an exercise that cannot be read, or that would be read in another way than it was meant. */
import { explainRange, isRange, takeTimesBehind } from "./counts.ts";
import type { LineName } from "./names.ts";
import { explainPair, findPair } from "./pairs.ts";
import { expandWorkout } from "./rewrite.ts";
import type { Figure, Scanner } from "./scanner.ts";
import type { LineBlock, LineValues } from "./types.ts";

/** How many sets, and how many repetitions or how long. */
export interface LineAmount {
  readonly sets: number | readonly LineValues[] | null;
  readonly figure: Figure | null;
  /** The figure was called repetitions. */
  readonly saysReps: boolean;
  /** Where the figure stands. */
  readonly at: number;
}

/** "8 to 12 curls", "3x8-12 curls": one of the two has to be chosen. "1 to 5" is rather a ladder. */
export function rejectRange(scanner: Scanner, { figure }: LineAmount, place: number): void {
  if (figure?.unit !== "reps") return;
  const high = /^(?:to|\.{2,}|[-–—…])\s*(\d+)(?!\s*[-–—\d])/iu.exec(scanner.line.slice(scanner.at))?.[1];
  if (!high || !isRange(figure.value, Number(high))) return;
  const sets = scanner.line.slice(place, scanner.at).replace(/\d+\s*$/u, "");
  scanner.fail(explainRange(sets, figure.value, high));
}

/** "4-7-8 breathing": the strokes of a breath, and no sets. */
export function rejectStrokesAsSets(
  scanner: Scanner,
  { sets }: LineBlock,
  { text, isQuoted }: LineName,
  place: number,
): void {
  if (typeof sets !== "object" || isQuoted || !/breath/iu.test(text)) return;
  const names = sets.length === 2 ? ["inhale", "exhale"] : ["inhale", "hold", "exhale", "hold"];
  const strokes = sets.map(({ reps, hold }, index) => `${names[index]} ${reps ?? hold}s`);
  if (sets.length <= names.length) scanner.fail(`a breath is written 8 ${text} ${strokes.join(" ")}`, place);
}

/** "inhale 4s hold 7s exhale 8s" without how many of them; "plank 30s, 3 times" behind a comma. */
export function rejectLonePart(
  scanner: Scanner,
  { figure }: LineAmount,
  { text, at, isQuoted }: LineName,
  place: number,
): void {
  if (isQuoted) return;
  const breath = /^(?:inhale|hold|exhale)\s*\d[^\s,]*\s+(?:inhale|hold|exhale)\s*\d/iu.exec(scanner.line.slice(at));
  if (breath) scanner.fail("how many breaths? Write 8 breath inhale 4s …", place);
  if (figure?.unit === "reps" && /^(?:times|repeats)$/iu.test(text)) {
    scanner.fail(
      `${figure.value} ${text} of what? Leave out the comma in front of it, or write ${figure.value}x(10 squat, 5 row)`,
      place,
    );
  }
}

/** "8-12 curls" without a load for each of two sets: a range as well, and nobody would notice in mid-workout. */
export function rejectTwoSets(scanner: Scanner, { sets }: LineBlock, place: number): void {
  if (typeof sets !== "object" || sets.length !== 2 || sets.some(({ load }) => load !== undefined)) return;
  const [low, high] = sets.map(({ reps }) => reps);
  if (!low || !high || !isRange(low, high)) return;
  scanner.fail(`${explainRange("", low, high)}, or ${low}-${high}: for a set of each`, place);
}

/** "40s on, 20s off: squats, lunges x3", or "3x lunges": nobody knows what is done three times, and with which rest. */
export function rejectTimes(scanner: Scanner, { sets, figure }: LineAmount, place: number): void {
  if (figure !== null) return;
  const { at } = scanner;
  const times = typeof sets === "number" ? sets : takeTimesBehind(scanner);
  if (times !== null) scanner.fail(`write ${times} rounds in front of the intervals`, sets === null ? at : place);
}

/** "tabata squats", "4 min tabata": a name for a whole workout. */
export function rejectWorkout(scanner: Scanner, { figure }: LineAmount, { text, at, known, isQuoted }: LineName): void {
  if (known || isQuoted) return;
  const tabata = /\btabata\b/iu.exec(text);
  const place = at + (tabata?.index ?? 0);
  const length = figure?.unit === "seconds" ? ` for ${figure.value / 60} minutes` : "";
  const workout = figure && !tabata ? null : expandWorkout(`${scanner.line.slice(place)}${length}`);
  const meant = workout ?? (tabata && "8x(20s work, 10s rest)");
  if (meant) scanner.fail(`${tabata?.[0] ?? text.split(" ")[0]} is a workout of its own: write ${meant}`, place);
}

/** "100m run" is rather a distance. */
export function rejectLongTime(scanner: Scanner, { text }: LineName, at: number): never {
  const [said = "", figure] = /^(\d+)m(?![\p{L}\p{N}])/iu.exec(scanner.line.slice(at)) ?? [];
  const distance = figure
    ? `: ${said} is ${figure} minutes. For a distance write 1 "${text} ${said}", which waits for you`
    : "";
  return scanner.fail(`one exercise takes an hour at most${distance}`, at);
}

/** A figure without a name behind it. */
export function rejectMissingName(scanner: Scanner, { figure, at }: LineAmount, place: number): never {
  const next = scanner.describeNext();
  if (!figure) return scanner.fail(`expected an exercise, such as 10 squat or 30s plank, ${next}`);
  const said = scanner.line.slice(at, scanner.at).trim();
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
