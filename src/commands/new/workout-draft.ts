/** A workout while it is asked for: the answers so far, and the line that they make. Pure. */

/** What was answered; "" for what was passed over. */
export interface WorkoutDraft {
  /** Pieces of a line: "10 squat", "30s plank". */
  readonly items: readonly string[];
  /** "3", or what stands before a colon: "amrap 12m", "10 rounds every 60s". */
  readonly rounds: string;
  readonly between: string;
  readonly rest: string;
}

export const EMPTY_DRAFT: WorkoutDraft = { items: [], rounds: "", between: "", rest: "" };

/** The line of the notation; "" while nothing is to be done. */
export function composeLine({ items, rounds, between, rest }: WorkoutDraft): string {
  const list = items.join(", ");
  const rests = [...(between === "" ? [] : [`between ${between}`]), ...(rest === "" ? [] : [`rest ${rest}`])].join(" ");
  const isCount = /^\d+$/.test(rounds);
  if (rounds !== "" && !isCount) return `${[rounds, rests].filter(Boolean).join(" ")}: ${list}`;
  const count = isCount ? Number(rounds) : 1;
  if (count === 1) return rests === "" ? list : `(${list}) ${rests}`;
  return `${count} rounds${rests === "" ? "" : ` ${rests}`}: ${list}`;
}

/** Whether there is more than one round, so that a rest between them changes something. */
export function hasRoundRest({ rounds }: WorkoutDraft): boolean {
  if (/^\d+$/.test(rounds)) return Number(rounds) > 1;
  return rounds !== "" && !/\bevery\b|^emom\b/i.test(rounds) && !/^for time/i.test(rounds);
}

/** Two columns side by side, or one above the other where there is no room. */
export function layOutBeside(left: readonly string[], right: readonly string[], columns: number): readonly string[] {
  const width = Math.max(0, ...left.map((line) => line.length)) + 3;
  const widest = Math.max(0, ...right.map((line) => line.length));
  if (width + widest > columns) return [...right, "", ...left];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) =>
    `${(left[row] ?? "").padEnd(width)}${right[row] ?? ""}`.trimEnd(),
  );
}
