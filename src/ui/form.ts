/**
 * The model of a form: its pages, the answers, and where the user is.
 *
 * Pages are computed from the answers, so a later question can depend on an earlier one.
 */
import type { HoldSignProps } from "./components/HoldSign.tsx";
import type { LegPicture } from "./pictures/leg-picture.ts";

export type FormAnswers = Readonly<Record<string, string>>;

interface PageBase {
  /** The key under which the answer is stored. */
  readonly id: string;
  readonly title: string;
  /** Shown at the right end of the heading: "left side". */
  readonly aside: string;
  /** Text to speak when the page is reached; the form speaks it in `onPageReached`. */
  readonly say?: string;
}

interface QuestionBase extends PageBase {
  readonly text: string;
  /** The same for narrow terminals. */
  readonly short: string;
  readonly help: readonly string[];
}

/** One element of an information page. */
export interface InfoElement {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

export interface InfoPage extends PageBase {
  readonly type: "read";
  readonly elements: readonly InfoElement[];
  /** A position that the person holds meanwhile, and reads from afar. */
  readonly hold?: HoldSignProps;
  /** What Enter does, for the hints: "start". */
  readonly enterHint: string;
  /** Earlier answers are final once this page is reached: there is no way back. */
  readonly final?: true;
}

export interface FormChoice {
  readonly value: string;
  readonly label: string;
  /** Label for narrow terminals. */
  readonly short: string;
  /** Shortcut keys besides the choice's number. */
  readonly keys?: readonly string[];
  readonly picture?: LegPicture;
}

export interface ChoicePage extends QuestionBase {
  readonly type: "choice";
  readonly choices: readonly FormChoice[];
  /** A decision rather than a question: not included in "3 of 9". */
  readonly uncounted?: true;
}

/** Something that may apply; its key, or Space where the arrow stands, marks it and takes the mark away again. */
interface FormCheck {
  readonly value: string;
  readonly key: string;
  readonly label: string;
  /** Label for small terminals. */
  readonly short: string;
}

/**
 * A list of which none, one or several apply. Nothing is marked beforehand, and Enter alone answers nothing. The answer is
 * the values of what applies, separated by commas; empty if none does.
 */
export interface ChecksPage extends QuestionBase {
  readonly type: "checks";
  /** Stands first and apart. Its key answers the page at once, whatever is marked. */
  readonly urgent: FormCheck;
  readonly checks: readonly FormCheck[];
  /** Its key answers the page at once, unless something is marked: then it takes the marks away. */
  readonly none: Omit<FormCheck, "value">;
}

/** A number; may be left blank. */
export interface NumberPage extends QuestionBase {
  readonly type: "number";
  /** Returns an error message for invalid input, else null. */
  readonly check: (text: string) => string | null;
}

export type FormPage = InfoPage | ChoicePage | ChecksPage | NumberPage;

export interface Form {
  /** The pages that follow from these answers, as far as they are known. */
  pages(answers: FormAnswers): readonly FormPage[];
  /** Called for every page the user reaches, in order. */
  onPageReached?(page: FormPage, answers: FormAnswers): void;
  /** Hands the screen to the form, which may act by itself. Returns what takes it back. */
  onShown?(screen: FormScreenHandle): () => void;
}

export interface FormScreenHandle {
  /** Goes on as with Enter from the page with this id; does nothing on another page, or while it is covered. */
  goOnFrom(pageId: string): void;
  /** Draws the pages again: they say something else now. */
  redraw(): void;
}

export interface FormState {
  /** Index of the current page. */
  readonly pageIndex: number;
  readonly answers: FormAnswers;
  /** The choice that Enter takes, or the check that Space marks; -1: none yet, so that neither key alone answers anything. */
  readonly selectedIndex: number;
  /** The values that are marked on a page of checks. */
  readonly marked: readonly string[];
  readonly typed: string;
  /** Why the input was rejected. */
  readonly problem: string | null;
  readonly overlay: "help" | "quit" | null;
}

export const INITIAL_FORM_STATE: FormState = {
  pageIndex: 0,
  answers: {},
  selectedIndex: -1,
  marked: [],
  typed: "",
  problem: null,
  overlay: null,
};

/** The values in the answer to a page of checks. */
export function splitChecksAnswer(answer: string): readonly string[] {
  return answer === "" ? [] : answer.split(",");
}

/** The answers to questions that are still asked: changing an earlier answer can remove later questions. */
export function selectReachableAnswers(form: Form, answers: FormAnswers): FormAnswers {
  const asked = new Set(form.pages(answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}
