/** A line of text to the routine that it stands for: `3x(10 squat, 30s plank) rest 60s`. */
import { LineParser } from "./line-parser.ts";
import { checkPairs } from "./pairs.ts";
import { type FindPlace, findPlace, type ItemRanges } from "./places.ts";
import { findRepair, keepsAll, MAX_REPAIRED_LENGTH } from "./repair.ts";
import { leaveOutNotes, rewriteLine, takeRestIn } from "./rewrite.ts";
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

/** The line without a bullet, the full stop of a sentence, or the quotes that a text processor puts around it. */
function trimLine(line: string): string {
  const bare = line.trim().replace(/^[“”„«»]([^“”„«»]*)[“”„«»]$/u, "$1");
  return bare.trim().replace(/^[-*•–]\s+(?=[\d(])|(?<=[\p{L})])\.$/gu, "");
}

function readLine(line: string, find: FindExercise): ReturnType<typeof parseLineWithPlaces> {
  const scanner = new Scanner(line);
  if (scanner.isAtEnd) scanner.fail("the line is empty: write an exercise, such as 10 squat or 30s plank");
  const ranges: ItemRanges = new Map();
  const blocks = new LineParser(scanner, find, ranges).parseWhole();
  checkPairs(scanner, blocks, ranges);
  const name = line.length > MAX_NAME_LENGTH ? `${line.slice(0, MAX_NAME_LENGTH - 1).trim()}…` : line;
  const routine = { name, blocks };
  return { routine, findPlace: (path) => findPlace(routine, path, ranges, scanner.notes) };
}

/**
 * The line as it was probably meant, where it is written as elsewhere, or where a comma, a colon or a parenthesis is
 * missing; undefined if nothing helps, or if something that was typed would get lost.
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
  const readable = next === null ? rewritten : findRepair(rewritten, next, read);
  if (readable === undefined || readable.length > MAX_REPAIRED_LENGTH) return undefined;
  const withRest = takeRestIn(readable);
  const meant = read(withRest) === null ? withRest : readable;
  return keepsAll(leaveOutNotes(line), meant) ? meant : undefined;
}
