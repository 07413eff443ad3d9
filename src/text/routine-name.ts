/** What a routine is called where people read it: the id that they can type, or the line that they typed. */
import { createIdFromName } from "./id-from-name.ts";
import { quoteText } from "./safe-text.ts";

interface NamedSession {
  readonly routine: string;
  readonly title: string;
}

/**
 * Whether the routine was a workout in a line: its id follows from the line, and opens nothing. A title such as "Evening
 * 4-7-8" is no line, though a line may say the same.
 */
export function isTypedLine({ routine, title }: NamedSession): boolean {
  // Most titles have no figure; it takes V8 1 ms to build a set of all letters.
  if (!/\d/.test(title)) return false;
  const isLine = /[(),:@/]/.test(title) || (/\s/.test(title) && !/^\p{Lu}\p{Ll}/u.test(title));
  return isLine && createIdFromName(title, "line") === routine;
}

/** The routine's id; for a workout in a line, the line. */
export function nameRoutine(session: NamedSession): string {
  return isTypedLine(session) ? session.title : session.routine;
}

/** A message quotes no more of a line. */
const MAX_QUOTED_CHARACTERS = 64;

/** The same inside a sentence: the line in quotes. */
export function nameRoutineInText({ id, name }: { readonly id: string; readonly name: string }): string {
  return isTypedLine({ routine: id, title: name }) ? quoteText(name, MAX_QUOTED_CHARACTERS) : id;
}
