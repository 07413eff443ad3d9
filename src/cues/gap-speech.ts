/** What is said in a preparation, a switch of sides and a rest: what comes, on which side, and how. */
import type { Plan, PlanExercise, Step } from "../plan/types.ts";
import { blockFactsOf } from "./block-facts.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import type { Language } from "./language/language.ts";
import { shortenToClause, shortenToSentence, toSentence } from "./language/variants.ts";

/** Speech does not begin with a step: what starts it (a key) and its first tone come first. */
export const SPEECH_START_MS = 400;

/** With this much time before the count-in, a rest tells the set again shortly before it begins. */
const LONG_REST_MS = 12_000;
/** How long before the count-in of a long rest the set is told. */
const SET_REMINDER_LEAD_MS = 3500;

/**
 * The passages of a preparation, a switch or a rest, those first that have the first claim to their room.
 *
 * @param countInMs where its count-in begins, or its end.
 */
export function buildGapSpeech(
  plan: Plan,
  step: Step,
  countInMs: number,
  full: boolean,
  language: Language,
): SpeechSlot[] {
  const words = new GapPhrases(plan, step, full, language);
  const passage = (fromMs: number, lines: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: countInMs,
    category: step.kind === "set" ? "open" : step.kind,
    phrases: lines,
  });
  switch (step.kind) {
    case "prepare":
      return [passage(SPEECH_START_MS, [words.announce(), ...words.side(2), ...words.instructions()])];
    case "switch":
      return [
        passage(SPEECH_START_MS, [words.switchSides(), ...words.side(2), ...words.setNumber(3), ...words.reminder()]),
      ];
    default: {
      const late = countInMs >= LONG_REST_MS;
      const side = blockFactsOf(plan, step).sides === "each" && plan.steps[step.index - 1]?.side !== step.side;
      // What comes has told which set it is; that it is the last bears saying at once.
      const start = [
        words.nextSet(),
        ...(late ? [] : words.lastSet(2)),
        ...(side ? words.side(3) : []),
        ...words.reminder(),
      ];
      return [
        ...(late ? [passage(countInMs - SET_REMINDER_LEAD_MS, words.setNumber(1))] : []),
        passage(SPEECH_START_MS, start),
      ];
    }
  }
}

class GapPhrases {
  readonly #plan: Plan;
  readonly #step: Step;
  readonly #full: boolean;
  readonly #language: Language;
  readonly #exercise: PlanExercise | undefined;

  constructor(plan: Plan, step: Step, full: boolean, language: Language) {
    this.#plan = plan;
    this.#step = step;
    this.#full = full;
    this.#language = language;
    this.#exercise = plan.exercises[step.exercise];
  }

  announce(): Phrase {
    const forms = this.#language.announce({
      name: this.#exercise?.name ?? "",
      sets: this.#step.set.of,
      ...blockFactsOf(this.#plan, this.#step),
    });
    return { name: "announce", variants: limitVariants(forms, this.#full), priority: 1 };
  }

  side(rank: number): Phrase[] {
    const { side } = this.#step;
    if (!side) return [];
    const forms = this.#language.side(side, this.#exercise?.sideMeaning?.[side] ?? null);
    return [{ name: "side", variants: limitVariants(forms, this.#full), priority: rank }];
  }

  switchSides(): Phrase {
    return {
      name: "switch",
      variants: limitVariants(this.#language.switchSides(this.#step.side), this.#full),
      priority: 1,
    };
  }

  nextSet(): Phrase {
    const { set } = this.#step;
    const name = this.#exercise?.name ?? "";
    const { dose } = blockFactsOf(this.#plan, this.#step);
    const forms = this.#language.nextSet({ name, dose, set: set.index, of: set.of });
    return { name: "next", variants: limitVariants(forms, this.#full), priority: 1 };
  }

  /** "Last set", which must be said; which of how many otherwise, where there is more than one and room for it. */
  setNumber(rank: number): Phrase[] {
    const { index, of } = this.#step.set;
    if (index === of) return this.lastSet(rank);
    return this.#full ? [{ name: "set", variants: this.#language.setNumber(index, of) }] : [];
  }

  /** "Last set" where it is, of more than one. */
  lastSet(rank: number): Phrase[] {
    const { index, of } = this.#step.set;
    if (of === 1 || index < of) return [];
    const side = blockFactsOf(this.#plan, this.#step).sides === "each" ? this.#step.side : null;
    return [{ name: "last-set", variants: limitVariants(this.#language.lastSet(side), this.#full), priority: rank }];
  }

  /** How to get into position, what is different here, what to do; else one of its cues. */
  instructions(): Phrase[] {
    if (!this.#full || !this.#exercise) return [];
    const note = this.#plan.blocks[this.#step.block]?.note;
    const { position, steps, cues } = this.#exercise;
    return [
      { name: "position", variants: shortenToClause(position) },
      ...(note ? [{ name: "note" as const, variants: shortenToSentence(note) }] : []),
      ...steps.map((step): Phrase => ({ name: "how", variants: shortenToSentence(step) })),
      ...cues.slice(0, 1).map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] })),
    ];
  }

  reminder(): Phrase[] {
    const cues = this.#exercise?.cues ?? [];
    const cue = cues[this.#step.set.index % Math.max(1, cues.length)];
    return this.#full && cue ? [{ name: "reminder", variants: [toSentence(cue)] }] : [];
  }
}

/** Where little is to be said, the longest form is never taken while there is a shorter one. */
export function limitVariants(forms: readonly string[], full: boolean): readonly string[] {
  return full || forms.length < 2 ? forms : forms.slice(1);
}
