/** Which page or screen a session shows at a moment, as lines. */
import type { Frame, PlayerStatus, Summary } from "../../player/types.ts";
import type { Session } from "../../session-types.ts";
import type { Control } from "../control.ts";
import { hintLine, KEYS } from "../keys.ts";
import { type Document, documentLines, pageColumns } from "../layout/document.ts";
import { endPage } from "../layout/end.ts";
import type { FigureView } from "../layout/figure.ts";
import { width } from "../layout/fit-text.ts";
import { glowing } from "../layout/glow.ts";
import { helpPage } from "../layout/help.ts";
import type { Footer, Line } from "../layout/line.ts";
import { liveLines } from "../layout/live.ts";
import { overview } from "../layout/overview.ts";
import { marginOf, type Size } from "../layout/slots.ts";
import { headline } from "../layout/word.ts";
import type { Lit } from "../lights.ts";

export interface Subject {
  readonly session: Pick<Session, "plan" | "notices">;
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
  if (status === "ready") return overview(plan, columns);
  // Who quits leaves: the screen stays as it is until it is gone.
  if (status === "finished") return endPage(plan.title, subject.summarise(), columns, subject.session.notices());
  return overlay === "help" ? helpPage(KEYS, columns) : null;
}

/** What the arrows at the end of a page's footer take. */
const SCROLL_COLUMNS = 5;

const FOOTERS = {
  ready: ["space starts   ↑ ↓ scroll   q leaves", "space starts   q leaves", "space: start"],
  ended: ["any key leaves", "any key"],
  help: ["any key goes back", "any key"],
  quit: ["Leave the workout? q leaves, any other key goes on.", "Leave? q: yes  other: no", "Leave? q: yes", "Leave?"],
} as const;

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

function linesOf(subject: Subject, { frame, word, lit }: Moment, { overlay, scroll }: Control, size: Size): Line[] {
  const columns = Math.max(1, size.columns - 2 * marginOf(size.columns));
  const { status } = frame;
  const page = pageOf(subject, status, overlay, size);
  if (page) {
    const forms = status === "ready" ? FOOTERS.ready : overlay === "help" ? FOOTERS.help : FOOTERS.ended;
    return documentLines(page, size, scroll, { text: fitting(forms, columns - SCROLL_COLUMNS), tone: "dim" });
  }
  return liveLines(frame, size, liveFooter(frame, overlay, word, columns), subject.view, lit);
}

function liveFooter(frame: Frame, overlay: Control["overlay"], notice: string | undefined, columns: number): Footer {
  if (overlay === "quit") return { text: fitting(FOOTERS.quit, columns), tone: "alert" };
  if (notice !== undefined) return { text: notice, tone: "work" };
  return {
    text: hintLine(columns, { paused: frame.status === "paused", stretchable: frame.stretchable }),
    tone: "dim",
  };
}

/** The first of several forms of a text that fits; the shortest when none does. */
function fitting(forms: readonly string[], columns: number): string {
  return forms.find((form) => width(form) <= columns) ?? forms.at(-1) ?? "";
}
