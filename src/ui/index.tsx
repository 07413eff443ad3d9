/** The door of the screen: shows a session, or asks something, in the terminal until it is left or answered. */

import { type Lights, NO_LIGHTS } from "../flash/lights.ts";
import type { Summary } from "../player/types.ts";
import type { Session } from "../session/types.ts";
import { notification, takesTitle } from "./abilities.ts";
import { ask, type TerminalUse, themeOf } from "./ask.ts";
import type { Answers, Form } from "./form.ts";
import { endLines } from "./layout/end.ts";
import { clean } from "./layout/fit-text.ts";
import type { HomeEntry } from "./layout/home.ts";
import { titleText } from "./layout/title.ts";
import { keepMemorySmall } from "./memory.ts";
import { mount } from "./mount.tsx";
import { notifyText } from "./notify.ts";
import { FormScreen } from "./screens/FormScreen.tsx";
import { HomeScreen } from "./screens/HomeScreen.tsx";
import { type Questions, QuestionsScreen } from "./screens/QuestionsScreen.tsx";
import { SessionScreen } from "./screens/SessionScreen.tsx";
import { Terminal } from "./terminal.ts";

export type { Answers, ChoicePage, Form, NumberPage, Page, ReadPage, ReadPart } from "./form.ts";
export type { HomeEntry } from "./layout/home.ts";
export type { ShownQuestion } from "./layout/questions.ts";
export { restoreTerminals } from "./terminal.ts";

export interface ScreenOptions extends TerminalUse {
  readonly session: Session;
  /** Show the overview and wait for the person; otherwise the session starts at once. */
  readonly askStart: boolean;
  /** Figures stand still. */
  readonly still?: boolean;
  /** Phase and time left in the window's title. */
  readonly title?: boolean;
  /** A desktop notification at the end of a rest and of the session. */
  readonly notify?: boolean;
  /** What is lit; nothing unless given. */
  readonly lights?: Lights;
  /** What was done so far. */
  readonly summarise: () => Summary;
}

/**
 * Shows a session until it is left, or the program is asked to stop: the overview, the live screen, what was done.
 * Afterwards the terminal is as it was, with a few lines about what was done.
 */
export async function runScreen(options: ScreenOptions): Promise<void> {
  const { session, askStart, summarise, still = false, lights = NO_LIGHTS } = options;
  const { stdin, stdout, env, signal, onInterrupt } = options;
  if (signal.aborted) return;
  const onSuspend = () => {
    if (session.state().status === "running") session.send({ type: "pause" });
  };
  const terminal = new Terminal({ stdin, stdout, onSuspend, titled: options.title === true && takesTitle(env) });
  follow(options, terminal);
  terminal.take();
  try {
    if (!askStart) session.send({ type: "start" });
    const theme = themeOf(options);
    const { unmount, left } = mount(
      <SessionScreen
        {...{ session, terminal, theme, lights, summarise, still, onInterrupt }}
        onLeave={() => unmount()}
      />,
      terminal,
      { stdin, signal },
    );
    keepMemorySmall();
    // Who asked to leave has nothing more to look at; the summary stays in the scrollback.
    void session.ended.then((how) => how === "quit" && unmount());
    await left;
  } finally {
    terminal.giveBack();
  }
  if (session.state().status === "ready") return;
  const told = endLines(session.plan.title, summarise(), terminal.size().columns, session.notices());
  stdout.write(`${told.join("\n")}\n`);
}

/** What the terminal is told beside the screen itself. */
function follow({ session, notify, env }: ScreenOptions, terminal: Terminal): void {
  const retitle = () => terminal.setTitle(titleText(session.frame(), session.plan.title));
  retitle();
  session.onFrame(retitle);
  if (!notify) return;
  session.subscribe("notifications", (dated) => {
    for (const { happening } of dated) {
      const text = notifyText(happening, session.plan);
      if (text !== null) terminal.signal(notification(env, clean(session.plan.title), text));
    }
  });
}

export interface HomeOptions extends TerminalUse {
  readonly entries: readonly HomeEntry[];
}

/** Lets the person choose a routine; its id, or null when they leave. */
export function runHome({ entries, ...use }: HomeOptions): Promise<string | null> {
  return ask<string | null>(use, null, ({ answer, ...asked }) => (
    <HomeScreen {...asked} entries={entries} onChoice={answer} />
  ));
}

export interface QuestionsOptions<S> extends TerminalUse {
  readonly questions: Questions<S>;
}

/** Asks questions until none is left; the state that the keys have led to. */
export function runQuestions<S>({ questions, ...use }: QuestionsOptions<S>): Promise<S> {
  return ask(use, questions.first, ({ answer, ...asked }) => (
    <QuestionsScreen {...asked} questions={questions} onAnswered={answer} />
  ));
}

export interface FormOptions extends TerminalUse {
  readonly form: Form;
}

/** Shows the pages of a form; their answers, or null when the person left before its end. */
export function runForm({ form, ...use }: FormOptions): Promise<Answers | null> {
  return ask<Answers | null>(use, null, ({ answer, ...asked }) => (
    <FormScreen {...asked} form={form} onDone={answer} />
  ));
}
