/** Which page or screen a session shows at a moment, as lines. */

import type { FlashState } from "../../flash/flashes.ts";
import type { Frame, PlayerStatus, WorkoutSummary } from "../../player/types.ts";
import type { Session } from "../../session/types.ts";
import { applyScreenFlash } from "../layout/apply-flash.ts";
import type { SessionFigures } from "../layout/figure.ts";
import { chooseFitting } from "../layout/fit-text.ts";
import { headlineOf } from "../layout/headline.ts";
import { buildHelpPage, HELP_FOOTER } from "../layout/help-page.ts";
import type { Footer, Line } from "../layout/line.ts";
import { renderLiveScreen } from "../layout/live-screen.ts";
import { buildOverviewPage } from "../layout/overview-page.ts";
import {
  chooseFooterText,
  type FooterTexts,
  pageColumns,
  renderScrollablePage,
  type ScrollablePage,
} from "../layout/scrollable-page.ts";
import { marginOf, type TerminalSize } from "../layout/slots.ts";
import { buildSummaryPage } from "../layout/summary-page.ts";
import { closeStaleOverlay, type SessionScreenState } from "../session-control.ts";
import { formatHints, SESSION_KEYS } from "../session-keys.ts";

export interface SessionRenderContext {
  readonly session: Pick<Session, "plan" | "notices" | "state">;
  readonly summarise: () => WorkoutSummary;
  /** The moving figures; null where none are wanted. */
  readonly figures: SessionFigures | null;
}

/** The page that is read at present; null while the workout itself is on the screen. */
export function buildSessionPage(
  subject: SessionRenderContext,
  status: PlayerStatus,
  overlay: SessionScreenState["overlay"],
  size: TerminalSize,
): ScrollablePage | null {
  const columns = pageColumns(size);
  const { plan } = subject.session;
  if (status === "ready") return buildOverviewPage(plan, columns, subject.session.state().step);
  // Who quits leaves: the screen stays as it is until it is gone.
  if (status === "finished")
    return buildSummaryPage(plan.title, subject.summarise(), columns, subject.session.notices());
  return overlay === "help" ? buildHelpPage(SESSION_KEYS, columns) : null;
}

const QUIT_QUESTIONS = [
  "Leave the workout? q leaves, any other key goes on.",
  "Leave? q: yes  other: no",
  "Leave? q: yes",
  "Leave?",
];

const READY_FOOTER: FooterTexts = {
  withoutScroll: ["space starts   q leaves", "space: start"],
  withScroll: ["space starts   ↑ ↓ scroll   q leaves", "space starts   ↑ ↓   q leaves", "space: start"],
};

const ENDED_FOOTER: FooterTexts = {
  withoutScroll: ["any key leaves", "any key"],
  withScroll: ["any key leaves   ↑ ↓ scroll", "any key leaves   ↑ ↓", "any key"],
};

/** All that is seen of a session at a moment. */
export interface SessionSnapshot {
  readonly frame: Frame;
  /** A word for the moment, or a notice. */
  readonly notice: string | undefined;
  readonly flash: FlashState;
}

export function renderSession(
  subject: SessionRenderContext,
  moment: SessionSnapshot,
  control: SessionScreenState,
  size: TerminalSize,
): Line[] {
  const lines = renderWithoutFlash(subject, moment, control, size);
  return moment.flash.screen ? applyScreenFlash(lines, size, headlineOf(moment.frame).tone) : lines;
}

function renderWithoutFlash(
  subject: SessionRenderContext,
  { frame, notice, flash }: SessionSnapshot,
  control: SessionScreenState,
  size: TerminalSize,
): Line[] {
  const { status } = frame;
  const { overlay, scroll } = closeStaleOverlay(control, status);
  const page = buildSessionPage(subject, status, overlay, size);
  if (page) {
    const forms = status === "ready" ? READY_FOOTER : overlay === "help" ? HELP_FOOTER : ENDED_FOOTER;
    return renderScrollablePage(page, size, scroll, { text: chooseFooterText(forms, page, size), tone: "dim" });
  }
  const columns = Math.max(1, size.columns - 2 * marginOf(size.columns));
  return renderLiveScreen(frame, size, chooseLiveFooter(frame, overlay, notice, columns), subject.figures, flash);
}

function chooseLiveFooter(
  frame: Frame,
  overlay: SessionScreenState["overlay"],
  notice: string | undefined,
  columns: number,
): Footer {
  if (overlay === "quit") return { text: chooseFitting(QUIT_QUESTIONS, columns), tone: "alert" };
  if (notice !== undefined) return { text: notice, tone: "work" };
  return {
    text: formatHints(columns, { paused: frame.status === "paused", stretchable: frame.stretchable }),
    tone: "dim",
  };
}
