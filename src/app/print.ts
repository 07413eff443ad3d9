/** How commands write: warnings, JSON, pages, tables and the progress of long work. */
import type { PageElement } from "../output/page.ts";
import type { Column } from "../output/table.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";
import { type CommandOutput, isTerminal, type ShellEnvironment } from "./shell-environment.ts";
import { loadStyle } from "./style.ts";

/** Prints a line on standard error that begins with the program's name. */
export function warn(out: Pick<CommandOutput, "error">, text: string): void {
  out.error(`unwind: ${escapeUnsafeText(text)}`);
}

export function writeJson(out: Pick<CommandOutput, "write">, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a page, if it has anything on it. */
export async function writePage(out: CommandOutput, elements: readonly PageElement[]): Promise<void> {
  if (elements.length === 0) return;
  const [{ renderPage }, style] = await Promise.all([import("../output/page.ts"), loadStyle(out)]);
  out.write(await renderPage(elements, out.columns, style));
}

/** Prints a table, with lines below it in the faint style. */
export async function writeTable(
  out: CommandOutput,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  footnotes: readonly string[] = [],
): Promise<void> {
  const [{ renderTable }, style] = await Promise.all([import("../output/table.ts"), loadStyle(out)]);
  const lines = await renderTable(columns, rows, out.columns, style);
  out.write(`${[...lines, ...footnotes.map(style.faint)].join("\n")}\n`);
}

const BAR_CELLS = 30;

/** A progress bar on standard error, if that is a terminal; otherwise it prints nothing. */
export function createProgressBar(shell: ShellEnvironment) {
  let last = -1;
  return {
    /** @param share of the work that is done, 0 to 1. */
    show(share: number): void {
      const percent = Math.floor(share * 100);
      // Standard error takes long to open: only if there is something to show.
      if (percent === last || !isTerminal(shell.stderr)) return;
      last = percent;
      const cells = Math.round(share * BAR_CELLS);
      shell.stderr.write(`\r${"█".repeat(cells)}${"░".repeat(BAR_CELLS - cells)} ${percent} %`);
    },
    /** Removes the bar. */
    clear(): void {
      if (last >= 0) shell.stderr.write("\r\x1b[K");
    },
  };
}
