/** A passage: lines said one after another in a slot, each in the longest form for which there is room. */
import type { Forms } from "./language/language.ts";
import type { Timeline } from "./timeline.ts";
import type { CuePhase, LengthOf, SpeechName } from "./types.ts";

/** Silence between two spoken lines. */
export const LINE_GAP_MS = 250;

export interface Line {
  readonly name: SpeechName;
  readonly forms: Forms;
  /**
   * A line with a rank must be said if at all possible: the lowest rank is the last that is left out, and all of them
   * shrink before one is left out. The others fill what room is left; when one does not fit, those of its name behind
   * it are not said either.
   */
  readonly rank?: number;
}

export interface Passage {
  /** Nothing of it is said before, and all of it is over by then; from the start of the step. */
  readonly fromMs: number;
  readonly byMs: number;
  readonly phase: CuePhase;
  /** In the order in which they are said. */
  readonly lines: readonly Line[];
  /** Silence between its lines where that is to be longer than usual. */
  readonly gapMs?: number;
}

export interface SaidLine {
  readonly name: SpeechName;
  readonly text: string;
  readonly atMs: number;
  readonly durationMs: number;
}

/** Finds what of a passage is said, and when; takes the time for it. */
export function layPassage(passage: Passage, timeline: Timeline, lengthOf: LengthOf): SaidLine[] {
  const { lines } = passage;
  // Which form of every line is said; its number of forms: none.
  const chosen = lines.map((line) => line.forms.length);
  let said: SaidLine[] = [];
  const attempt = (index: number, form: number): boolean => {
    const before = chosen[index] as number;
    chosen[index] = form;
    const laid = layForms(passage, chosen, timeline, lengthOf);
    if (!laid) chosen[index] = before;
    else said = laid;
    return laid !== null;
  };
  const musts = lines.flatMap(({ rank }, index) => (rank === undefined ? [] : [{ index, rank }]));
  musts.sort((a, b) => a.rank - b.rank);
  for (const { index } of musts) attempt(index, formsOf(lines, index) - 1);
  for (const { index } of musts) {
    for (let form = 0; form < (chosen[index] as number) && !attempt(index, form); form++) {}
  }
  const left = new Set<SpeechName>();
  for (const [index, line] of lines.entries()) {
    if (line.rank !== undefined || left.has(line.name)) continue;
    const fits = line.forms.some((_, form) => attempt(index, form));
    if (!fits) left.add(line.name);
  }
  for (const line of said) timeline.take(line.atMs - LINE_GAP_MS, line.atMs + line.durationMs + LINE_GAP_MS);
  return said;
}

function formsOf(lines: readonly Line[], index: number): number {
  return lines[index]?.forms.length ?? 0;
}

/** The lines in these forms, laid one after another; null when they do not fit. */
function layForms(
  { lines, fromMs, byMs, gapMs = LINE_GAP_MS }: Passage,
  chosen: readonly number[],
  timeline: Timeline,
  lengthOf: LengthOf,
): SaidLine[] | null {
  const said: SaidLine[] = [];
  let cursorMs = fromMs;
  for (const [index, { name, forms }] of lines.entries()) {
    const text = forms[chosen[index] as number];
    if (text === undefined) continue;
    const durationMs = lengthOf(text);
    const atMs = timeline.room(cursorMs, durationMs, byMs);
    if (atMs === null) return null;
    said.push({ name, text, atMs, durationMs });
    cursorMs = atMs + durationMs + gapMs;
  }
  return said;
}
