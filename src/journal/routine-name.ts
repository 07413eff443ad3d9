/** What a session calls its routine where people read it: the id that they can type, or the line that they typed. */
import { createIdFromName } from "../text/id-from-name.ts";

interface NamedSession {
  readonly routine: string;
  readonly title: string;
}

/** Whether the routine was a workout in a line: its id follows from the line, and opens nothing. */
export function isTypedLine({ routine, title }: NamedSession): boolean {
  return /\d/.test(title) && /[\s(),:@/]/.test(title) && createIdFromName(title, "line") === routine;
}

/** The routine's id; for a workout in a line, the line. */
export function nameRoutine(session: NamedSession): string {
  return isTypedLine(session) ? session.title : session.routine;
}
