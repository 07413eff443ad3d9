/** A passage: lines said one after another in a slot, each in the longest form for which there is room. */
import type { PhraseVariants } from "./language/language.ts";
import type { Timeline } from "./timeline.ts";
import type { CueCategory, MeasureSpeech, PhraseName } from "./types.ts";

/** Silence between two spoken lines. */
export const PHRASE_GAP_MS = 250;

export interface Phrase {
  readonly name: PhraseName;
  readonly variants: PhraseVariants;
  /**
   * A line with a rank must be said if at all possible: the lowest rank is the last that is left out, and all of them
   * shrink before one is left out. The others fill what room is left; when one does not fit, those of its name behind
   * it are not said either.
   */
  readonly priority?: number;
}

export interface SpeechSlot {
  /** Nothing of it is said before, and all of it is over by then; from the start of the step. */
  readonly fromMs: number;
  readonly endByMs: number;
  readonly category: CueCategory;
  /** In the order in which they are said. */
  readonly phrases: readonly Phrase[];
  /** Silence between its lines where that is to be longer than usual. */
  readonly gapMs?: number;
}

export interface PlacedPhrase {
  readonly name: PhraseName;
  readonly text: string;
  readonly atMs: number;
  readonly durationMs: number;
}

/** Finds what of a passage is said, and when; takes the time for it. */
export function fitPhrases(passage: SpeechSlot, timeline: Timeline, lengthOf: MeasureSpeech): PlacedPhrase[] {
  const { phrases } = passage;
  // Which form of every line is said; its number of forms: none.
  const chosen = phrases.map((line) => line.variants.length);
  let said: PlacedPhrase[] = [];
  const attempt = (index: number, form: number): boolean => {
    const before = chosen[index] as number;
    chosen[index] = form;
    const laid = placeVariants(passage, chosen, timeline, lengthOf);
    if (!laid) chosen[index] = before;
    else said = laid;
    return laid !== null;
  };
  const musts = phrases.flatMap(({ priority }, index) => (priority === undefined ? [] : [{ index, rank: priority }]));
  musts.sort((a, b) => a.rank - b.rank);
  for (const { index } of musts) attempt(index, variantCountOf(phrases, index) - 1);
  for (const { index } of musts) {
    for (let form = 0; form < (chosen[index] as number) && !attempt(index, form); form++) {}
  }
  const left = new Set<PhraseName>();
  for (const [index, line] of phrases.entries()) {
    if (line.priority !== undefined || left.has(line.name)) continue;
    const fits = line.variants.some((_, form) => attempt(index, form));
    if (!fits) left.add(line.name);
  }
  for (const line of said) timeline.reserve(line.atMs - PHRASE_GAP_MS, line.atMs + line.durationMs + PHRASE_GAP_MS);
  return said;
}

function variantCountOf(lines: readonly Phrase[], index: number): number {
  return lines[index]?.variants.length ?? 0;
}

/** The lines in these forms, laid one after another; null when they do not fit. */
function placeVariants(
  { phrases, fromMs, endByMs, gapMs = PHRASE_GAP_MS }: SpeechSlot,
  chosen: readonly number[],
  timeline: Timeline,
  lengthOf: MeasureSpeech,
): PlacedPhrase[] | null {
  const said: PlacedPhrase[] = [];
  let cursorMs = fromMs;
  for (const [index, { name, variants }] of phrases.entries()) {
    const text = variants[chosen[index] as number];
    if (text === undefined) continue;
    const durationMs = lengthOf(text);
    const atMs = timeline.findFreeMs(cursorMs, durationMs, endByMs);
    if (atMs === null) return null;
    said.push({ name, text, atMs, durationMs });
    cursorMs = atMs + durationMs + gapMs;
  }
  return said;
}
