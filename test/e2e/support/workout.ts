/** A short workout on the screen of a terminal. */
import { writeRoutine } from "./program.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "./pty.ts";

/** A terminal of this size shows the word of the phase in letters of usual size, which a test can read. */
export const USUAL_LETTERS = { columns: 60, rows: 9 } as const;

/** A terminal in which a short routine has been started: ten seconds each of get ready, hold, switch, hold. */
export async function workout(flags: string, options: TerminalOptions = USUAL_LETTERS): Promise<Terminal> {
  const terminal = await openTerminal(options);
  terminal.run(`run ${writeRoutine(terminal.folder)} ${flags}`);
  return terminal;
}
