/** The screening as pages: the emergency question first, then the others, and what a yes calls for. */
import { isEmergency, selectYesQuestions } from "../../assess/screening.ts";
import type { ScreeningTable } from "../../assess/table-schema.ts";
import type { YesNo } from "../../assess/types.ts";
import type { ChoicePage, Form, FormAnswers, FormPage, InfoPage } from "../../ui/index.tsx";

const FORM_TITLE = "Before you stretch";

export interface ScreeningFormOptions {
  readonly table: ScreeningTable;
  /** Why it is asked now; empty if the person asked for it. */
  readonly reason: string;
  /** Earlier answers that still hold: only the decision is asked. */
  readonly earlierAnswers?: Readonly<Record<string, YesNo>>;
}

/**
 * The questions one by one; after a yes what it calls for, and whether to go on anyway. A yes to the emergency question ends
 * the form at once: there is nothing to decide.
 */
export function createScreeningForm({ table, reason, earlierAnswers }: ScreeningFormOptions): Form {
  const [first, ...others] = table.questions;
  return {
    pages(answers: FormAnswers): readonly FormPage[] {
      const given = earlierAnswers ?? (answers as Readonly<Record<string, YesNo>>);
      const yes = selectYesQuestions({ answers: given }, table);
      const questions = earlierAnswers || !first ? [] : [createQuestionPage(first, [reason, ...table.intro])];
      if (isEmergency({ answers: given }, table)) return [...questions, createEmergencyPage(yes)];
      return [
        ...questions,
        ...(earlierAnswers ? [] : others.map((question) => createQuestionPage(question))),
        ...(yes.length > 0 ? [createAdvicePage(yes), createDecisionPage(table)] : []),
      ];
    },
  };
}

/** The decision after a yes; null if there was none. */
export function decisionOf(answers: FormAnswers): "go-on" | "wait" | null {
  const decided = answers["decision"];
  return decided === "yes" ? "go-on" : decided === "no" ? "wait" : null;
}

function createQuestionPage(
  { id, text, short, help }: ScreeningTable["questions"][number],
  intro: readonly string[] = [],
): ChoicePage {
  return {
    type: "choice",
    id,
    title: FORM_TITLE,
    aside: "",
    text,
    short,
    help: [...help, ...intro.filter((paragraph) => paragraph !== "")],
    choices: [
      { value: "no", label: "No", short: "No", keys: ["n"] },
      { value: "yes", label: "Yes", short: "Yes", keys: ["y"] },
    ],
  };
}

function createEmergencyPage(yes: ScreeningTable["questions"]): InfoPage {
  return {
    type: "read",
    id: "emergency-advice",
    title: "Go now",
    aside: "",
    elements: yes.filter(({ emergency }) => emergency).map(({ advice }) => ({ kind: "alert", text: advice })),
    enterHint: "leaves",
  };
}

function createAdvicePage(yes: ScreeningTable["questions"]): InfoPage {
  return {
    type: "read",
    id: "advice",
    title: "See someone first",
    aside: "",
    elements: yes.flatMap(({ name, advice }) => [
      { kind: "heading" as const, text: name.charAt(0).toUpperCase() + name.slice(1) },
      { kind: "text" as const, text: advice },
    ]),
    enterHint: "goes on",
  };
}

function createDecisionPage({ advised }: ScreeningTable): ChoicePage {
  return {
    type: "choice",
    id: "decision",
    title: "See someone first",
    aside: "",
    text: advised.text,
    short: "Go on anyway?",
    help: advised.help,
    uncounted: true,
    choices: [
      { value: "no", label: "No, not before that", short: "No", keys: ["n"] },
      { value: "yes", label: "Yes, I decide to go on", short: "Yes, go on", keys: ["y"] },
    ],
  };
}
