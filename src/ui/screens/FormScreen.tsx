/** Questions one after another on the screen, one at a time. */
import { useInput } from "ink";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type Answers, FIRST, type Form, standing } from "../form.ts";
import { formPressed } from "../form-control.ts";
import { keyNames } from "../keys.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { formLines, formReach } from "./form-picture.ts";
import { Lines } from "./Lines.tsx";

export interface FormScreenProps {
  readonly form: Form;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  /** What was answered; null when the person left before the end. */
  readonly onDone: (answers: Answers | null) => void;
  readonly onInterrupt: () => void;
}

export function FormScreen({ form, terminal, theme, onDone, onInterrupt }: FormScreenProps) {
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [state, setState] = useState(FIRST);
  const lines = useMemo(() => formLines(form, state, size).map(theme.paint), [form, state, size, theme]);
  const current = useRef(state);
  useEffect(() => {
    const page = form.pages(FIRST.answers)[0];
    if (page) form.reached?.(page, FIRST.answers);
  }, [form]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      const { state: next, effect } = formPressed(form, current.current, name, formReach(form, current.current, size));
      const page = next.at === current.current.at ? null : form.pages(next.answers)[next.at];
      // Told before it is drawn: what is kept when it is reached may be part of what it says.
      if (page) form.reached?.(page, standing(form, next.answers));
      current.current = next;
      setState(next);
      switch (effect) {
        case "interrupt":
          return onInterrupt();
        case "suspend":
          return terminal.suspend();
        case "leave":
          return onDone(null);
        case "done":
          return onDone(standing(form, next.answers));
      }
    }
  });
  return <Lines lines={lines} columns={size.columns} />;
}
