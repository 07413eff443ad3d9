/** Questions one after another on the screen, one at a time. */
import { useInput } from "ink";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type Form, type FormAnswers, INITIAL_FORM_STATE, selectReachableAnswers } from "../form.ts";
import { handleFormKey } from "../form-control.ts";
import { parseKeyNames } from "../session-keys.ts";
import type { Terminal } from "../terminal.ts";
import type { Theme } from "../theme.ts";
import { formScrollRange, renderForm } from "./render-form.ts";
import { ScreenLines } from "./ScreenLines.tsx";

export interface FormScreenProps {
  readonly form: Form;
  readonly terminal: Pick<Terminal, "size" | "onResize" | "suspend">;
  readonly theme: Theme;
  /** What was answered; null when the person left before the end. */
  readonly onDone: (answers: FormAnswers | null) => void;
  readonly onInterrupt: () => void;
}

export function FormScreen({ form, terminal, theme, onDone, onInterrupt }: FormScreenProps) {
  const size = useSyncExternalStore(terminal.onResize, terminal.size);
  const [state, setState] = useState(INITIAL_FORM_STATE);
  const lines = useMemo(() => renderForm(form, state, size).map(theme.paint), [form, state, size, theme]);
  const current = useRef(state);
  useEffect(() => {
    const page = form.pages(INITIAL_FORM_STATE.answers)[0];
    if (page) form.onPageReached?.(page, INITIAL_FORM_STATE.answers);
  }, [form]);
  useInput((input, key) => {
    for (const name of parseKeyNames(input, key)) {
      const { state: next, effect } = handleFormKey(
        form,
        current.current,
        name,
        formScrollRange(form, current.current, size),
      );
      const page = next.pageIndex === current.current.pageIndex ? null : form.pages(next.answers)[next.pageIndex];
      // Told before it is drawn: what is kept when it is reached may be part of what it says.
      if (page) form.onPageReached?.(page, selectReachableAnswers(form, next.answers));
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
          return onDone(selectReachableAnswers(form, next.answers));
      }
    }
  });
  return <ScreenLines lines={lines} columns={size.columns} />;
}
