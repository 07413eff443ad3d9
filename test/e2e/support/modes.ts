/** Modes of a terminal that outlive the program that sets them. */

const MODES: readonly { readonly mode: number; readonly usual: "h" | "l"; readonly left: string }[] = [
  { mode: 1, usual: "l", left: "the arrow keys are in application mode" },
  { mode: 7, usual: "h", left: "long lines are cut" },
  { mode: 25, usual: "h", left: "the cursor is hidden" },
  { mode: 1004, usual: "l", left: "focus is reported" },
  { mode: 2004, usual: "l", left: "bracketed paste is on" },
  { mode: 2026, usual: "l", left: "the screen is held (synchronized output)" },
];

/** What all these bytes leave otherwise than a terminal has it at first. */
export function modesLeft(output: string): string[] {
  return MODES.flatMap(({ mode, usual, left }) => {
    const other = usual === "h" ? "l" : "h";
    return output.lastIndexOf(`\x1b[?${mode}${other}`) > output.lastIndexOf(`\x1b[?${mode}${usual}`) ? [left] : [];
  });
}

/** How many titles more were put on the terminal's stack than were taken back from it. */
export function titlesKept(output: string): number {
  const count = (sequence: string) => output.split(sequence).length - 1;
  return count("\x1b[22;2t") - count("\x1b[23;2t");
}
