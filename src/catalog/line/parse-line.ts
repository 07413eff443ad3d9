/** A line of text to the routine that it stands for: `3x(10 squat, 30s plank) rest 60s`. */
import { LineParser } from "./line-parser.ts";
import { type FindPlace, findPlace, type ItemRanges } from "./places.ts";
import { findRepair, MAX_REPAIRED_LENGTH } from "./repair.ts";
import { rewriteLine } from "./rewrite.ts";
import { LineError, Scanner } from "./scanner.ts";
import type { FindExercise, LineRoutine } from "./types.ts";

/** A routine's name on the screen is no longer than this. */
const MAX_NAME_LENGTH = 80;

/**
 * The routine that a line stands for; its name is the line itself.
 *
 * @throws LineError (exit 2) with the column.
 */
export function parseLine(line: string, find: FindExercise): LineRoutine {
  return parseLineWithPlaces(line, find).routine;
}

/** The same, with the way back from a place in the routine to the place in the line, from 0. */
export function parseLineWithPlaces(
  line: string,
  find: FindExercise,
): { readonly routine: LineRoutine; readonly findPlace: FindPlace } {
  const typed = trimLine(line);
  try {
    return readLine(typed, find);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    throw new LineError(typed, error.column - 1, error.what, repairLine(typed, error, find));
  }
}

/** Without space around it, and without the full stop of a sentence. */
function trimLine(line: string): string {
  return line.trim().replace(/(?<=[\p{L})])\.$/u, "");
}

function readLine(line: string, find: FindExercise): ReturnType<typeof parseLineWithPlaces> {
  const scanner = new Scanner(line);
  if (scanner.isAtEnd) scanner.fail("the line is empty: write an exercise, such as 10 squat or 30s plank");
  const ranges: ItemRanges = new Map();
  const blocks = new LineParser(scanner, find, ranges).parseWhole();
  const name = line.length > MAX_NAME_LENGTH ? `${line.slice(0, MAX_NAME_LENGTH - 1).trim()}…` : line;
  const routine = { name, blocks };
  return { routine, findPlace: (path) => findPlace(routine, path, ranges, scanner.notes) };
}

/**
 * The line as it was probably meant, where it is written as elsewhere, or where a comma, a colon or a parenthesis is
 * missing; undefined if nothing helps.
 */
function repairLine(line: string, fault: LineError, find: FindExercise): string | undefined {
  const read = (repaired: string) => {
    try {
      readLine(repaired, find);
      return null;
    } catch (error) {
      if (error instanceof LineError) return error;
      throw error;
    }
  };
  const rewritten = rewriteLine(line);
  const next = rewritten === line ? fault : read(rewritten);
  if (next === null) return rewritten.length <= MAX_REPAIRED_LENGTH ? rewritten : undefined;
  return findRepair(rewritten, next, read);
}
