/** The page of keys, written from the table of keys. */
import type { KeyRow } from "../keys.ts";
import type { Document, FooterForms } from "./document.ts";
import { wrap } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY, indent, piece, textLine } from "./line.ts";

const KEY_COLUMNS = 9;

/** What stands below it. */
export const HELP_FOOTER: FooterForms = {
  whole: ["any key goes back", "any key"],
  scrolls: ["any key goes back   ↑ ↓ scroll", "any key goes back   ↑ ↓", "any key"],
};

export function helpPage(rows: readonly Pick<KeyRow, "shown" | "does">[], columns: number): Document {
  return {
    heading: [textLine("Keys", columns, "accent", true), EMPTY],
    body: rows.flatMap(({ shown, does }) =>
      wrap(does, columns - KEY_COLUMNS).map(
        (line, index): Line =>
          index === 0
            ? [piece(shown.padEnd(KEY_COLUMNS), "plain", true), piece(line)]
            : indent([piece(line)], KEY_COLUMNS),
      ),
    ),
  };
}
