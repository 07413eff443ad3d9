/** What is asked outside a session, each on a screen of its own: what to do, questions, a form, who looks on a phone. */
import type { ReactNode } from "react";
import type { Form, FormAnswers } from "./form.ts";
import type { HomeDetails, HomeEntry } from "./home-entries.ts";
import { showScreen } from "./mount.tsx";
import type { RemoteControl, RemotePrompts } from "./remote-control.ts";
import { FormScreen } from "./screens/FormScreen.tsx";
import { HomeScreen } from "./screens/HomeScreen.tsx";
import { type QuestionFlow, QuestionsScreen } from "./screens/QuestionsScreen.tsx";
import { RemoteScreen } from "./screens/RemoteScreen.tsx";
import type { TerminalContext } from "./terminal-context.ts";

/** The terminal, and the pages that show and answer what is asked. */
interface PromptContext extends TerminalContext {
  readonly prompts?: RemotePrompts;
}

interface HomeOptions extends TerminalContext {
  readonly entries: readonly HomeEntry[];
  /** What takes time to find out: shown as soon as it is known. */
  readonly details?: Promise<HomeDetails>;
}

/** Lets the person choose a routine or type a workout; its id or the line, or null when they leave. */
export function runHome({ entries, details, ...context }: HomeOptions): Promise<string | null> {
  return showPrompt<string | null>(context, null, (submit) => (
    <HomeScreen entries={entries} {...(details && { details })} onChoice={submit} />
  ));
}

interface QuestionsOptions<S> extends PromptContext {
  readonly questions: QuestionFlow<S>;
}

/** Asks questions until none is left; the state that the keys have led to. */
export function runQuestions<S>({ questions, ...context }: QuestionsOptions<S>): Promise<S> {
  return showPrompt(context, questions.initialState, (submit) => (
    <QuestionsScreen questions={questions} onAnswered={submit} />
  ));
}

interface FormOptions extends PromptContext {
  readonly form: Form;
}

/** Shows the pages of a form; their answers, or null when the person left before its end. */
export function runForm({ form, ...context }: FormOptions): Promise<FormAnswers | null> {
  return showPrompt<FormAnswers | null>(context, null, (submit) => <FormScreen form={form} onDone={submit} />);
}

interface RemoteCodeOptions extends TerminalContext {
  readonly remote: RemoteControl;
}

/** Shows where a phone finds the program, until a page is opened there or a key is pressed. */
export function runRemoteCode({ remote, ...context }: RemoteCodeOptions): Promise<void> {
  return showPrompt<void>(context, undefined, (submit) => (
    <RemoteScreen remote={remote} onClose={() => submit(undefined)} />
  ));
}

/**
 * Shows a screen and resolves to its answer; the terminal is restored afterwards.
 *
 * @param fallback the answer if the screen is closed without one, or the program is asked to stop.
 * @param screenWith the screen; it calls `submit` with the answer.
 */
async function showPrompt<Answer>(
  context: PromptContext,
  fallback: Answer,
  screenWith: (submit: (answer: Answer) => void) => ReactNode,
): Promise<Answer> {
  let result = fallback;
  if (context.signal.aborted) return result;
  const draw = ({ close }: { readonly close: () => void }) =>
    screenWith((answer) => {
      result = answer;
      close();
    });
  await showScreen(context, { draw, prompts: context.prompts });
  return result;
}
