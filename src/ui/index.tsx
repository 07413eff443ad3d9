/** The door of the screen: shows a session, or asks something, in the terminal until it is left or answered. */

import { type FlashSource, NO_FLASH_SOURCE } from "../flash/flashes.ts";
import type { WorkoutSummary } from "../player/types.ts";
import type { Session } from "../session/types.ts";
import type { Form, FormAnswers } from "./form.ts";
import { limitHeapGrowth } from "./heap.ts";
import { cleanText } from "./layout/fit-text.ts";
import type { HomeEntry } from "./layout/home-page.ts";
import { formatSummary } from "./layout/summary-page.ts";
import { formatWindowTitle } from "./layout/window-title.ts";
import { mountTree } from "./mount.tsx";
import { formatNotification } from "./notification-text.ts";
import { resolveTheme, showPrompt, type TerminalContext } from "./prompt.ts";
import { FormScreen } from "./screens/FormScreen.tsx";
import { HomeScreen } from "./screens/HomeScreen.tsx";
import { type QuestionFlow, QuestionsScreen } from "./screens/QuestionsScreen.tsx";
import { SessionScreen } from "./screens/SessionScreen.tsx";
import { Terminal } from "./terminal.ts";
import { encodeNotification, supportsWindowTitle } from "./terminal-capabilities.ts";

export type { ChoicePage, Form, FormAnswers, FormPage, InfoElement, InfoPage, NumberPage } from "./form.ts";
export type { HomeEntry } from "./layout/home-page.ts";
export type { QuestionPrompt } from "./layout/question-prompt.ts";
export { restoreTerminals } from "./terminal.ts";

export interface SessionScreenOptions extends TerminalContext {
  readonly session: Session;
  /** Show the overview and wait for the person; otherwise the session starts at once. */
  readonly waitForStart: boolean;
  /** Figures stand still. */
  readonly stillFigures?: boolean;
  /** Phase and time left in the window's title. */
  readonly showTitle?: boolean;
  /** A desktop notification at the end of a rest and of the session. */
  readonly notify?: boolean;
  /** What is lit; nothing unless given. */
  readonly flashes?: FlashSource;
  /** What was done so far. */
  readonly summarise: () => WorkoutSummary;
}

/**
 * Shows a session until it is left, or the program is asked to stop: the overview, the live screen, what was done.
 * Afterwards the terminal is as it was, with a few lines about what was done.
 */
export async function runSessionScreen(options: SessionScreenOptions): Promise<void> {
  const { session, waitForStart, summarise, stillFigures = false, flashes = NO_FLASH_SOURCE } = options;
  const { stdin, stdout, env, signal, onInterrupt } = options;
  if (signal.aborted) return;
  const onSuspend = () => {
    if (session.state().status === "running") session.send({ type: "pause" });
  };
  const terminal = new Terminal({
    stdin,
    stdout,
    onSuspend,
    allowTitle: options.showTitle === true && supportsWindowTitle(env),
  });
  attachTitleAndNotifications(options, terminal);
  terminal.acquire();
  try {
    if (!waitForStart) session.send({ type: "start" });
    const theme = resolveTheme(options);
    const { unmount, left } = mountTree(
      <SessionScreen
        {...{ session, terminal, theme, flashes, summarise, stillFigures, onInterrupt }}
        onLeave={() => unmount()}
      />,
      terminal,
      { stdin, signal },
    );
    limitHeapGrowth();
    // Who asked to leave has nothing more to look at; the summary stays in the scrollback.
    void session.ended.then((how) => how === "quit" && unmount());
    await left;
  } finally {
    terminal.release();
  }
  if (session.state().status === "ready") return;
  const told = formatSummary(session.plan.title, summarise(), terminal.size().columns, session.notices());
  stdout.write(`${told.join("\n")}\n`);
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

export interface HomeOptions extends TerminalContext {
  readonly entries: readonly HomeEntry[];
}

/** Lets the person choose a routine; its id, or null when they leave. */
export function runHome({ entries, ...use }: HomeOptions): Promise<string | null> {
  return showPrompt<string | null>(use, null, ({ submit, ...asked }) => (
    <HomeScreen {...asked} entries={entries} onChoice={submit} />
  ));
}

export interface QuestionsOptions<S> extends TerminalContext {
  readonly questions: QuestionFlow<S>;
}

/** Asks questions until none is left; the state that the keys have led to. */
export function runQuestions<S>({ questions, ...use }: QuestionsOptions<S>): Promise<S> {
  return showPrompt(use, questions.initialState, ({ submit, ...asked }) => (
    <QuestionsScreen {...asked} questions={questions} onAnswered={submit} />
  ));
}

export interface FormOptions extends TerminalContext {
  readonly form: Form;
}

/** Shows the pages of a form; their answers, or null when the person left before its end. */
export function runForm({ form, ...use }: FormOptions): Promise<FormAnswers | null> {
  return showPrompt<FormAnswers | null>(use, null, ({ submit, ...asked }) => (
    <FormScreen {...asked} form={form} onDone={submit} />
  ));
}
