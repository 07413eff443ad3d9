/** What a form shows at a moment, as lines. */

import type { Form, FormPage, FormState } from "../form.ts";
import { renderFormQuestion } from "../layout/form-question.ts";
import { HELP_FOOTER } from "../layout/help-page.ts";
import { buildFormHelpPage, buildInfoPage } from "../layout/info-page.ts";
import type { Line } from "../layout/line.ts";
import {
  chooseFooterText,
  type FooterTexts,
  pageColumns,
  renderScrollablePage,
  type ScrollablePage,
  scrollRangeOf,
} from "../layout/scrollable-page.ts";
import type { TerminalSize } from "../layout/slots.ts";
import type { ScrollRange } from "../scroll.ts";

const QUIT_QUESTIONS = [
  "Leave? Nothing is kept. q leaves, any other key goes on.",
  "Leave, keep nothing? q: yes",
  "Leave? q: yes",
  "Leave?",
];

const FORM_HINTS = {
  choice: [
    "↑ ↓ choose   enter takes it   ⌫ back   ? more   q leaves",
    "↑ ↓ choose   enter   ⌫ back   q leaves",
    "↑ ↓   enter   q leaves",
    "enter",
  ],
  number: ["enter goes on   ⌫ back   ? more   q leaves", "enter   ⌫ back   q leaves", "enter"],
} as const;

/** The page that is read at present; null while a question is on the screen. */
export function buildFormPage(form: Form, state: FormState, size: TerminalSize): ScrollablePage | null {
  const page = form.pages(state.answers)[state.pageIndex];
  if (!page) return null;
  const columns = pageColumns(size);
  if (state.overlay === "help") return buildFormHelpPage(page, columns);
  return page.type === "read" ? buildInfoPage(page, columns) : null;
}

/** How far it can be scrolled. */
export function formScrollRange(form: Form, state: FormState, size: TerminalSize): ScrollRange {
  return scrollRangeOf(buildFormPage(form, state, size), size);
}

export function renderForm(form: Form, state: FormState, size: TerminalSize): Line[] {
  const pages = form.pages(state.answers);
  const page = pages[state.pageIndex];
  if (!page) return [];
  const document = buildFormPage(form, state, size);
  const footer = {
    text: chooseFooterText(chooseFooterTexts(page, state), document, size),
    tone: state.overlay === "quit" ? ("alert" as const) : ("dim" as const),
  };
  if (document) return renderScrollablePage(document, size, state.scroll, footer);
  if (page.type === "read") return [];
  const counted = pages.filter((one) => one.type === "number" || (one.type === "choice" && !one.uncounted));
  const place = counted.findIndex(({ id }) => id === page.id) + 1;
  return renderFormQuestion({ page, progress: place > 0 ? `${place} of ${counted.length}` : "" }, state, size, footer);
}

function chooseFooterTexts(page: FormPage, { overlay }: FormState): FooterTexts {
  if (overlay === "quit") return repeatText(QUIT_QUESTIONS);
  if (overlay === "help") return HELP_FOOTER;
  if (page.type !== "read") return repeatText(FORM_HINTS[page.type]);
  const enter = `enter ${page.enterHint}`;
  const leaves = page.final ? "" : "   q leaves";
  return {
    withoutScroll: [enter + leaves, enter, "enter"],
    withScroll: [`${enter}   ↑ ↓ scroll${leaves}`, `${enter}   ↑ ↓${leaves}`, `${enter}   ↑ ↓`, enter, "enter"],
  };
}

function repeatText(forms: readonly string[]): FooterTexts {
  return { withoutScroll: forms, withScroll: forms };
}
