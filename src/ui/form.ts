/**
 * Questions one after another: what a page may ask, and where a person stands among the pages.
 *
 * Pages are made of the answers, so that a later question may depend on an earlier one.
 */
import type { LegPicture } from "./layout/leg-picture.ts";

export type Answers = Readonly<Record<string, string>>;

interface PageHead {
  /** What the answer is kept under. */
  readonly id: string;
  readonly title: string;
  /** At the other end of the heading: "left side". */
  readonly aside: string;
  /** What is said aloud when it is reached, by whoever listens to `Form.reached`. */
  readonly say?: string;
}

/** A piece of a page to read. */
export interface ReadPart {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

export interface ReadPage extends PageHead {
  readonly type: "read";
  readonly parts: readonly ReadPart[];
  /** What Enter does: "begins". */
  readonly enter: string;
  /** What was answered is settled when it is reached: there is no way back from it. */
  readonly final?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  /** Keys beside its number. */
  readonly keys?: readonly string[];
  readonly picture?: LegPicture;
}

export interface ChoicePage extends PageHead {
  readonly type: "choice";
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
  readonly choices: readonly Choice[];
  /** A decision rather than a question: it has no number among them. */
  readonly uncounted?: true;
}

/** A number that may be left out. */
export interface NumberPage extends PageHead {
  readonly type: "number";
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
  /** Why a text is no answer, in words for the person; null when it is one. */
  readonly check: (text: string) => string | null;
}

export type Page = ReadPage | ChoicePage | NumberPage;

export interface Form {
  /** The pages as far as they are known with these answers. */
  pages(answers: Answers): readonly Page[];
  /** Told of every page that is reached, in order. */
  reached?(page: Page, answers: Answers): void;
}

export interface FormState {
  /** The page that is on. */
  readonly at: number;
  readonly answers: Answers;
  readonly chosen: number;
  readonly typed: string;
  /** What was wrong with what was typed. */
  readonly problem: string | null;
  readonly overlay: "help" | "quit" | null;
  readonly scroll: number;
}

export const FIRST: FormState = {
  at: 0,
  answers: {},
  chosen: 0,
  typed: "",
  problem: null,
  overlay: null,
  scroll: 0,
};

/** The answers to questions that are still asked: an earlier answer may have taken later ones away. */
export function standing(form: Form, answers: Answers): Answers {
  const asked = new Set(form.pages(answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}
