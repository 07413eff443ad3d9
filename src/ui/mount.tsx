/**
 * Puts a React tree on a terminal: Ink composes the lines, the painter writes what changed of them.
 *
 * Ink's debug mode hands over every composed screen as it is, without cursor movements of its own. Its usual writer
 * erases and redraws in ways that depend on what it believes the terminal shows; across a resize or a suspension it
 * believes wrongly, and it rewrites whole lines where the painter rewrites cells.
 */
import { EventEmitter } from "node:events";
import { render } from "ink";
import type { ReactNode } from "react";
import type { Terminal } from "./terminal.ts";

/** What Ink takes for the output stream. */
class InkOutput extends EventEmitter {
  /** Not a terminal: Ink leaves cursor and screen alone. */
  readonly isTTY = false;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    super();
    this.#terminal = terminal;
  }

  get columns(): number {
    return this.#terminal.size().columns;
  }

  get rows(): number {
    return this.#terminal.size().rows;
  }

  write(output: string): boolean {
    this.#terminal.painter.paint(output);
    return true;
  }
}

/**
 * Shows a tree until `unmount`, or until the program is asked to stop; `left` settles after that, or fails when drawing
 * failed.
 */
export function mountTree(
  tree: ReactNode,
  terminal: Terminal,
  { stdin, signal }: { readonly stdin: NodeJS.ReadStream; readonly signal: AbortSignal },
) {
  const canvas = new InkOutput(terminal);
  const { unmount, waitUntilExit } = render(tree, {
    // Ink uses of the stream only what the canvas has.
    stdout: canvas as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
  const leave = () => unmount();
  signal.addEventListener("abort", leave);
  return { unmount, left: waitUntilExit().finally(() => signal.removeEventListener("abort", leave)) };
}
