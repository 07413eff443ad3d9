/** What is said in a preparation, a switch of sides and a rest: what comes, on which side, and how. */
import type { Plan, PlanExercise, Step } from "../plan/types.ts";
import { factsOf } from "./facts.ts";
import { byClause, bySentence, sentence } from "./language/forms.ts";
import type { Language } from "./language/language.ts";
import type { Line, Passage } from "./passage.ts";

/** Speech does not begin with a step: what starts it (a key) and its first tone come first. */
export const START_MS = 400;

/** With this much time before the count-in, a rest tells the set again shortly before it begins. */
const LONG_REST_MS = 12_000;
/** How long before the count-in of a long rest the set is told. */
const LATE_MS = 3500;

/**
 * The passages of a preparation, a switch or a rest, those first that have the first claim to their room.
 *
 * @param countInMs where its count-in begins, or its end.
 */
export function gapPassages(plan: Plan, step: Step, countInMs: number, full: boolean, language: Language): Passage[] {
  const words = new GapWords(plan, step, full, language);
  const passage = (fromMs: number, lines: readonly Line[]): Passage => ({
    fromMs,
    byMs: countInMs,
    phase: step.kind === "set" ? "open" : step.kind,
    lines,
  });
  switch (step.kind) {
    case "prepare":
      return [passage(START_MS, [words.announce(), ...words.side(2), ...words.how()])];
    case "switch":
      return [passage(START_MS, [words.switchSides(), ...words.side(2), ...words.set(3), ...words.reminder()])];
    default: {
      const late = countInMs >= LONG_REST_MS;
      const side = factsOf(plan, step).sides === "each" && plan.steps[step.index - 1]?.side !== step.side;
      // What comes has told which set it is; that it is the last bears saying at once.
      const start = [
        words.next(),
        ...(late ? [] : words.lastSet(2)),
        ...(side ? words.side(3) : []),
        ...words.reminder(),
      ];
      return [...(late ? [passage(countInMs - LATE_MS, words.set(1))] : []), passage(START_MS, start)];
    }
  }
}

class GapWords {
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

  announce(): Line {
    const forms = this.#language.announce({
      name: this.#exercise?.name ?? "",
      sets: this.#step.set.of,
      ...factsOf(this.#plan, this.#step),
    });
    return { name: "announce", forms: shortened(forms, this.#full), rank: 1 };
  }

  side(rank: number): Line[] {
    const { side } = this.#step;
    if (!side) return [];
    const forms = this.#language.side(side, this.#exercise?.sideMeaning?.[side] ?? null);
    return [{ name: "side", forms: shortened(forms, this.#full), rank }];
  }

  switchSides(): Line {
    return { name: "switch", forms: shortened(this.#language.switchSides(this.#step.side), this.#full), rank: 1 };
  }

  next(): Line {
    const { set } = this.#step;
    const name = this.#exercise?.name ?? "";
    const { dose } = factsOf(this.#plan, this.#step);
    const forms = this.#language.next({ name, dose, set: set.index, of: set.of });
    return { name: "next", forms: shortened(forms, this.#full), rank: 1 };
  }

  /** "Last set", which must be said; which of how many otherwise, where there is more than one and room for it. */
  set(rank: number): Line[] {
    const { index, of } = this.#step.set;
    if (index === of) return this.lastSet(rank);
    return this.#full ? [{ name: "set", forms: this.#language.set(index, of) }] : [];
  }

  /** "Last set" where it is, of more than one. */
  lastSet(rank: number): Line[] {
    const { index, of } = this.#step.set;
    if (of === 1 || index < of) return [];
    const side = factsOf(this.#plan, this.#step).sides === "each" ? this.#step.side : null;
    return [{ name: "last-set", forms: shortened(this.#language.lastSet(side), this.#full), rank }];
  }

  /** How to get into position, what is different here, what to do; else one of its cues. */
  how(): Line[] {
    if (!this.#full || !this.#exercise) return [];
    const note = this.#plan.blocks[this.#step.block]?.note;
    const { position, steps, cues } = this.#exercise;
    return [
      { name: "position", forms: byClause(position) },
      ...(note ? [{ name: "note" as const, forms: bySentence(note) }] : []),
      ...steps.map((step): Line => ({ name: "how", forms: bySentence(step) })),
      ...cues.slice(0, 1).map((cue): Line => ({ name: "reminder", forms: [sentence(cue)] })),
    ];
  }

  reminder(): Line[] {
    const cues = this.#exercise?.cues ?? [];
    const cue = cues[this.#step.set.index % Math.max(1, cues.length)];
    return this.#full && cue ? [{ name: "reminder", forms: [sentence(cue)] }] : [];
  }
}

/** Where little is to be said, the longest form is never taken while there is a shorter one. */
export function shortened(forms: readonly string[], full: boolean): readonly string[] {
  return full || forms.length < 2 ? forms : forms.slice(1);
}
