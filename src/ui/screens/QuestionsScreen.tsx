/** Questions that are answered with one key each, one after the other. */
import { useInput } from "ink";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type QuestionPrompt, renderQuestionPrompt } from "../layout/question-prompt.ts";
import { parseKeyNames } from "../session-keys.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { ScreenLines } from "./ScreenLines.tsx";

/** Questions as a state that keys change; they are over when none is left. */
export interface QuestionFlow<S> {
  readonly initialState: S;
  readonly currentQuestion: (state: S) => QuestionPrompt | null;
  readonly handleKey: (state: S, key: string) => S;
}

export interface QuestionsScreenProps<S> {
  readonly questions: QuestionFlow<S>;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  readonly onAnswered: (state: S) => void;
  readonly onInterrupt: () => void;
}

export function QuestionsScreen<S>({ questions, terminal, theme, onAnswered, onInterrupt }: QuestionsScreenProps<S>) {
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [state, setState] = useState(questions.initialState);
  const current = useRef(state);
  const question = questions.currentQuestion(state);
  const lines = useMemo(
    () => (question ? renderQuestionPrompt(question, size).map(theme.paint) : []),
    [question, size, theme],
  );
  useInput((input, key) => {
    for (const name of parseKeyNames(input, key)) {
      if (name === "ctrl-c") return onInterrupt();
      if (name === "ctrl-z") return terminal.suspend();
      if (questions.currentQuestion(current.current) === null) return;
      current.current = questions.handleKey(current.current, name);
      setState(current.current);
      if (questions.currentQuestion(current.current) === null) onAnswered(current.current);
    }
  });
  return <ScreenLines lines={lines} columns={size.columns} />;
}
