/** Questions that are answered with one key each, one after the other. */
import { useInput } from "ink";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { keyNames } from "../keys.ts";
import { questionLines, type ShownQuestion } from "../layout/questions.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { Lines } from "./Lines.tsx";

/** Questions as a state that keys change; they are over when none is left. */
export interface Questions<S> {
  readonly first: S;
  readonly shown: (state: S) => ShownQuestion | null;
  readonly pressed: (state: S, key: string) => S;
}

export interface QuestionsScreenProps<S> {
  readonly questions: Questions<S>;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  readonly onAnswered: (state: S) => void;
  readonly onInterrupt: () => void;
}

export function QuestionsScreen<S>({ questions, terminal, theme, onAnswered, onInterrupt }: QuestionsScreenProps<S>) {
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [state, setState] = useState(questions.first);
  const current = useRef(state);
  const question = questions.shown(state);
  const lines = useMemo(
    () => (question ? questionLines(question, size).map(theme.paint) : []),
    [question, size, theme],
  );
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      if (name === "ctrl-c") return onInterrupt();
      if (name === "ctrl-z") return terminal.suspend();
      if (questions.shown(current.current) === null) return;
      current.current = questions.pressed(current.current, name);
      setState(current.current);
      if (questions.shown(current.current) === null) onAnswered(current.current);
    }
  });
  return <Lines lines={lines} columns={size.columns} />;
}
