/** Shows the pages of a form in the terminal until they are answered or left. */
import chalk from "chalk";
import type { Answers, Form } from "./form.ts";
import { mount } from "./mount.tsx";
import { FormScreen } from "./screens/FormScreen.tsx";
import { Terminal } from "./terminal.ts";
import { colourLevel, createTheme, type ThemeName, themeFor } from "./theme.ts";

export interface FormOptions {
  readonly form: Form;
  readonly theme: ThemeName | "auto";
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ctrl-C: ends the program; the terminal is given back when the process exits. */
  readonly onInterrupt: () => void;
}

/** The answers of a form; null when the person left before its end. Afterwards the terminal is as it was. */
export async function runForm(options: FormOptions): Promise<Answers | null> {
  const { form, theme, stdin, stdout, env, onInterrupt } = options;
  const terminal = new Terminal({ stdin, stdout, onSuspend: () => {} });
  terminal.take();
  try {
    let given: Answers | null = null;
    const onDone = (answers: Answers | null) => {
      given = answers;
      unmount();
    };
    const look = createTheme(themeFor(theme, env), colourLevel(env, chalk.level));
    const { unmount, left } = mount(
      <FormScreen {...{ form, terminal, onDone, onInterrupt }} theme={look} />,
      terminal,
      stdin,
    );
    await left;
    return given;
  } finally {
    terminal.giveBack();
  }
}
