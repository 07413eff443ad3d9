/** A page to read between questions, and the page of keys and help over a question. */

import type { FormPage, InfoElement, InfoPage } from "../form.ts";
import { formKeysFor } from "../form-keys.ts";
import { wrapText } from "./fit-text.ts";
import { buildHelpPage } from "./help-page.ts";
import type { Line } from "./line.ts";
import { EMPTY_LINE, spaceBetween, span, textLine } from "./line.ts";
import type { ScrollablePage } from "./scrollable-page.ts";

export function buildInfoPage(page: InfoPage, columns: number): ScrollablePage {
  return {
    heading: [spaceBetween(columns, span(page.title, "accent", true), span(page.aside, "plain", true)), EMPTY_LINE],
    body: page.elements.flatMap((part, index) => renderElement(part, page.elements[index - 1], columns)),
  };
}

function renderElement({ kind, text }: InfoElement, before: InfoElement | undefined, columns: number): Line[] {
  const gap =
    before &&
    before.kind !== "heading" &&
    (kind === "heading" || kind === "alert" || (kind !== "item" && before.kind === "item"));
  const lines = renderElementText(kind, text, columns);
  return gap ? [EMPTY_LINE, ...lines] : lines;
}

function renderElementText(kind: InfoElement["kind"], text: string, columns: number): Line[] {
  switch (kind) {
    case "heading":
      return wrapText(text, columns).map((line) => [span(line, "accent", true)]);
    case "item":
      return wrapText(text, columns - 2).map(
        (line, index): Line => [span(index === 0 ? "· " : "  ", "dim"), span(line)],
      );
    case "alert":
      return wrapText(text, columns).map((line) => [span(line, "alert", true)]);
    case "small":
      return wrapText(text, columns).map((line) => [span(line, "dim")]);
    case "text":
      return wrapText(text, columns).map((line) => [span(line)]);
  }
}

/** What there is to know about a question, then the keys. */
export function buildFormHelpPage(page: FormPage, columns: number): ScrollablePage {
  const keys = buildHelpPage(formKeysFor(page), columns);
  if (page.type === "read") return keys;
  const about = page.help.flatMap((text): Line[] => wrapText(text, columns).map((line) => [span(line)]));
  return {
    heading: [textLine(page.text, columns, "accent", true), EMPTY_LINE],
    body: [...about, ...(about.length > 0 ? [EMPTY_LINE] : []), ...keys.body],
  };
}
