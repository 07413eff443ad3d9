/** A page to read between questions, and the page of keys and help over a question. */

import type { Page, ReadPage, ReadPart } from "../form.ts";
import { formKeysOn } from "../form-keys.ts";
import type { Document } from "./document.ts";
import { wrap } from "./fit-text.ts";
import { helpPage } from "./help.ts";
import type { Line } from "./line.ts";
import { EMPTY, ends, piece, textLine } from "./line.ts";

export function readDocument(page: ReadPage, columns: number): Document {
  return {
    heading: [ends(columns, piece(page.title, "accent", true), piece(page.aside, "plain", true)), EMPTY],
    body: page.parts.flatMap((part, index) => partLines(part, page.parts[index - 1], columns)),
  };
}

function partLines({ kind, text }: ReadPart, before: ReadPart | undefined, columns: number): Line[] {
  const gap =
    before &&
    before.kind !== "heading" &&
    (kind === "heading" || kind === "alert" || (kind !== "item" && before.kind === "item"));
  const lines = linesOf(kind, text, columns);
  return gap ? [EMPTY, ...lines] : lines;
}

function linesOf(kind: ReadPart["kind"], text: string, columns: number): Line[] {
  switch (kind) {
    case "heading":
      return wrap(text, columns).map((line) => [piece(line, "accent", true)]);
    case "item":
      return wrap(text, columns - 2).map((line, index): Line => [piece(index === 0 ? "· " : "  ", "dim"), piece(line)]);
    case "alert":
      return wrap(text, columns).map((line) => [piece(line, "alert", true)]);
    case "small":
      return wrap(text, columns).map((line) => [piece(line, "dim")]);
    case "text":
      return wrap(text, columns).map((line) => [piece(line)]);
  }
}

/** What there is to know about a question, then the keys. */
export function formHelp(page: Page, columns: number): Document {
  const keys = helpPage(formKeysOn(page), columns);
  if (page.type === "read") return keys;
  const about = page.help.flatMap((text): Line[] => wrap(text, columns).map((line) => [piece(line)]));
  return {
    heading: [textLine(page.text, columns, "accent", true), EMPTY],
    body: [...about, ...(about.length > 0 ? [EMPTY] : []), ...keys.body],
  };
}
