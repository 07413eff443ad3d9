/** Tells what an argument means: a name, a file or a workout in a line. Apart from what reads lines, which takes long to load. */
import { existsSync } from "node:fs";
import path from "node:path";
import { matchName } from "./find-entry.ts";
import type { Catalog } from "./types.ts";

/** Whether a command-line argument means a file and not a name: `-`, a path, something.json. */
export function isFileArgument(argument: string): boolean {
  return (
    argument === "-" ||
    argument.includes("/") ||
    argument.includes(path.sep) ||
    argument.toLowerCase().endsWith(".json")
  );
}

/** Whether a command-line argument is a workout in a line, and not a name of the catalogue or a file. */
export function isLineArgument(argument: string, { routines, exercises }: Catalog): boolean {
  const looksSo = looksLikeLine(argument) || (isFiguresAlone(argument) && !existsSync(argument));
  return looksSo && matchName(argument, [[...routines.values(), ...exercises.values()]]).length === 0;
}

/** "10s", "3x10", "8x20s/10s", "21-15-9": a line that lacks what is done, which the reader of lines explains. */
function isFiguresAlone(text: string): boolean {
  return /^\d+(?:\.\d+)?[a-z]*(?:[x×/-]\d+[a-z]*)*$/i.test(text.trim());
}

/**
 * Whether what was typed looks like a line rather than a name or a path: it has a figure and something beside it, or it
 * begins with a word that only lines begin with.
 */
export function looksLikeLine(text: string): boolean {
  const typed = text.trim();
  if (/^[./~\\]|\.jsonc?$/i.test(typed)) return false;
  if (/^(?:amrap|emom|for time|tabata)(?:[\s:(]|$)|^max\s|^(?:cindy|fran)$/i.test(typed)) return true;
  return /[(),:@"]|\s/.test(typed) && /\d/.test(typed);
}
