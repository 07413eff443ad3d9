/** The door of the screen: shows a session, or asks something, in the terminal until it is left or answered. */
import { setFlagsFromString } from "node:v8";
import { type FlashSource, NO_FLASH_SOURCE } from "../flash/flashes.ts";
import type { WorkoutSummary } from "../player/summary-types.ts";
import type { Session } from "../session/types.ts";
import { renderSummaryCard } from "./components/SummaryCard.tsx";
import { cleanText } from "./fit-text.ts";
import { headlineOf } from "./live/text.ts";
import { showScreen } from "./mount.tsx";
import { timelineSegmentsOf } from "./pictures/timeline.ts";
import type { RemoteControl } from "./remote-control.ts";
import { createFlashEffect, createGroundEffect } from "./screen-effects.ts";
import { SessionScreen } from "./screens/SessionScreen.tsx";
import { NO_REVIEW, type SessionReview } from "./summary.ts";
import type { Terminal } from "./terminal.ts";
import { encodeNotification, supportsWindowTitle } from "./terminal-capabilities.ts";
import { converterOf, type TerminalContext, type ThemeSource } from "./terminal-context.ts";
import { formatNotification, formatWindowTitle } from "./window-text.ts";

export type {
  ChecksPage,
  ChoicePage,
  Form,
  FormAnswers,
  FormPage,
  FormScreenHandle,
  InfoElement,
  InfoPage,
  NumberPage,
} from "./form.ts";
export { splitChecksAnswer } from "./form.ts";
export type { HomeDetails, HomeEntry } from "./home-entries.ts";
export { runForm, runHome, runQuestions, runRemoteCode } from "./questions.tsx";
export type { RemoteControl, RemotePrompt, RemotePrompts, RemoteView } from "./remote-control.ts";
export type { QuestionPrompt } from "./screens/QuestionsScreen.tsx";
export type { PastResult, SessionReview } from "./summary.ts";
export { restoreTerminals } from "./terminal.ts";
export { timelineSegmentsOf };

interface SessionScreenOptions extends TerminalContext {
  readonly session: Session;
  /** Show the overview and wait for the person; otherwise the session starts at once. */
  readonly waitForStart: boolean;
  /** Figures stand still. */
  readonly stillFigures?: boolean;
  /** Phase and time left in the window's title. */
  readonly showTitle?: boolean;
  /** A desktop notification at the end of a rest and of the session. */
  readonly notify?: boolean;
  /** The whole screen takes the colour of the phase. */
  readonly ground?: boolean;
  /** The pages that show the session elsewhere. */
  readonly remote?: RemoteControl;
  /** What is lit; nothing unless given. */
  readonly flashes?: FlashSource;
  /** What was done so far. */
  readonly summarise: () => WorkoutSummary;
  /** How a finished session compares with those before it. */
  readonly review?: () => Promise<SessionReview>;
}

/**
 * Shows a session until it is left, or the program is asked to stop: the overview, the live screen, what was done.
 * Afterwards the terminal is as it was, with a few lines about what was done.
 */
export async function runSessionScreen(options: SessionScreenOptions): Promise<void> {
  const { session, waitForStart, summarise, stillFigures = false, flashes = NO_FLASH_SOURCE, remote } = options;
  const { stdout, env, signal } = options;
  if (signal.aborted) return;
  let reviewed: Promise<SessionReview> | null = null;
  const review = () => {
    reviewed ??= options.review?.() ?? Promise.resolve(NO_REVIEW);
    return reviewed;
  };
  const { theme, columns } = await showScreen(options, {
    onSuspend: () => {
      if (session.state().status === "running") session.send({ type: "pause" });
    },
    prompts: remote?.prompts,
    allowTitle: options.showTitle === true && supportsWindowTitle(env),
    draw: ({ terminal, close }) => {
      attachTitleAndNotifications(options, terminal);
      if (!waitForStart) session.send({ type: "start" });
      const parts = { session, flashes, summarise, review, stillFigures, ...(remote && { remote }) };
      return <SessionScreen {...parts} onLeave={close} />;
    },
    onShown: ({ terminal, themes, close }) => {
      attachScreenEffects(options, terminal, themes);
      tuneEngine(session);
      // Who asked to leave has nothing more to look at; the summary stays in the scrollback.
      void session.ended.then((how) => how === "quit" && close());
    },
  });
  if (session.state().status === "ready") return;
  const card = {
    title: session.plan.title,
    summary: summarise(),
    review: session.state().status === "finished" ? await review() : NO_REVIEW,
    timeline: timelineSegmentsOf(session.plan),
    stepsReached: session.state().step + 1,
    notices: session.notices(),
  };
  stdout.write(converterOf(options)(`${renderSummaryCard(card, columns, theme)}\n`));
}

/**
 * Tells V8 that a screen is drawn a few times a second, for a long time.
 *
 * Its young generation stays small. Every frame creates a little garbage; V8 would let 32 MB of it build up before
 * collecting, although the 8 MB it has at the first frame are enough. Measured over 50 s on Node 20 to 26: 20 MB less
 * memory, no measurable slowdown.
 *
 * And on Node 20 a function has to run 15 times as much as usual (1 MB of bytecode) before it is optimised. So few frames
 * never earn back what optimising all of their code takes: a fifth of the CPU of the first minute. Newer ones count calls,
 * know this flag no more, and would say so on the screen.
 *
 * While a session is paused, nothing new needs room. V8 would take the quiet for a chance to collect everything, at a moment
 * of its choice: 90 ms of processor time, for 3 MB. Without incremental marking it leaves that.
 */
function tuneEngine(session: Session): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=1000000");
  let wasPaused = false;
  session.onFrame(() => {
    const isPaused = session.frame().status === "paused";
    if (isPaused !== wasPaused) setFlagsFromString(isPaused ? "--no-incremental-marking" : "--incremental-marking");
    wasPaused = isPaused;
  });
}

/** What lies over all that is drawn: the ground of the phase, and the flash that takes its place for a moment. */
function attachScreenEffects(
  { session, flashes = NO_FLASH_SOURCE, ground = false }: SessionScreenOptions,
  terminal: Terminal,
  themes: ThemeSource,
): void {
  let last: readonly unknown[] = [];
  const update = () => {
    const frame = session.frame();
    const isLit = flashes.state().screen;
    const hasGround = ground && (frame.status === "running" || frame.status === "paused");
    const [{ colour }, theme] = [headlineOf(frame), themes.current()];
    const now = [isLit, hasGround, isLit || hasGround ? colour : null, theme];
    if (now.every((part, index) => part === last[index])) return;
    last = now;
    // A screen that is all colour flashes by going dark.
    const flash = isLit && !hasGround ? createFlashEffect(theme, colour) : null;
    terminal.painter.setEffect(hasGround && !isLit ? createGroundEffect(theme, colour) : flash);
  };
  update();
  session.onFrame(update);
  flashes.onChange(update);
  themes.onChange(update);
}

/** What the terminal is told beside the screen itself. */
function attachTitleAndNotifications({ session, notify, env }: SessionScreenOptions, terminal: Terminal): void {
  const retitle = () => terminal.setTitle(formatWindowTitle(session.frame(), session.plan.title));
  retitle();
  session.onFrame(retitle);
  if (!notify) return;
  session.subscribe("notifications", (dated) => {
    for (const { happening } of dated) {
      const text = formatNotification(happening, session.plan);
      if (text !== null) terminal.sendSequence(encodeNotification(env, cleanText(session.plan.title), text));
    }
  });
}
