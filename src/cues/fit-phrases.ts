/** Fits phrases into a time slot, one after another, each in its longest variant that fits. */
import type { PhraseVariants } from "./language/language.ts";
import type { SlotTimeline } from "./timeline.ts";
import type { CueCategory, MeasureSpeech, PhraseName } from "./types.ts";

/** Silence between two phrases. */
const PHRASE_GAP_MS = 250;

export interface Phrase {
  readonly name: PhraseName;
  readonly variants: PhraseVariants;
  /**
   * A phrase with a priority is required: all of them are shortened before one is dropped, and the one with the lowest
   * number is dropped last. The others fill the time that is left; when one does not fit, later ones of the same name are
   * dropped too.
   */
  readonly priority?: number;
  /** Said where no variant fits; later phrases of the same name are then dropped. */
  readonly instead?: string;
  /** Where time is short, the other required phrases are shortened before this one. */
  readonly decides?: true;
}

export interface SpeechSlot {
  /** The phrases are spoken between these times, measured from the start of the step. */
  readonly fromMs: number;
  readonly endByMs: number;
  readonly category: CueCategory;
  /** In spoken order. */
  readonly phrases: readonly Phrase[];
  /** Silence between the phrases, if longer than usual. */
  readonly gapMs?: number;
}

export interface PlacedPhrase {
  readonly name: PhraseName;
  readonly text: string;
  readonly atMs: number;
  readonly durationMs: number;
}

/** Decides which phrases of a slot are spoken and when, and reserves their time. */
export function fitPhrases(slot: SpeechSlot, timeline: SlotTimeline, measureSpeech: MeasureSpeech): PlacedPhrase[] {
  const { phrases } = slot;
  // The texts to speak, by the index of their phrase; a phrase without one is not spoken.
  let chosenTexts: ReadonlyMap<number, string> = new Map();
  let placed: PlacedPhrase[] = [];
  const tryText = (index: number, text: string): boolean => {
    const attempt = new Map(chosenTexts).set(index, text);
    const fitted = placeTexts(slot, attempt, timeline, measureSpeech);
    if (!fitted) return false;
    chosenTexts = attempt;
    placed = fitted;
    return true;
  };
  const required = phrases
    .flatMap(({ priority, decides, ...phrase }, index) =>
      priority === undefined ? [] : [{ index, priority, decides, variants: variantsOf(phrase) }],
    )
    .sort((a, b) => a.priority - b.priority);
  for (const { index, variants } of required) {
    const shortest = variants.at(-1);
    if (shortest !== undefined) tryText(index, shortest);
  }
  const decidingFirst = required.toSorted((a, b) => Number(b.decides ?? false) - Number(a.decides ?? false));
  for (const { index, variants } of decidingFirst) variants.some((text) => tryText(index, text));
  const droppedNames = new Set<PhraseName>();
  for (const [index, phrase] of phrases.entries()) {
    const { name, priority, instead } = phrase;
    if (priority === undefined && !droppedNames.has(name)) {
      if (!variantsOf(phrase).some((text) => tryText(index, text))) droppedNames.add(name);
    }
    if (instead !== undefined && chosenTexts.get(index) === instead) droppedNames.add(name);
  }
  for (const { atMs, durationMs } of placed) timeline.reserve(atMs - PHRASE_GAP_MS, atMs + durationMs + PHRASE_GAP_MS);
  return placed;
}

function variantsOf({ variants, instead }: Pick<Phrase, "variants" | "instead">): PhraseVariants {
  return instead === undefined ? variants : [...variants, instead];
}

/** Places these texts one after another, in the order of their phrases; null if they do not fit. */
function placeTexts(
  { phrases, fromMs, endByMs, gapMs = PHRASE_GAP_MS }: SpeechSlot,
  chosenTexts: ReadonlyMap<number, string>,
  timeline: SlotTimeline,
  measureSpeech: MeasureSpeech,
): PlacedPhrase[] | null {
  const placed: PlacedPhrase[] = [];
  let cursorMs = fromMs;
  for (const [index, { name }] of phrases.entries()) {
    const text = chosenTexts.get(index);
    if (text === undefined) continue;
    const durationMs = measureSpeech(text);
    const atMs = timeline.findFreeMs(cursorMs, durationMs, endByMs);
    if (atMs === null) return null;
    placed.push({ name, text, atMs, durationMs });
    cursorMs = atMs + durationMs + gapMs;
  }
  return placed;
}
