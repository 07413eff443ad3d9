/** What a key press makes of the answers so far: a pure step from one state of a form to the next. */

import type { ChoicePage, Form, FormState, NumberPage, Page } from "./form.ts";
import { formActionOf } from "./form-keys.ts";
import { type Reach, scrolled } from "./scroll.ts";

export interface Outcome {
  readonly state: FormState;
  /** `done`: the last page was passed. `leave`: the person wants no more questions. */
  readonly effect?: "done" | "leave" | "interrupt" | "suspend";
}

/** Longer than any number. */
const LONGEST_TYPED = 6;

/** What a key makes of it. @param reach how far what is shown can be scrolled. */
export function formPressed(form: Form, state: FormState, key: string, reach: Reach): Outcome {
  const action = formActionOf(key);
  if (action === "interrupt" || action === "suspend") return { state, effect: action };
  const pages = form.pages(state.answers);
  const page = pages[state.at];
  if (!page) return { state, effect: "done" };
  const scroll = scrolled(state.scroll, key, reach);
  if (state.overlay === "quit") {
    return key === "q" || key === "y" ? { state, effect: "leave" } : { state: { ...state, overlay: null } };
  }
  if (state.overlay === "help") return { state: scroll === null ? closed(state) : { ...state, scroll } };
  if (action === "help") return { state: { ...state, overlay: "help", scroll: 0 } };
  if (action === "quit") return quit(state, page);
  switch (page.type) {
    case "read":
      if (scroll !== null) return { state: { ...state, scroll } };
      if (action === "back") return back(form, state);
      return key === "enter" || key === "space" ? next(form, state) : { state };
    case "choice":
      return choicePressed(form, state, page, key);
    case "number":
      return numberPressed(form, state, page, key);
  }
}

/** Leaving is asked for once anything was answered that would be lost. */
function quit(state: FormState, page: Page): Outcome {
  if (page.type === "read" && page.final) return { state, effect: "done" };
  if (Object.keys(state.answers).length === 0) return { state, effect: "leave" };
  return { state: { ...state, overlay: "quit" } };
}

function choicePressed(form: Form, state: FormState, page: ChoicePage, key: string): Outcome {
  const { choices } = page;
  const direct = choices.findIndex(({ keys }, index) => key === String(index + 1) || keys?.includes(key.toLowerCase()));
  if (direct >= 0) return answer(form, state, page.id, choices[direct]?.value ?? "");
  switch (formActionOf(key)) {
    case "previous":
      return { state: { ...state, chosen: Math.max(0, state.chosen - 1) } };
    case "next":
      return { state: { ...state, chosen: Math.min(choices.length - 1, state.chosen + 1) } };
    case "back":
      return back(form, state);
    case "take":
      return answer(form, state, page.id, choices[state.chosen]?.value ?? "");
    default:
      return { state };
  }
}

function numberPressed(form: Form, state: FormState, page: NumberPage, key: string): Outcome {
  if (/^[\d.,-]$/.test(key)) {
    const typed = (state.typed + key.replace(",", ".")).slice(0, LONGEST_TYPED);
    return { state: { ...state, typed, problem: null } };
  }
  switch (formActionOf(key)) {
    case "back":
      if (key === "backspace" && state.typed !== "") {
        return { state: { ...state, typed: state.typed.slice(0, -1), problem: null } };
      }
      return back(form, state);
    case "take": {
      if (key === "space") return { state };
      const problem = state.typed === "" ? null : page.check(state.typed);
      return problem ? { state: { ...state, problem } } : answer(form, state, page.id, state.typed);
    }
    default:
      return { state };
  }
}

function answer(form: Form, state: FormState, id: string, value: string): Outcome {
  return next(form, { ...state, answers: { ...state.answers, [id]: value } });
}

function next(form: Form, state: FormState): Outcome {
  const page = form.pages(state.answers)[state.at + 1];
  if (!page) return { state, effect: "done" };
  return { state: entered(form, state, state.at + 1) };
}

/** To the page before; from a page that settles there is none. */
function back(form: Form, state: FormState): Outcome {
  const page = form.pages(state.answers)[state.at];
  const settled = page?.type === "read" && page.final;
  return { state: state.at === 0 || settled ? state : entered(form, state, state.at - 1) };
}

/** A page as it is met: what was answered there before stands ready. */
function entered(form: Form, state: FormState, at: number): FormState {
  const page = form.pages(state.answers)[at];
  const before = page ? (state.answers[page.id] ?? "") : "";
  const index = page?.type === "choice" ? page.choices.findIndex(({ value }) => value === before) : -1;
  return {
    ...state,
    at,
    chosen: Math.max(0, index),
    typed: page?.type === "number" ? before : "",
    problem: null,
    overlay: null,
    scroll: 0,
  };
}

function closed(state: FormState): FormState {
  return { ...state, overlay: null, scroll: 0 };
}
