/** Emphasis for what is printed: real where colour is wanted, nothing where it is not. */

/** Text made to stand out or to stand back. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  warning(text: string): string;
  /** What is full in a picture. */
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

/** The emphasis for a stream. chalk is loaded only where there is colour. */
export async function loadStyle(colour: boolean): Promise<Style> {
  if (!colour) return PLAIN_STYLE;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  // Each takes one text: given to `map`, chalk would write the index as well.
  return {
    heading: (text) => chalk.bold.cyan(text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    warning: (text) => chalk.yellow(text),
    filled: (text) => chalk.green(text),
  };
}
