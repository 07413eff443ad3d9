/** The page of keys, written from the table of keys. */
import type { SessionKeyBinding } from "../session-keys.ts";
import { wrapText } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY_LINE, indent, span, textLine } from "./line.ts";
import type { FooterTexts, ScrollablePage } from "./scrollable-page.ts";

const KEY_COLUMNS = 9;

/** What stands below it. */
export const HELP_FOOTER: FooterTexts = {
  withoutScroll: ["any key goes back", "any key"],
  withScroll: ["any key goes back   ↑ ↓ scroll", "any key goes back   ↑ ↓", "any key"],
};

export function buildHelpPage(
  rows: readonly Pick<SessionKeyBinding, "label" | "description">[],
  columns: number,
): ScrollablePage {
  return {
    heading: [textLine("Keys", columns, "accent", true), EMPTY_LINE],
    body: rows.flatMap(({ label, description }) =>
      wrapText(description, columns - KEY_COLUMNS).map(
        (line, index): Line =>
          index === 0
            ? [span(label.padEnd(KEY_COLUMNS), "plain", true), span(line)]
            : indent([span(line)], KEY_COLUMNS),
      ),
    ),
  };
}
