/**
 * Questions one after another: what a page may ask, and where a person stands among the pages.
 *
 * Pages are made of the answers, so that a later question may depend on an earlier one.
 */
import type { LegPicture } from "./layout/leg-picture.ts";

export type FormAnswers = Readonly<Record<string, string>>;

interface PageBase {
  /** What the answer is kept under. */
  readonly id: string;
  readonly title: string;
  /** At the other end of the heading: "left side". */
  readonly aside: string;
  /** What is said aloud when it is reached, by whoever listens to `Form.reached`. */
  readonly say?: string;
}

/** A piece of a page to read. */
export interface InfoElement {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

export interface InfoPage extends PageBase {
  readonly type: "read";
  readonly elements: readonly InfoElement[];
  /** What Enter does: "begins". */
  readonly enterHint: string;
  /** What was answered is settled when it is reached: there is no way back from it. */
  readonly final?: true;
}

export interface FormChoice {
  readonly value: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  /** Keys beside its number. */
  readonly keys?: readonly string[];
  readonly picture?: LegPicture;
}

export interface ChoicePage extends PageBase {
  readonly type: "choice";
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
  readonly choices: readonly FormChoice[];
  /** A decision rather than a question: it has no number among them. */
  readonly uncounted?: true;
}

/** A number that may be left out. */
export interface NumberPage extends PageBase {
  readonly type: "number";
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
  /** Why a text is no answer, in words for the person; null when it is one. */
  readonly check: (text: string) => string | null;
}

export type FormPage = InfoPage | ChoicePage | NumberPage;

export interface Form {
  /** The pages as far as they are known with these answers. */
  pages(answers: FormAnswers): readonly FormPage[];
  /** Told of every page that is reached, in order. */
  onPageReached?(page: FormPage, answers: FormAnswers): void;
}

export interface FormState {
  /** The page that is on. */
  readonly pageIndex: number;
  readonly answers: FormAnswers;
  readonly selectedIndex: number;
  readonly typed: string;
  /** What was wrong with what was typed. */
  readonly problem: string | null;
  readonly overlay: "help" | "quit" | null;
  readonly scroll: number;
}

export const INITIAL_FORM_STATE: FormState = {
  pageIndex: 0,
  answers: {},
  selectedIndex: 0,
  typed: "",
  problem: null,
  overlay: null,
  scroll: 0,
};

/** The answers to questions that are still asked: an earlier answer may have taken later ones away. */
export function selectReachableAnswers(form: Form, answers: FormAnswers): FormAnswers {
  const asked = new Set(form.pages(answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}
