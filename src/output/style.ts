/** Text emphasis for output: real if colour is wanted, otherwise none. */

/** Functions that emphasise or dim text. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  warning(text: string): string;
  /** Filled parts of a chart. */
  filled(text: string): string;
}

const identity = (text: string) => text;

/** No emphasis at all: for pipes, files and NO_COLOR. */
export const PLAIN_STYLE: Style = {
  heading: identity,
  strong: identity,
  faint: identity,
  warning: identity,
  filled: identity,
};

/** Loads the style for a stream. chalk is imported only if there is colour. */
export async function loadStyle(colour: boolean): Promise<Style> {
  if (!colour) return PLAIN_STYLE;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  // Each takes one argument: passed to `map`, chalk would print the index as well.
  return {
    heading: (text) => chalk.bold.cyan(text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    warning: (text) => chalk.yellow(text),
    filled: (text) => chalk.green(text),
  };
}
