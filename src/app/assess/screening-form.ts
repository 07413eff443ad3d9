/** The screening as pages of questions, and what a yes calls for. */
import { selectYesQuestions } from "../../assess/screening.ts";
import type { ScreeningTable } from "../../assess/table-schema.ts";
import type { YesNo } from "../../assess/types.ts";
import type { ChoicePage, Form, FormAnswers, FormPage, InfoElement, InfoPage } from "../../ui/index.tsx";

const FORM_TITLE = "Before you stretch";

const YES_NO_CHOICES: ChoicePage["choices"] = [
  { value: "no", label: "No", short: "No", keys: ["n"] },
  { value: "yes", label: "Yes", short: "Yes", keys: ["y"] },
];

export interface ScreeningFormOptions {
  readonly table: ScreeningTable;
  /** Why it is asked now; empty where the person asked for it. */
  readonly reason: string;
  /** Earlier answers that stand: only the decision is asked. */
  readonly earlierAnswers?: Readonly<Record<string, YesNo>>;
}

/** The questions one by one; after a yes what it calls for, and whether to go on all the same. */
export function createScreeningForm({ table, reason, earlierAnswers }: ScreeningFormOptions): Form {
  return {
    pages(answers: FormAnswers): readonly FormPage[] {
      const given = earlierAnswers ?? (answers as Readonly<Record<string, YesNo>>);
      const yes = selectYesQuestions({ answers: given }, table);
      return [
        ...(earlierAnswers ? [] : [createIntroPage(table, reason), ...table.questions.map(createQuestionPage)]),
        ...(yes.length > 0 ? [createAdvicePage(yes), createDecisionPage(table)] : []),
      ];
    },
  };
}

/** What was decided about a yes; null where there was none. */
export function decisionOf(answers: FormAnswers): "go-on" | "wait" | null {
  const decided = answers["decision"];
  return decided === "yes" ? "go-on" : decided === "no" ? "wait" : null;
}

function createIntroPage({ intro: texts }: ScreeningTable, why: string): InfoPage {
  const parts: InfoElement[] = [...(why === "" ? [] : [why]), ...texts].map((text) => ({ kind: "text", text }));
  return { type: "read", id: "intro", title: FORM_TITLE, aside: "", elements: parts, enterHint: "begins" };
}

function createQuestionPage({ id, text, short, help }: ScreeningTable["questions"][number]): ChoicePage {
  return { type: "choice", id, title: FORM_TITLE, aside: "", text, short, help, choices: YES_NO_CHOICES };
}

function createAdvicePage(yes: ScreeningTable["questions"]): InfoPage {
  return {
    type: "read",
    id: "advice",
    title: "See someone first",
    aside: "",
    elements: yes.flatMap(({ name, advice: text }): InfoElement[] => [
      { kind: "heading", text: name.charAt(0).toUpperCase() + name.slice(1) },
      { kind: "text", text },
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
    short: "Go on all the same?",
    help: advised.help,
    uncounted: true,
    choices: [
      { value: "no", label: "No, not before that", short: "No", keys: ["n"] },
      { value: "yes", label: "Yes, I decide to go on", short: "Yes, go on", keys: ["y"] },
    ],
  };
}
