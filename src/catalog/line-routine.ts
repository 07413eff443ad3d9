/** Routines and lines of the notation: a typed line becomes a checked routine, and a routine a line where one can say it. */
import { isDeepStrictEqual } from "node:util";
import { UserError } from "../errors.ts";
import type { JsonPath } from "../files/json-location.ts";
import { createIdFromName } from "../text/id-from-name.ts";
import { buildRoutine } from "./build-routine.ts";
import { exercisesOf } from "./create-routine.ts";
import type { DoseValue, Exercise, Stroke } from "./exercise-types.ts";
import { matchWholeWords } from "./find-entry.ts";
import { findGroupPath, type LocateFault } from "./group-paths.ts";
import { formatLine } from "./line/format-line.ts";
import { parseLineWithPlaces } from "./line/parse-line.ts";
import { LineError } from "./line/scanner.ts";
import type { FindExercise, LineBlock, LineExercise, LineItem, LineRoutine, LineValues } from "./line/types.ts";
import { normaliseExercise, pickDefined } from "./normalise.ts";
import { formatTempo } from "./tempo.ts";
import type { Block, Catalog, Item, Routine, SetValues } from "./types.ts";

/**
 * What the notation has to know of the catalogue. A name that could mean several exercises is none of them, and neither is
 * part of a word: in "10s a" or "8s hang" it is an exercise of the line's own.
 */
function createFinder(exercises: ReadonlyMap<string, Exercise>): FindExercise {
  const all = [...exercises.values()];
  return (name) => {
    const [found, other] = matchWholeWords(name, all);
    if (!found || other) return null;
    const { pattern } = found;
    const isSingle = pattern.type === "strokes" && pattern.strokes.length === 1;
    const takes = pattern.type === "open" ? "open" : isSingle ? "time" : "reps";
    return { id: found.id, takes, sided: found.sides.mode !== "both" };
  };
}

/** A line as a routine, and as the JSON that a file would hold. */
export interface ReadLine {
  readonly routine: Routine;
  readonly file: LineRoutine;
  /** A fault that shows only in the plan, with its column. */
  readonly locate: LocateFault;
}

/**
 * Reads a line and checks what it says as a file is checked. The routine's id follows from the line, so that the same
 * line is the same routine in the history.
 *
 * @throws UserError (exit 2) with the column of each fault.
 */
export async function readLine(line: string, catalog: Catalog): Promise<ReadLine> {
  const { routine: file, findPlace } = parseLineWithPlaces(line, createFinder(catalog.exercises));
  const value = { id: createIdFromName(line, "line"), ...file };
  const { validateFile } = await import("./validate.ts");
  const result = await validateFile({ file: line, text: JSON.stringify(value), value }, { findDuplicates: false });
  const fail = (faults: readonly { readonly path: JsonPath; readonly message: string }[]): never => {
    const found = faults.map(({ path, message }) => new LineError(line.trim(), findPlace(path), message));
    throw new UserError(found.map(({ message }) => message).join("\n"));
  };
  if (!result.ok) return fail(result.faults.map(({ path, message }) => ({ path: parseJsonPath(path), message })));
  if (result.content.type !== "routine") throw new Error(`the line ${line} was read as an exercise`);
  const { routine, faults } = buildRoutine(result.content.routine, catalog.exercises, "yours");
  if (!routine) return fail(faults);
  const locate: LocateFault = async ({ group, why }) =>
    new LineError(line.trim(), findPlace([...(findGroupPath(routine, group, file) ?? []), "every"]), why);
  return { routine, file, locate };
}

/** "blocks[0].rest" → ["blocks", 0, "rest"] */
function parseJsonPath(path: string): JsonPath {
  return path.split(/[.[\]]+/).flatMap((part) => (part === "" ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
}

/** A thing that the notation has no words for. */
class Unsayable extends Error {}

/** The line that says a routine of the catalogue; null when none does. */
export function writeLine(routine: Routine, catalog: Catalog): string | null {
  const [section, ...others] = routine.sections;
  const isMore =
    others.length > 0 ||
    section?.title !== "" ||
    section.advice.length > 0 ||
    routine.about.length > 0 ||
    routine.notice !== null ||
    routine.prepare !== undefined ||
    routine.switch !== undefined;
  if (isMore) return null;
  const exercises = exercisesOf(routine, catalog.exercises);
  const items = section.items ?? section.blocks.map((block): Item => ({ type: "block", block }));
  try {
    const blocks = items.map((item) => toLineItem(item, routine, exercises));
    return formatLine({ blocks }, createFinder(catalog.exercises));
  } catch (error) {
    if (error instanceof Unsayable) return null;
    throw error;
  }
}

function toLineItem(item: Item, routine: Routine, exercises: ReadonlyMap<string, Exercise>): LineItem {
  switch (item.type) {
    case "rest":
      return { rest: item.rest.rest, ...(item.rest.note !== null && { note: item.rest.note }) };
    case "block":
      return toLineBlock(item.block, routine, exercises);
    case "group": {
      const { name, note, rounds, between, rest, items, countUp } = item.group;
      if (name !== null || note !== null) throw new Unsayable();
      const isLadder = rounds?.some((values) => Object.keys(values).length > 0);
      return {
        ...(rounds && { rounds: isLadder ? rounds.map(toLineValues) : rounds.length }),
        ...(countUp && { count: "up" as const }),
        ...pickDefined(item.group, ["every", "cap", "pick", "shuffle"]),
        ...(between > 0 && { between }),
        ...(rest > 0 && { rest }),
        ...pickDefined(item.group, ["prepare", "switch"]),
        blocks: items.map((inner) => toLineItem(inner, routine, exercises)),
      };
    }
  }
}

function toLineBlock(block: Block, routine: Routine, exercises: ReadonlyMap<string, Exercise>): LineBlock {
  const { sets, reps, hold, rest, strokes, ownSets } = block;
  if (block.position !== undefined || block.figure || block.warmUp || block.after) throw new Unsayable();
  if (block.equipment !== null || block.note !== null || block.priority !== 5) throw new Unsayable();
  const own = routine.ownExercises?.find(({ id }) => id === block.exercise);
  const figures = {
    ...(reps && { reps: toNumber(reps) }),
    ...(hold && { hold: toNumber(hold) }),
    ...(strokes && { tempo: toTempo(strokes) }),
  };
  if (!exercises.has(block.exercise) || (own && strokes)) throw new Unsayable();
  return {
    exercise: own ? toLineExercise(own, reps, hold) : block.exercise,
    ...(!own && figures),
    ...(ownSets ? { sets: ownSets.map(toLineValues) } : sets && { sets: toNumber(sets) }),
    ...(rest && { rest: toNumber(rest) }),
    ...pickDefined(block, ["load", "side", "pace", "cap", "prepare", "switch"]),
  };
}

/** An exercise of the routine's own with the figure of one block. */
function toLineExercise(exercise: Exercise, reps: DoseValue | null, hold: DoseValue | null): LineExercise {
  const { name, pattern, dose, sides } = exercise;
  const [stroke] = pattern.type === "strokes" ? pattern.strokes : [];
  const withSides = sides.mode !== "both" && { sides: sides.mode };
  const create = (count: DoseValue | null, time: DoseValue | null): LineExercise => {
    if (pattern.type === "strokes" && pattern.strokes.length === 1 && stroke) {
      const seconds = toNumber(time ?? stroke.seconds);
      return { name, ...(stroke.phase === "hold" ? { hold: seconds } : { work: seconds }), ...withSides };
    }
    return { name, reps: toNumber(count ?? dose.reps), ...toLineStrokes(pattern), ...withSides };
  };
  if (!isDeepStrictEqual(normaliseExercise(create(null, null), "yours"), exercise)) throw new Unsayable();
  return create(reps, hold);
}

/** The strokes of a breath, or a tempo; nothing for repetitions without. */
function toLineStrokes(pattern: Exercise["pattern"]): Pick<LineExercise, "strokes" | "tempo"> {
  if (pattern.type !== "strokes") return {};
  const { strokes } = pattern;
  if (strokes.every(({ phase }) => phase !== "inhale" && phase !== "exhale")) return { tempo: toTempo(strokes) };
  return {
    strokes: strokes.map(({ phase, seconds, cue }) => {
      if (cue !== null || (phase !== "inhale" && phase !== "exhale" && phase !== "hold")) throw new Unsayable();
      return { phase, seconds: toNumber(seconds) };
    }),
  };
}

function toLineValues({ rest, note, strokes, ...values }: SetValues): LineValues {
  if (rest !== undefined || note !== undefined || strokes) throw new Unsayable();
  return values;
}

function toNumber({ amount, basis, reason }: DoseValue): number {
  if (amount.type !== "single" || basis !== "guide" || reason !== null) throw new Unsayable();
  return amount.value;
}

function toTempo(strokes: readonly Stroke[]): string {
  return formatTempo(strokes, ({ seconds }) => String(toNumber(seconds)));
}
