/** Shows a question of the session's beginning or end, with a button for each answer. */
import type { RemoteQuestion } from "../../protocol.ts";
import { element, setText } from "./view.ts";

/** @param press sends a key of the terminal. */
export function showQuestion(question: RemoteQuestion | null, press: (key: string) => void): void {
  element("asked").hidden = question === null;
  if (question === null) return;
  const { title, text, lines, help, choices, typed, enter, back } = question;
  setText("asked-title", title || text);
  setText("asked-text", title === "" ? "" : text);
  element("asked-lines").replaceChildren(...lines.map((line) => createElement("li", line)));
  element("asked-help").hidden = help.length === 0;
  element("asked-help-lines").replaceChildren(...help.map((line) => createElement("li", line)));
  const answers = choices.map(({ key, label, isUrgent }) => {
    const button = createButton(label === "" ? key : `${key}  ${label}`, () => press(key));
    if (isUrgent) button.className = "urgent";
    return button;
  });
  element("asked-choices").dataset["answer"] = typed === null ? "choice" : "number";
  element("asked-choices").replaceChildren(...(typed === null ? answers : createPad(typed, press)));
  element("asked-ways").replaceChildren(
    ...(back === null ? [] : [createButton("← Back", () => press(back))]),
    ...(enter === null ? [] : [createButton(upperFirst(enter), () => press("enter"))]),
  );
}

/** What has been typed of a number, and the keys for it. */
function createPad(typed: string, press: (key: string) => void): readonly HTMLElement[] {
  const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "-"];
  return [
    createElement("output", typed === "" ? "–" : typed),
    ...keys.map((key) => createButton(key, () => press(key))),
    createButton("Delete", () => press("backspace")),
  ];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
