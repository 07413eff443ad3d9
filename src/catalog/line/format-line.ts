/** A routine as one line of the notation, where it can be said in one: what `parseLine` reads back as the same routine. */
import { isDeepStrictEqual } from "node:util";
import { formatCount } from "../../text/sentence.ts";
import { isPlainLoad } from "./load.ts";
import { capitalise, isPlainName, isRestName, isTimedName } from "./names.ts";
import { parseLine } from "./parse-line.ts";
import { LineError } from "./scanner.ts";
import type {
  FindExercise,
  LineBlock,
  LineExercise,
  LineGroup,
  LineItem,
  LineRest,
  LineRoutine,
  LineValues,
} from "./types.ts";

/** A thing that the notation has no words for. */
class Unsayable extends Error {}

/** The line; null when the routine holds something that a line cannot say. */
export function formatLine({ blocks }: Pick<LineRoutine, "blocks">, find: FindExercise): string | null {
  try {
    const [only] = blocks;
    const scope = { find, ladder: null, isInGroup: false };
    const line =
      blocks.length === 1 && only && isGroup(only) && hasHeader(only)
        ? formatHeaded(only, scope)
        : blocks.map((item) => formatItem(item, scope)).join(", ");
    // The reader has the last word: what it refuses, or takes for something else, cannot be said. So nothing here looks
    // for what the notation has no words for, and leaves it out.
    return isDeepStrictEqual(parseLine(line, find).blocks, blocks) ? line : null;
  } catch (error) {
    if (error instanceof Unsayable || error instanceof LineError) return null;
    throw error;
  }
}

/** What an item is said within. */
interface Scope {
  readonly find: FindExercise;
  /** The rungs of the group around it, whose first one says what an exercise of its own starts with. */
  readonly ladder: readonly LineValues[] | null;
  /** Whether it is inside a group, where an exercise of the catalogue has one set unless more are said. */
  readonly isInGroup: boolean;
}

/** 45 → "45s", 60 → "60s", 90 → "1m30s", 720 → "12m". */
function formatTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - minutes * 60;
  if (minutes === 0 || seconds === 60 || !Number.isInteger(seconds)) return `${seconds}s`;
  return rest === 0 ? `${minutes}m` : `${minutes}m${rest}s`;
}

function isGroup(item: LineItem): item is LineGroup {
  return "blocks" in item;
}

function isRest(item: LineItem): item is LineRest {
  return "rest" in item && !("exercise" in item) && !("blocks" in item);
}

/** Whether a group is said by a header with a colon rather than by "3x(…)". */
function hasHeader({ rounds, every, count }: LineGroup): boolean {
  return typeof rounds !== "number" || (rounds > 1 && every !== undefined) || count !== undefined;
}

function formatItem(item: LineItem, scope: Scope): string {
  if (isRest(item)) return formatRest(item);
  if (!isGroup(item)) return formatBlock(item, scope);
  if (hasHeader(item)) return `(${formatHeaded(item, scope)})`;
  const { rounds, blocks, ...modifiers } = item;
  const times = rounds === 1 ? "" : `${rounds}x`;
  return `${times}(${blocks.map((one) => formatItem(one, { ...scope, isInGroup: true })).join(", ")})${formatModifiers(modifiers)}`;
}

function formatRest({ rest, note }: LineRest): string {
  if (note === undefined) return `${formatTime(rest)} rest`;
  return `${formatTime(rest)} ${note.toLowerCase()}`;
}

function formatHeaded({ blocks, rounds, ...modifiers }: LineGroup, { find }: Scope): string {
  const ladder = typeof rounds === "object" ? rounds : null;
  const items = blocks.map((one) => formatItem(one, { find, ladder, isInGroup: true }));
  return `${formatHeader(rounds, modifiers).trim()}: ${items.join(", ")}`;
}

/** "21-15-9 for time", "10 rounds every 60s", "amrap 12m", "for time". */
function formatHeader(rounds: LineGroup["rounds"], modifiers: Omit<LineGroup, "blocks" | "rounds">): string {
  if (typeof rounds === "object") return `${formatLadder(rounds)}${formatModifiers(modifiers)}`;
  if (rounds !== undefined) return `${rounds === 1 ? "" : `${rounds} rounds`}${formatModifiers(modifiers)}`;
  const { cap, ...others } = modifiers;
  if (cap === undefined) throw new Unsayable();
  return `amrap ${formatTime(cap)}${formatModifiers(others)}`;
}

function formatModifiers(modifiers: Readonly<Record<string, unknown>>): string {
  return Object.entries(modifiers)
    .filter(([, value]) => value !== undefined)
    .map(([word, value]) => {
      if (word === "count") return " for time";
      if (word === "shuffle") return " shuffle";
      if (typeof value !== "number") throw new Unsayable();
      return ` ${word} ${word === "pick" ? value : formatTime(value)}`;
    })
    .join("");
}

/** "21-15-9" or "20s-40s". */
function formatLadder(rungs: readonly LineValues[]): string {
  return rungs.map(({ reps, hold }) => (reps === undefined ? formatTime(hold ?? 0) : String(reps))).join("-");
}

function formatBlock(block: LineBlock, { find, ladder, isInGroup }: Scope): string {
  const { exercise, sets, reps, hold, tempo, rest, load, side, pace, cap, prepare, switch: change } = block;
  const own = typeof exercise === "object" ? exercise : null;
  const figure = formatFigure(own ?? { reps, hold }, own ? ladder?.[0] : undefined, own?.name ?? "");
  const { counts, loads } = formatSets(sets, own);
  const before =
    counts ?? (typeof sets === "number" && !(isInGroup && !own && sets === 1) ? `${sets}x${figure}` : figure);
  const name = own ? formatName(own.name, find) : (exercise as string);
  return [
    [before, name].filter((word) => word !== "").join(" "),
    own?.strokes?.map(({ phase, seconds }) => `${phase} ${formatTime(seconds)}`).join(" "),
    own?.sides === "each" ? "each side" : own?.sides,
    side,
    (own?.tempo ?? tempo) !== undefined && `tempo ${own?.tempo ?? tempo}`,
    loads ?? (load !== undefined && formatLoad(load)),
    formatModifiers({ rest, pace, cap, prepare, switch: change }).trim(),
  ]
    .filter((word) => word)
    .join(" ");
}

/** "10", "30s"; "30 reps" before a name that is usually done for a time; "" where the ladder says it. */
function formatFigure(
  { reps, hold, work }: { reps?: number | undefined; hold?: number | undefined; work?: number | undefined },
  first: LineValues | undefined,
  name: string,
): string {
  const seconds = hold ?? work;
  if (first && reps === first.reps && hold === first.hold) return "";
  if (reps !== undefined) return isTimedName(name) ? formatCount(reps, "rep") : String(reps);
  return seconds === undefined ? "" : formatTime(seconds);
}

/** Sets with values of their own: the ladder of their figures and the loads, as far as they have them. */
function formatSets(
  sets: LineBlock["sets"],
  own: LineExercise | null,
): { readonly counts?: string; readonly loads?: string } {
  if (typeof sets !== "object") return {};
  const loads = sets.map(({ load }) => load);
  const hasLoads = loads.every((load) => load !== undefined);
  const figures = sets.map(({ load, ...values }) => values);
  const isBare = figures.every((values) => Object.keys(values).length === 0);
  const figure = own ? formatFigure(own, undefined, own.name) : "";
  return {
    counts: isBare ? `${sets.length}x${figure}` : formatLadder(figures),
    ...(hasLoads && { loads: `@${loads.map((load) => formatLoad(load ?? "").slice(1)).join("-")}` }),
  };
}

function formatLoad(load: string): string {
  return isPlainLoad(load) ? `@${load}` : `@${quote(load)}`;
}

/** A name of the line's own: as it is read, with a small letter; in quotes where it would be read otherwise. */
function formatName(name: string, find: FindExercise): string {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  const isPlain = isPlainName(name) && !isRestName(name) && capitalise(small) === name && find(small) === null;
  return isPlain ? small : quote(name);
}

function quote(text: string): string {
  return `"${text}"`;
}
