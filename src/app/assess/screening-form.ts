/** The screening as pages of questions, and what a yes calls for. */
import { yesOf } from "../../assess/screening.ts";
import type { ScreeningTable } from "../../assess/table-schema.ts";
import type { YesNo } from "../../assess/types.ts";
import type { Answers, ChoicePage, Form, Page, ReadPage, ReadPart } from "../../ui/index.tsx";

const TITLE = "Before you stretch";

const YES_NO: ChoicePage["choices"] = [
  { value: "no", label: "No", short: "No", keys: ["n"] },
  { value: "yes", label: "Yes", short: "Yes", keys: ["y"] },
];

export interface ScreenFormOptions {
  readonly table: ScreeningTable;
  /** Why it is asked now; empty where the person asked for it. */
  readonly why: string;
  /** Earlier answers that stand: only the decision is asked. */
  readonly answered?: Readonly<Record<string, YesNo>>;
}

/** The questions one by one; after a yes what it calls for, and whether to go on all the same. */
export function screenForm({ table, why, answered }: ScreenFormOptions): Form {
  return {
    pages(answers: Answers): readonly Page[] {
      const given = answered ?? (answers as Readonly<Record<string, YesNo>>);
      const yes = yesOf({ answers: given }, table);
      return [
        ...(answered ? [] : [intro(table, why), ...table.questions.map(question)]),
        ...(yes.length > 0 ? [advice(yes), decision(table)] : []),
      ];
    },
  };
}

/** What was decided about a yes; null where there was none. */
export function decisionOf(answers: Answers): "go-on" | "wait" | null {
  const decided = answers["decision"];
  return decided === "yes" ? "go-on" : decided === "no" ? "wait" : null;
}

function intro({ intro: texts }: ScreeningTable, why: string): ReadPage {
  const parts: ReadPart[] = [...(why === "" ? [] : [why]), ...texts].map((text) => ({ kind: "text", text }));
  return { type: "read", id: "intro", title: TITLE, aside: "", parts, enter: "begins" };
}

function question({ id, text, short, help }: ScreeningTable["questions"][number]): ChoicePage {
  return { type: "choice", id, title: TITLE, aside: "", text, short, help, choices: YES_NO };
}

function advice(yes: ScreeningTable["questions"]): ReadPage {
  return {
    type: "read",
    id: "advice",
    title: "See someone first",
    aside: "",
    parts: yes.flatMap(({ name, advice: text }): ReadPart[] => [
      { kind: "heading", text: name.charAt(0).toUpperCase() + name.slice(1) },
      { kind: "text", text },
    ]),
    enter: "goes on",
  };
}

function decision({ advised }: ScreeningTable): ChoicePage {
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
