/** Questions one after another on the screen, one at a time, with pages to read between them. */
import { Box } from "ink";
import { useEffect, useReducer, useRef } from "react";
import { ThemedText } from "../components/ThemedText.tsx";
import { type Form, type FormAnswers, INITIAL_FORM_STATE, selectReachableAnswers } from "../form.ts";
import { handleFormKey } from "../form-control.ts";
import { formKeysFor } from "../form-keys.ts";
import { useKeyState } from "../keys.ts";
import { promptOfPage, useRemotePrompt } from "../remote-question.ts";
import { ChecksScreen } from "./ChecksScreen.tsx";
import { HelpScreen } from "./HelpScreen.tsx";
import { InfoScreen } from "./InfoScreen.tsx";
import { QuestionScreen } from "./QuestionScreen.tsx";

interface FormScreenProps {
  readonly form: Form;
  /** What was answered; null when the person left before the end. */
  readonly onDone: (answers: FormAnswers | null) => void;
}

export function FormScreen({ form, onDone }: FormScreenProps) {
  const [shown, state] = useKeyState(INITIAL_FORM_STATE);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const handleKey = (key: string) => {
    const before = state.current();
    const { state: next, effect } = handleFormKey(form, before, key);
    const reached = next.pageIndex === before.pageIndex ? null : form.pages(next.answers)[next.pageIndex];
    // Told before it is drawn: what is kept when it is reached may be part of what it says.
    if (reached) form.onPageReached?.(reached, selectReachableAnswers(form, next.answers));
    state.set(next);
    if (effect === "leave") onDone(null);
    if (effect === "done") onDone(selectReachableAnswers(form, next.answers));
  };
  const latestKeyHandler = useRef(handleKey);
  latestKeyHandler.current = handleKey;
  useEffect(() => {
    const page = form.pages(INITIAL_FORM_STATE.answers)[0];
    if (page) form.onPageReached?.(page, INITIAL_FORM_STATE.answers);
    return form.onShown?.({
      goOnFrom(pageId) {
        const { pageIndex, answers, overlay } = state.current();
        if (overlay === null && form.pages(answers)[pageIndex]?.id === pageId) latestKeyHandler.current("enter");
      },
      redraw,
    });
  }, [form, state]);
  const pages = form.pages(shown.answers);
  const page = pages[shown.pageIndex];
  useRemotePrompt(page ? promptOfPage(page, shown) : null, handleKey);
  if (!page) return null;
  if (shown.overlay === "help") {
    const keys = formKeysFor(page);
    if (page.type === "read") return <HelpScreen keys={keys} onKey={handleKey} />;
    return (
      <HelpScreen keys={keys} onKey={handleKey} title={page.text}>
        <Box flexDirection="column" flexShrink={0} marginBottom={1}>
          {(page.type === "checks" ? page.help : [page.help.join(" ")]).map((paragraph) => (
            <ThemedText key={paragraph} wrap="wrap">
              {paragraph}
            </ThemedText>
          ))}
        </Box>
      </HelpScreen>
    );
  }
  const isQuitting = shown.overlay === "quit";
  if (page.type === "read") return <InfoScreen key={page.id} page={page} isQuitting={isQuitting} onKey={handleKey} />;
  if (page.type === "checks") return <ChecksScreen key={page.id} page={page} state={shown} onKey={handleKey} />;
  const counted = pages.filter((one) => one.type === "number" || (one.type === "choice" && !one.uncounted));
  const place = counted.findIndex(({ id }) => id === page.id) + 1;
  return (
    <QuestionScreen
      key={page.id}
      page={page}
      progress={place > 0 ? `${place} of ${counted.length}` : ""}
      state={shown}
      onKey={handleKey}
    />
  );
}
