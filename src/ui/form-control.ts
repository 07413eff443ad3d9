/** Handles key presses in a form: a pure function from one form state to the next, plus an effect. */
import {
  type ChecksPage,
  type ChoicePage,
  type Form,
  type FormPage,
  type FormState,
  INITIAL_FORM_STATE,
  type NumberPage,
  splitChecksAnswer,
} from "./form.ts";
import { formActionOf } from "./form-keys.ts";

interface FormKeyResult {
  readonly state: FormState;
  /** `done`: the last page was completed. `leave`: the user quit. */
  readonly effect?: "done" | "leave";
}

/** More digits than any valid number has. */
const MAX_TYPED_LENGTH = 6;

/** The next state after a key press, and its effect. Keys that scroll do not come here. */
export function handleFormKey(form: Form, state: FormState, key: string): FormKeyResult {
  const page = form.pages(state.answers)[state.pageIndex];
  if (!page) return { state, effect: "done" };
  if (state.overlay === "quit") {
    return key === "q" || key === "y" ? { state, effect: "leave" } : { state: { ...state, overlay: null } };
  }
  if (state.overlay === "help") return { state: { ...state, overlay: null } };
  const action = formActionOf(key);
  if (action === "help") return { state: { ...state, overlay: "help" } };
  if (action === "quit") return requestQuit(state, page);
  const isErasing = page.type === "number" && key === "backspace" && state.typed !== "";
  if (isErasing) return { state: { ...state, typed: state.typed.slice(0, -1), problem: null } };
  if (action === "back") return goToPreviousPage(form, state);
  switch (page.type) {
    case "read":
      return key === "enter" || key === "space" ? goToNextPage(form, state) : { state };
    case "choice":
      return handleChoiceKey(form, state, page, key);
    case "checks":
      return handleChecksKey(form, state, page, key);
    case "number":
      return handleNumberKey(form, state, page, key);
  }
}

/** Asks for confirmation if there are answers to lose. */
function requestQuit(state: FormState, page: FormPage): FormKeyResult {
  if (page.type === "read" && page.final) return { state, effect: "done" };
  if (Object.keys(state.answers).length === 0 && state.marked.length === 0) return { state, effect: "leave" };
  return { state: { ...state, overlay: "quit" } };
}

function handleChoiceKey(form: Form, state: FormState, page: ChoicePage, key: string): FormKeyResult {
  const { choices } = page;
  const direct = choices.findIndex(({ keys }, index) => key === String(index + 1) || keys?.includes(key.toLowerCase()));
  if (direct >= 0) return saveAnswer(form, state, page.id, choices[direct]?.value ?? "");
  switch (formActionOf(key)) {
    case "previous":
      return { state: { ...state, selectedIndex: Math.max(0, state.selectedIndex - 1) } };
    case "next":
      return { state: { ...state, selectedIndex: Math.min(choices.length - 1, state.selectedIndex + 1) } };
    case "take": {
      const chosen = choices[state.selectedIndex];
      return chosen ? saveAnswer(form, state, page.id, chosen.value) : { state };
    }
    default:
      return { state };
  }
}

function handleChecksKey(form: Form, state: FormState, page: ChecksPage, key: string): FormKeyResult {
  const { urgent, checks, none } = page;
  const { marked } = state;
  const pressed = key.toLowerCase();
  const mark = (values: readonly string[]) => ({ state: { ...state, marked: values, problem: null } });
  const select = (index: number) => ({ state: { ...state, selectedIndex: index, problem: null } });
  if (pressed === urgent.key) return saveAnswer(form, state, page.id, urgent.value);
  if (pressed === none.key) return marked.length > 0 ? mark([]) : saveAnswer(form, state, page.id, "");
  if (key === "up") return select(Math.max(0, state.selectedIndex - 1));
  if (key === "down") return select(Math.min(checks.length - 1, state.selectedIndex + 1));
  const check = key === "space" ? checks[state.selectedIndex] : checks.find((one) => one.key === pressed);
  if (check) {
    const isMarked = (value: string) => (value === check.value) !== marked.includes(value);
    return mark(checks.map(({ value }) => value).filter(isMarked));
  }
  // Space marks, and never says that none applies.
  if (key === "space") {
    const problem = `Press ${checks[0]?.key}–${checks.at(-1)?.key} to mark what applies.`;
    return { state: { ...state, problem } };
  }
  if (key !== "enter") return { state };
  if (marked.length > 0) return saveAnswer(form, state, page.id, marked.join(","));
  return { state: { ...state, problem: `Press ${none.key} if none applies.` } };
}

function handleNumberKey(form: Form, state: FormState, page: NumberPage, key: string): FormKeyResult {
  if (/^[\d.,-]$/.test(key)) {
    const typed = (state.typed + key.replace(",", ".")).slice(0, MAX_TYPED_LENGTH);
    return { state: { ...state, typed, problem: null } };
  }
  if (key !== "enter") return { state };
  const problem = state.typed === "" ? null : page.check(state.typed);
  return problem ? { state: { ...state, problem } } : saveAnswer(form, state, page.id, state.typed);
}

function saveAnswer(form: Form, state: FormState, id: string, value: string): FormKeyResult {
  return goToNextPage(form, { ...state, answers: { ...state.answers, [id]: value } });
}

function goToNextPage(form: Form, state: FormState): FormKeyResult {
  const page = form.pages(state.answers)[state.pageIndex + 1];
  if (!page) return { state, effect: "done" };
  return { state: enterPage(form, state, state.pageIndex + 1) };
}

/** Goes to the previous page; a final page has none. */
function goToPreviousPage(form: Form, state: FormState): FormKeyResult {
  const page = form.pages(state.answers)[state.pageIndex];
  const settled = page?.type === "read" && page.final;
  return { state: state.pageIndex === 0 || settled ? state : enterPage(form, state, state.pageIndex - 1) };
}

/** Goes to a page and fills in what was answered there before. */
function enterPage(form: Form, state: FormState, at: number): FormState {
  const page = form.pages(state.answers)[at];
  const before = page ? (state.answers[page.id] ?? "") : "";
  const index = page?.type === "choice" ? page.choices.findIndex(({ value }) => value === before) : -1;
  return {
    ...INITIAL_FORM_STATE,
    answers: state.answers,
    pageIndex: at,
    selectedIndex: index,
    marked: page?.type === "checks" ? selectMarks(page, before) : [],
    typed: page?.type === "number" ? before : "",
  };
}

/** The marks that an answer stands for. The urgent line has none: it was left, and is asked anew. */
function selectMarks({ checks }: ChecksPage, answer: string): readonly string[] {
  const values = splitChecksAnswer(answer);
  return checks.map(({ value }) => value).filter((value) => values.includes(value));
}
