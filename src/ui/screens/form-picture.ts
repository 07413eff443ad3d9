/** What a form shows at a moment, as lines. */

import type { Form, FormState, Page } from "../form.ts";
import { askedLines } from "../layout/asked.ts";
import { type Document, documentLines, maxScroll, pageColumns } from "../layout/document.ts";
import { width } from "../layout/fit-text.ts";
import type { Line } from "../layout/line.ts";
import { formHelp, readDocument } from "../layout/read-page.ts";
import type { Size } from "../layout/slots.ts";

const QUIT = [
  "Leave? Nothing is kept. q leaves, any other key goes on.",
  "Leave, keep nothing? q: yes",
  "Leave? q: yes",
  "Leave?",
];

const SCROLL_COLUMNS = 5;

const FOOTERS = {
  help: ["any key goes back", "any key"],
  choice: [
    "↑ ↓ choose   enter takes it   ⌫ back   ? more   q leaves",
    "↑ ↓ choose   enter   ⌫ back   q leaves",
    "↑ ↓   enter   q leaves",
    "enter",
  ],
  number: ["enter goes on   ⌫ back   ? more   q leaves", "enter   ⌫ back   q leaves", "enter"],
} as const;

/** The page that is read at present; null while a question is on the screen. */
export function documentOf(form: Form, state: FormState, size: Size): Document | null {
  const page = form.pages(state.answers)[state.at];
  if (!page) return null;
  const columns = pageColumns(size);
  if (state.overlay === "help") return formHelp(page, columns);
  return page.type === "read" ? readDocument(page, columns) : null;
}

/** How far it can be scrolled. */
export function mostScroll(form: Form, state: FormState, size: Size): number {
  const document = documentOf(form, state, size);
  return document ? maxScroll(document, size) : 0;
}

export function formLines(form: Form, state: FormState, size: Size): Line[] {
  const pages = form.pages(state.answers);
  const page = pages[state.at];
  if (!page) return [];
  const document = documentOf(form, state, size);
  // A page that scrolls says so beside its footer.
  const scrolls = document !== null && maxScroll(document, size) > 0;
  const columns = pageColumns(size) - (scrolls ? SCROLL_COLUMNS : 0);
  const footer = {
    text: fitting(footerForms(page, state), columns),
    tone: state.overlay === "quit" ? ("alert" as const) : ("dim" as const),
  };
  if (document) return documentLines(document, size, state.scroll, footer);
  if (page.type === "read") return [];
  const counted = pages.filter((one) => one.type === "number" || (one.type === "choice" && !one.uncounted));
  const place = counted.findIndex(({ id }) => id === page.id) + 1;
  return askedLines({ page, progress: place > 0 ? `${place} of ${counted.length}` : "" }, state, size, footer);
}

function footerForms(page: Page, { overlay }: FormState): readonly string[] {
  if (overlay === "quit") return QUIT;
  if (overlay === "help") return FOOTERS.help;
  if (page.type !== "read") return FOOTERS[page.type];
  const leaves = page.final ? "" : "   q leaves";
  return [`enter ${page.enter}   ↑ ↓ scroll${leaves}`, `enter ${page.enter}${leaves}`, `enter ${page.enter}`, "enter"];
}

/** The first of several forms of a text that fits; the shortest when none does. */
function fitting(forms: readonly string[], columns: number): string {
  return forms.find((form) => width(form) <= columns) ?? forms.at(-1) ?? "";
}
