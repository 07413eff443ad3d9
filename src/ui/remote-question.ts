/** What is asked on the screen, as pages elsewhere show and answer it with the same keys. */
import { useContext, useEffect, useRef } from "react";
import type { FormPage, FormState } from "./form.ts";
import type { RemotePrompt } from "./remote-control.ts";
import { ControlsContext } from "./screen-context.ts";

/** Shows the prompt elsewhere as long as the component is there; keys pressed there go to `handleKey`. */
export function useRemotePrompt(prompt: RemotePrompt | null, handleKey: (key: string) => void): void {
  const { prompts } = useContext(ControlsContext);
  const latest = useRef({ prompt, handleKey });
  latest.current = { prompt, handleKey };
  const content = JSON.stringify(prompt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown again when its content changes
  useEffect(() => prompts?.show(latest.current.prompt), [prompts, content]);
  useEffect(() => {
    const stop = prompts?.onKey((key) => latest.current.handleKey(key));
    return () => {
      stop?.();
      prompts?.show(null);
    };
  }, [prompts]);
}

/** A prompt without anything but its text. */
export const EMPTY_PROMPT = { title: "", lines: [], help: [], choices: [], typed: null, enter: null, back: null };

/** A page of a form at its present state. */
export function promptOfPage(page: FormPage, { pageIndex, typed, marked, problem, overlay }: FormState): RemotePrompt {
  if (overlay === "quit") {
    const choices = [
      { key: "y", label: "yes" },
      { key: "escape", label: "no" },
    ];
    return { ...EMPTY_PROMPT, text: "Quit? Your answers will be lost.", choices };
  }
  const isSettled = page.type === "read" && page.final === true;
  const start = { ...EMPTY_PROMPT, back: pageIndex === 0 || isSettled ? null : "b" };
  const title = [page.title, page.aside].filter((part) => part !== "").join(", ");
  switch (page.type) {
    case "read":
      return { ...start, title, text: "", lines: page.elements.map(({ text }) => text), enter: page.enterHint };
    case "choice": {
      const choices = page.choices.map(({ label }, index) => ({ key: String(index + 1), label }));
      return { ...start, title, text: page.text, lines: page.help, choices };
    }
    case "checks": {
      const isMarked = (value: string) => marked.includes(value);
      const checks = page.checks.map(({ key, value, label }) => ({
        key,
        label: `${isMarked(value) ? "☑" : "☐"} ${label}`,
      }));
      const { urgent, none } = page;
      const choices = [
        { key: urgent.key, label: urgent.label, isUrgent: true as const },
        ...checks,
        { key: none.key, label: none.label },
      ];
      return {
        ...start,
        title,
        text: page.text,
        lines: problem === null ? [] : [problem],
        help: page.help,
        choices,
        enter: "Continue",
      };
    }
    case "number": {
      const lines = [...(problem === null ? [] : [problem]), ...page.help];
      return { ...start, title, text: page.text, lines, typed, enter: "Continue" };
    }
  }
}
