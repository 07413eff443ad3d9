/** A page of text for reading: headings, paragraphs, lists and tables, wrapped to the terminal. */
import type { FigureLine } from "../figure/canvas.ts";
import type { Style } from "./style.ts";
import { type Column, renderTable } from "./table.ts";
import { loadTextMeasure, padText, wrapText } from "./text-width.ts";

export type PageElement =
  | { readonly type: "title"; readonly text: string; readonly aside: string }
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "text"; readonly text: string }
  /** Text with a hanging label: "1.", "-", "Needs"; `depth` lists deeper in, under the item above it. */
  | { readonly type: "item"; readonly label: string; readonly text: string; readonly depth?: number }
  | { readonly type: "small"; readonly text: string }
  | { readonly type: "table"; readonly header: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** Preformatted lines, not wrapped. */
  | { readonly type: "picture"; readonly lines: readonly FigureLine[] }
  | { readonly type: "gap" };

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_PAGE_COLUMNS = 100;

const INDENT = "  ";

/** Where an item would have less beside a label that is longer than a bullet or number, it stands below it. */
const MIN_ITEM_COLUMNS = 12;
const MAX_MARKER_COLUMNS = 3;

/** Renders the page as text that ends with a line break. */
export async function renderPage(parts: readonly PageElement[], columns: number, style: Style): Promise<string> {
  const width = Math.max(20, Math.min(columns, MAX_PAGE_COLUMNS));
  const measure = await loadTextMeasure(parts.flatMap((part) => ("text" in part ? [part.text] : [])));
  const lines: string[] = [];
  for (const [index, part] of parts.entries()) {
    switch (part.type) {
      case "title": {
        lines.push(...wrapText(part.text, width, measure).map(style.strong));
        lines.push(...wrapText(part.aside, width, measure).map(style.faint));
        break;
      }
      case "heading":
        lines.push("", ...wrapText(part.text, width, measure).map(style.heading));
        break;
      case "text":
      case "small": {
        const paint = part.type === "small" ? style.faint : (line: string) => line;
        lines.push(...wrapText(part.text, width - INDENT.length, measure).map((line) => INDENT + paint(line)));
        break;
      }
      case "item": {
        const labelWidth = measureLabelWidth(parts, index);
        const outer = INDENT.repeat(1 + (part.depth ?? 0));
        const beside = outer + " ".repeat(labelWidth + 1);
        if (part.text !== "" && width - beside.length < MIN_ITEM_COLUMNS && labelWidth > MAX_MARKER_COLUMNS) {
          const below = outer + INDENT;
          lines.push(outer + style.faint(part.label));
          lines.push(...wrapText(part.text, width - below.length, measure).map((line) => below + line));
          break;
        }
        const [first = "", ...others] = wrapText(part.text, Math.max(1, width - beside.length), measure);
        const label = padText(part.label, labelWidth, measure);
        lines.push(`${outer}${style.faint(label)} ${first}`, ...others.map((line) => beside + line));
        break;
      }
      case "table":
        lines.push(
          ...(await renderTable(part.header, part.rows, width - INDENT.length, style)).map((line) => INDENT + line),
        );
        break;
      case "picture":
        lines.push(...part.lines.map((line) => styleFigureLine(line, style)));
        break;
      case "gap":
        lines.push("");
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Dims the far side of the body. */
function styleFigureLine(line: FigureLine, style: Style): string {
  const painted = line.map(({ text, ink }) => (ink === "resting" ? style.faint(text) : text)).join("");
  return painted === "" ? "" : INDENT + painted;
}

/** The widest label of adjacent items, so that they align. */
function measureLabelWidth(parts: readonly PageElement[], index: number): number {
  let width = 0;
  const widen = (from: number, step: number) => {
    for (let at = from; ; at += step) {
      const part = parts[at];
      if (part?.type !== "item") return;
      width = Math.max(width, part.label.length);
    }
  };
  widen(index, -1);
  widen(index, 1);
  return width;
}

/** An item with a label; nothing without a text. */
export function createItem(label: string, text: string | null | undefined): readonly PageElement[] {
  return text ? [{ type: "item", label, text }] : [];
}

/** A paragraph with a heading; nothing without a text. */
export function createParagraph(heading: string, text: string | null | undefined): readonly PageElement[] {
  return text
    ? [
        { type: "heading", text: heading },
        { type: "text", text },
      ]
    : [];
}

/** A list with a heading; nothing if the list is empty. @param labelOf the label of an entry: a bullet by default. */
export function createList(
  heading: string,
  texts: readonly string[],
  labelOf = (_index: number) => "-",
): PageElement[] {
  const items = texts.flatMap((text, index) => createItem(labelOf(index), text));
  return items.length === 0 ? [] : [{ type: "heading", text: heading }, ...items];
}
