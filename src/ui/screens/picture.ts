/** Which page or screen a session shows at a moment, as lines. */

import type { Lit } from "../../flash/lights.ts";
import type { Frame, PlayerStatus, Summary } from "../../player/types.ts";
import type { Session } from "../../session/types.ts";
import { type Control, settled } from "../control.ts";
import { hintLine, KEYS } from "../keys.ts";
import { type Document, documentLines, type FooterForms, footerText, pageColumns } from "../layout/document.ts";
import { endPage } from "../layout/end.ts";
import type { FigureView } from "../layout/figure.ts";
import { fitting } from "../layout/fit-text.ts";
import { glowing } from "../layout/glow.ts";
import { HELP_FOOTER, helpPage } from "../layout/help.ts";
import type { Footer, Line } from "../layout/line.ts";
import { liveLines } from "../layout/live.ts";
import { overview } from "../layout/overview.ts";
import { marginOf, type Size } from "../layout/slots.ts";
import { headline } from "../layout/word.ts";

export interface Subject {
  readonly session: Pick<Session, "plan" | "notices" | "state">;
  readonly summarise: () => Summary;
  /** The moving figures; null where none are wanted. */
  readonly view: FigureView | null;
}

/** The page that is read at present; null while the workout itself is on the screen. */
export function pageOf(
  subject: Subject,
  status: PlayerStatus,
  overlay: Control["overlay"],
  size: Size,
): Document | null {
  const columns = pageColumns(size);
  const { plan } = subject.session;
  if (status === "ready") return overview(plan, columns, subject.session.state().step);
  // Who quits leaves: the screen stays as it is until it is gone.
  if (status === "finished") return endPage(plan.title, subject.summarise(), columns, subject.session.notices());
  return overlay === "help" ? helpPage(KEYS, columns) : null;
}

const QUIT = [
  "Leave the workout? q leaves, any other key goes on.",
  "Leave? q: yes  other: no",
  "Leave? q: yes",
  "Leave?",
];

const READY: FooterForms = {
  whole: ["space starts   q leaves", "space: start"],
  scrolls: ["space starts   ↑ ↓ scroll   q leaves", "space starts   ↑ ↓   q leaves", "space: start"],
};

const ENDED: FooterForms = {
  whole: ["any key leaves", "any key"],
  scrolls: ["any key leaves   ↑ ↓ scroll", "any key leaves   ↑ ↓", "any key"],
};

/** All that is seen of a session at a moment. */
export interface Moment {
  readonly frame: Frame;
  /** A word for the moment, or a notice. */
  readonly word: string | undefined;
  readonly lit: Lit;
}

export function pictureOf(subject: Subject, moment: Moment, control: Control, size: Size): Line[] {
  const lines = linesOf(subject, moment, control, size);
  return moment.lit.screen ? glowing(lines, size, headline(moment.frame).tone) : lines;
}

function linesOf(subject: Subject, { frame, word, lit }: Moment, control: Control, size: Size): Line[] {
  const { status } = frame;
  const { overlay, scroll } = settled(control, status);
  const page = pageOf(subject, status, overlay, size);
  if (page) {
    const forms = status === "ready" ? READY : overlay === "help" ? HELP_FOOTER : ENDED;
    return documentLines(page, size, scroll, { text: footerText(forms, page, size), tone: "dim" });
  }
  const columns = Math.max(1, size.columns - 2 * marginOf(size.columns));
  return liveLines(frame, size, liveFooter(frame, overlay, word, columns), subject.view, lit);
}

function liveFooter(frame: Frame, overlay: Control["overlay"], notice: string | undefined, columns: number): Footer {
  if (overlay === "quit") return { text: fitting(QUIT, columns), tone: "alert" };
  if (notice !== undefined) return { text: notice, tone: "work" };
  return {
    text: hintLine(columns, { paused: frame.status === "paused", stretchable: frame.stretchable }),
    tone: "dim",
  };
}
