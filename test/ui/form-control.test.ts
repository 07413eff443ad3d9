/** What keys make of a form: answers given, taken back, left out, and the way out. */
import { describe, expect, test } from "vitest";
import {
  type Form,
  type FormAnswers,
  type FormState,
  INITIAL_FORM_STATE,
  selectReachableAnswers,
} from "../../src/ui/form.ts";
import { handleFormKey } from "../../src/ui/form-control.ts";

const head = { title: "Test", aside: "" };
const choices = [
  { value: "no", label: "No", short: "no", keys: ["n"] },
  { value: "yes", label: "Yes", short: "yes", keys: ["y"] },
];
const question = (id: string) => ({
  ...head,
  type: "choice" as const,
  id,
  text: `${id}?`,
  short: id,
  help: [],
  choices,
});

/** Words to begin with; does it hurt; how far, where it does not; what it came to. */
const form: Form = {
  pages: (answers: FormAnswers) => [
    { ...head, type: "read", id: "intro", elements: [], enterHint: "start" },
    question("hurts"),
    ...(answers["hurts"] === "yes"
      ? []
      : [
          {
            ...head,
            type: "number" as const,
            id: "degrees",
            text: "Degrees?",
            short: "Degrees",
            help: [],
            check: (text: string) => (Number(text) > 90 ? "90 is the most" : null),
          },
        ]),
    { ...head, type: "read", id: "end", elements: [], enterHint: "continue", final: true },
  ],
};

/** The state after keys, and the effect of the last. */
function pressed(...keys: string[]): { state: FormState; effect: string | undefined } {
  let state: FormState = INITIAL_FORM_STATE;
  let effect: string | undefined;
  for (const key of keys) ({ state, effect } = handleFormKey(form, state, key));
  return { state, effect };
}
const pageAfter = (...keys: string[]) => {
  const { state } = pressed(...keys);
  return form.pages(state.answers)[state.pageIndex]?.id;
};

describe("a choice", () => {
  test.each([["2"], ["y"], ["Y"]])("is made by one key (%s)", (key) => {
    expect(pressed("enter", key).state.answers).toEqual({ hurts: "yes" });
  });

  test("is made with arrows and Enter, and the arrows stop at both ends", () => {
    expect(pressed("enter", "up", "down", "down", "down", "enter").state.answers).toEqual({ hurts: "yes" });
    expect(pressed("enter", "down", "up", "up", "enter").state.answers).toEqual({ hurts: "no" });
  });

  test("other keys change nothing", () => {
    expect(pressed("enter", "3", "x", "page-up").state).toEqual(pressed("enter").state);
  });
});

describe("a number", () => {
  test("is typed and mended, with a comma for a point", () => {
    expect(pressed("enter", "n", "-", "1", "2", "backspace", "0", ",", "5", "enter").state.answers["degrees"]).toBe(
      "-10.5",
    );
  });

  test("is left out by Enter", () => {
    expect(pressed("enter", "n", "enter").state.answers["degrees"]).toBe("");
  });

  test("that cannot be is told of, and not taken", () => {
    const { state } = pressed("enter", "n", "9", "1", "enter");
    expect([state.problem, state.answers["degrees"]]).toEqual(["90 is the most", undefined]);
    expect(pressed("enter", "n", "9", "1", "enter", "backspace").state.problem).toBeNull();
  });
});

describe("going back", () => {
  test("shows what was answered, ready to be changed", () => {
    expect(pressed("enter", "n", "backspace").state).toMatchObject({ pageIndex: 1, selectedIndex: 0 });
    expect(pressed("enter", "n", "1", "2", "enter", "backspace").state.pageIndex).toBe(3);
    expect(pressed("enter", "n", "1", "2", "b").state).toMatchObject({ pageIndex: 1, answers: { hurts: "no" } });
  });

  test("is not possible before the first page, nor once the end is reached", () => {
    expect(pressed("backspace").state.pageIndex).toBe(0);
    expect(pageAfter("enter", "y", "backspace")).toBe("end");
  });

  test("takes answers away that are no longer asked for", () => {
    const { state } = pressed("enter", "n", "5", "backspace", "backspace", "y");
    expect(selectReachableAnswers(form, { ...state.answers, degrees: "5" })).toEqual({ hurts: "yes" });
  });
});

describe("leaving", () => {
  test("asks nothing while nothing was answered", () => {
    expect(pressed("q").effect).toBe("leave");
    expect(pressed("enter", "escape").effect).toBe("leave");
  });

  test("asks once there is something to lose; q or y leaves, any other key goes on", () => {
    expect(pressed("enter", "n", "q").state.overlay).toBe("quit");
    expect(pressed("enter", "n", "q", "q").effect).toBe("leave");
    expect(pressed("enter", "n", "q", "y").effect).toBe("leave");
    expect(pressed("enter", "n", "q", "x")).toMatchObject({
      effect: undefined,
      state: { overlay: null, pageIndex: 2 },
    });
  });

  test("at the end everything is kept: q is no question any more", () => {
    expect(pressed("enter", "y", "q").effect).toBe("done");
    expect(pressed("enter", "y", "enter").effect).toBe("done");
  });
});

test.each(["y", "up", "page-down"])(
  "? opens help over a question, and any key (%s) closes it without answering",
  (key) => {
    expect(pressed("enter", "?").state.overlay).toBe("help");
    expect(pressed("enter", "?", key).state).toMatchObject({ overlay: null, pageIndex: 1, answers: {} });
  },
);
