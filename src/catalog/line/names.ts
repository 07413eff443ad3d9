/** The names in a line: where one ends, what it stands for, and what a figure without a unit means before it. */
import { formatCount } from "../../text/sentence.ts";
import { canFollowFigure } from "./figure-patterns.ts";
import { type Figure, Scanner } from "./scanner.ts";
import type { FindExercise, KnownExercise, LineExercise } from "./types.ts";

/** Words that say how something is done: a name ends before them. */
const MODIFIERS = ["rest", "between", "tempo", "each", "alternating", "left", "right", "prepare", "switch"] as const;

/** Words that say how something is done when a figure follows them; otherwise they are part of a name. */
const FIGURE_MODIFIERS = ["cap", "pace", "every", "pick", "inhale", "exhale"] as const;

/** Names of a pause in work: a time before one is a rest. */
const RESTS: ReadonlySet<string> = new Set(["rest", "off", "break", "pause", "recover", "recovery"]);

/** Words for both sides, one after the other. */
const EACH_SIDE = ["each side", "each leg", "each arm", "per side", "per leg", "per arm"] as const;

/** What is held: its time is a hold. */
const HOLDS = /\b(?:plank|hold|stretch|pose|sit|hang|handstand|bridge hold|breathe?|breathing)\b/i;

/** What is done for a time: nobody counts its repetitions, and a number before it lacks its unit. */
const TIMED = /\b(?:plank|hold|stretch|pose|wall sit|hang|walk|run|jog|bike|cycle|swim|work|focus|meditation)\b/i;

/** A name as it stands in the line. */
export interface LineName {
  readonly text: string;
  readonly at: number;
  readonly known: KnownExercise | null;
  /** It stands in quotes: it is taken as it is. */
  readonly isQuoted: boolean;
}

/** Whether a number before this name lacks its unit. */
export function isTimedName(text: string): boolean {
  return TIMED.test(text);
}

/** Whether a name means a rest. */
export function isRestName(text: string): boolean {
  return RESTS.has(text.toLowerCase());
}

/** "20s on": whatever it is that is done. */
function isOn(text: string): boolean {
  return text.toLowerCase() === "on";
}

/** Whether a name says on which side, and nothing else. */
export function isSideName(text: string): boolean {
  return /^(?:left|right)$/i.test(text);
}

/** The note of a rest with this name; null for one that is just that. */
export function noteOfRest(text: string): string | null {
  return ["rest", "off"].includes(text.toLowerCase()) ? null : capitalise(text.toLowerCase());
}

/** "each side", "per leg"; behind a name "each" alone; null when none comes next. */
export function takeSides(scanner: Scanner, isBehindName = true): "each" | null {
  return scanner.takeOneOf(isBehindName ? [...EACH_SIDE, "each"] : EACH_SIDE) && "each";
}

/** A name in quotes, or its words up to a modifier or a sign; null when none comes next. */
export function takeName(scanner: Scanner, find: FindExercise): LineName | null {
  const { at } = scanner;
  const quoted = scanner.takeQuoted();
  if (quoted !== null) return { text: quoted, at, known: null, isQuoted: true };
  const words: string[] = [];
  for (;;) {
    const place = scanner.at;
    // A name may begin with a word that is also a modifier ("left hook"), but not with "rest": that is one.
    const word = (words.length > 0 ? isModifierNext(scanner) : scanner.matches(/^[x×]\d/iu))
      ? null
      : scanner.takeWord();
    if (word === null) {
      scanner.at = place;
      break;
    }
    words.push(word);
  }
  if (words.length === 0) return null;
  // "squat with 20 kg", "plank for 30s"
  if (words.length > 1 && /^(?:with|at|for)$/iu.test(words.at(-1) ?? "") && scanner.matches(/^\d/u)) words.pop();
  const text = words.join(" ").replace(/\.$/, "");
  return { text, at, known: find(text), isQuoted: false };
}

function isModifierNext(scanner: Scanner): boolean {
  return (
    [...MODIFIERS, ...EACH_SIDE, "for time"].some((word) => scanner.isNext(word)) ||
    scanner.matches(/^[x×]\s*\d/iu) ||
    FIGURE_MODIFIERS.some((word) => scanner.isNextWithFigure(word))
  );
}

/** An exercise of the line's own. Its name begins with a capital letter, as names on the screen do. */
export function createLineExercise(name: LineName, figure: Figure): LineExercise {
  const plain = isOn(name.text) ? "Work" : capitalise(name.text);
  const title = name.isQuoted ? name.text : plain;
  if (figure.unit === "reps") return { name: title, reps: figure.value };
  return HOLDS.test(name.text) ? { name: title, hold: figure.value } : { name: title, work: figure.value };
}

/** @throws LineError when a figure cannot be meant as it is written before this name. */
export function checkFigure(scanner: Scanner, name: LineName, figure: Figure, at: number, saysReps: boolean): void {
  const isTimed = !name.isQuoted && isTimedName(name.text);
  const takes = name.known?.takes ?? (isTimed ? "time" : "any");
  if (figure.unit === "reps" && !saysReps && !name.isQuoted && (isRestName(name.text) || isOn(name.text))) {
    scanner.fail(`a figure without a unit: write ${figure.value}s ${name.text}`, at);
  }
  if (figure.unit === "reps" && takes === "time" && !saysReps) {
    scanner.fail(`a figure without a unit: ${figure.value}s or ${formatCount(figure.value, "rep")}?`, at);
  }
  if (!name.known) return;
  const { id } = name.known;
  // As it was typed, "10m"; from "20s/10s" or behind the name it is written anew.
  const typed = /^\d[\d:.\p{L} ]*$/u.exec(scanner.line.slice(at, name.at).trim())?.[0];
  const said = figure.unit === "seconds" ? (typed ?? `${figure.value}s`) : String(figure.value);
  const own = `or ${said} "${name.text}" for one of your own`;
  if (takes === "open") scanner.fail(`${id} waits for you: write it without a figure, ${own}`, at);
  if (takes === "time" && figure.unit === "reps") {
    scanner.fail(`${id} is done for a time: write 30s ${id}, ${own}`, at);
  }
  if (takes === "reps" && figure.unit === "seconds") {
    scanner.fail(`${id} is done in repetitions: write 10 ${id}, ${own}`, at);
  }
}

/** Names on the screen begin with a capital letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether text is read back as one name without quotes, also behind a figure. */
export function isPlainName(text: string): boolean {
  const scanner = new Scanner(text);
  const name = takeName(scanner, () => null);
  const isWhole = name?.text === text && !name.isQuoted && scanner.isAtEnd;
  return isWhole && canFollowFigure(text) && !isSideName(text) && !/\s(?:with|at|for)$/iu.test(text);
}
