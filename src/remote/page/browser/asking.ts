/** Shows a question of the session's beginning or end, with a button for each answer. */
import type { RemoteQuestion } from "../../protocol.ts";
import { element, setText } from "./view.ts";

/** @param press sends a key of the terminal. */
export function showQuestion(question: RemoteQuestion | null, press: (key: string) => void): void {
  element("asked").hidden = question === null;
  if (question === null) return;
  const { title, text, lines, choices, typed, enter } = question;
  setText("asked-title", title || text);
  setText("asked-text", title === "" ? "" : text);
  element("asked-lines").replaceChildren(...lines.map((line) => createElement("li", line)));
  const answers = choices.map(({ key, label }) =>
    createButton(label === "" ? key : `${key}  ${label}`, () => press(key)),
  );
  const digits = typed === null ? [] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "-"];
  element("asked-choices").replaceChildren(
    ...(typed === null ? [] : [createElement("output", typed === "" ? "–" : typed)]),
    ...answers,
    ...digits.map((key) => createButton(key, () => press(key))),
    ...(typed === null ? [] : [createButton("Delete", () => press("backspace"))]),
    createButton("← Back", () => press("left")),
    ...(enter === null ? [] : [createButton(enter, () => press("enter"))]),
  );
}

function createElement(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function createButton(label: string, act: () => void): HTMLElement {
  const button = createElement("button", label) as HTMLButtonElement;
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}
