/** What a form shows at a moment, as lines. */

import type { Form, FormState, Page } from "../form.ts";
import { askedLines } from "../layout/asked.ts";
import {
  type Document,
  documentLines,
  type FooterForms,
  footerText,
  pageColumns,
  reachOf,
} from "../layout/document.ts";
import { HELP_FOOTER } from "../layout/help.ts";
import type { Line } from "../layout/line.ts";
import { formHelp, readDocument } from "../layout/read-page.ts";
import type { Size } from "../layout/slots.ts";
import type { Reach } from "../scroll.ts";

const QUIT = [
  "Leave? Nothing is kept. q leaves, any other key goes on.",
  "Leave, keep nothing? q: yes",
  "Leave? q: yes",
  "Leave?",
];

const KEYS = {
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
export function formReach(form: Form, state: FormState, size: Size): Reach {
  return reachOf(documentOf(form, state, size), size);
}

export function formLines(form: Form, state: FormState, size: Size): Line[] {
  const pages = form.pages(state.answers);
  const page = pages[state.at];
  if (!page) return [];
  const document = documentOf(form, state, size);
  const footer = {
    text: footerText(footerForms(page, state), document, size),
    tone: state.overlay === "quit" ? ("alert" as const) : ("dim" as const),
  };
  if (document) return documentLines(document, size, state.scroll, footer);
  if (page.type === "read") return [];
  const counted = pages.filter((one) => one.type === "number" || (one.type === "choice" && !one.uncounted));
  const place = counted.findIndex(({ id }) => id === page.id) + 1;
  return askedLines({ page, progress: place > 0 ? `${place} of ${counted.length}` : "" }, state, size, footer);
}

function footerForms(page: Page, { overlay }: FormState): FooterForms {
  if (overlay === "quit") return always(QUIT);
  if (overlay === "help") return HELP_FOOTER;
  if (page.type !== "read") return always(KEYS[page.type]);
  const enter = `enter ${page.enter}`;
  const leaves = page.final ? "" : "   q leaves";
  return {
    whole: [enter + leaves, enter, "enter"],
    scrolls: [`${enter}   ↑ ↓ scroll${leaves}`, `${enter}   ↑ ↓${leaves}`, `${enter}   ↑ ↓`, enter, "enter"],
  };
}

function always(forms: readonly string[]): FooterForms {
  return { whole: forms, scrolls: forms };
}
