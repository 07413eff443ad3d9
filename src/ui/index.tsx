/** The door of the screen: shows the home page or a session in the terminal until it is left. */
import chalk from "chalk";
import type { Session } from "../session-types.ts";
import { endLines, type SessionSummary } from "./layout/end.ts";
import type { HomeEntry } from "./layout/home.ts";
import { keepMemorySmall } from "./memory.ts";
import { mount } from "./mount.tsx";
import { HomeScreen } from "./screens/HomeScreen.tsx";
import { type Questions, QuestionsScreen } from "./screens/QuestionsScreen.tsx";
import { SessionScreen } from "./screens/SessionScreen.tsx";
import { Terminal } from "./terminal.ts";
import { colourLevel, createTheme, type ThemeName, themeFor } from "./theme.ts";

export type { Answers, ChoicePage, Form, NumberPage, Page, ReadPage, ReadPart } from "./form.ts";
export type { SessionSummary } from "./layout/end.ts";
export type { HomeEntry } from "./layout/home.ts";
export type { ShownQuestion } from "./layout/questions.ts";
export { runForm } from "./run-form.tsx";
export { restoreTerminals } from "./terminal.ts";

interface TerminalUse {
  readonly theme: ThemeName | "auto";
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ctrl-C: ends the program; the terminal is given back when the process exits. */
  readonly onInterrupt: () => void;
}

export interface ScreenOptions extends TerminalUse {
  readonly session: Session;
  /** Show the overview and wait for the person; otherwise the session starts at once. */
  readonly askStart: boolean;
  /** Figures stand still. */
  readonly still?: boolean;
  /** What was done so far. */
  readonly summarise: () => SessionSummary;
}

/**
 * Shows a session until it is left: the overview, the live screen, what was done. Afterwards the terminal is as it was,
 * with a few lines about what was done.
 */
export async function runScreen(options: ScreenOptions): Promise<void> {
  const { session, askStart, summarise, still = false, stdin, stdout, onInterrupt } = options;
  const onSuspend = () => {
    if (session.state().status === "running") session.send({ type: "pause" });
  };
  const terminal = new Terminal({ stdin, stdout, onSuspend });
  terminal.take();
  try {
    if (!askStart) session.send({ type: "start" });
    const theme = themeOf(options);
    const { unmount, left } = mount(
      <SessionScreen {...{ session, terminal, theme, summarise, still, onInterrupt }} onLeave={() => unmount()} />,
      terminal,
      stdin,
    );
    keepMemorySmall();
    // Who asked to leave has nothing more to look at; the summary stays in the scrollback.
    void session.ended.then((how) => how === "quit" && unmount());
    await left;
  } finally {
    terminal.giveBack();
  }
  if (session.state().status === "ready") return;
  stdout.write(`${endLines(session.plan.title, summarise()).join("\n")}\n`);
}

export interface HomeOptions extends TerminalUse {
  readonly entries: readonly HomeEntry[];
}

/** Lets the person choose a routine; its id, or null when they leave. */
export async function runHome(options: HomeOptions): Promise<string | null> {
  const { entries, stdin, stdout, onInterrupt } = options;
  const terminal = new Terminal({ stdin, stdout, onSuspend: () => {} });
  terminal.take();
  try {
    let choice: string | null = null;
    const onChoice = (id: string | null) => {
      choice = id;
      unmount();
    };
    const { unmount, left } = mount(
      <HomeScreen {...{ entries, terminal, onChoice, onInterrupt }} theme={themeOf(options)} />,
      terminal,
      stdin,
    );
    await left;
    return choice;
  } finally {
    terminal.giveBack();
  }
}

export interface QuestionsOptions<S> extends TerminalUse {
  readonly questions: Questions<S>;
}

/** Asks questions until none is left; the state that the keys have led to. */
export async function runQuestions<S>({ questions, ...use }: QuestionsOptions<S>): Promise<S> {
  const { stdin, stdout, onInterrupt } = use;
  const terminal = new Terminal({ stdin, stdout, onSuspend: () => {} });
  terminal.take();
  try {
    let state = questions.first;
    const onAnswered = (last: S) => {
      state = last;
      unmount();
    };
    const { unmount, left } = mount(
      <QuestionsScreen {...{ questions, terminal, onAnswered, onInterrupt }} theme={themeOf(use)} />,
      terminal,
      stdin,
    );
    await left;
    return state;
  } finally {
    terminal.giveBack();
  }
}

function themeOf({ theme, env }: TerminalUse) {
  return createTheme(themeFor(theme, env), colourLevel(env, chalk.level));
}
