/** The screening as one page of checks, the emergency line on top; and what follows if something applies. */
import { isEmergency, selectYesQuestions } from "../../assess/screening.ts";
import type { ScreeningTable } from "../../assess/screening-table.ts";
import type { YesNo } from "../../assess/types.ts";
import { capitaliseFirst } from "../../text/sentence.ts";
import {
  type ChecksPage,
  type ChoicePage,
  type Form,
  type FormAnswers,
  type FormPage,
  type InfoPage,
  splitChecksAnswer,
} from "../../ui/index.tsx";

const FORM_TITLE = "Before you stretch";
const EMERGENCY_KEY = "e";
const NONE_KEY = "n";
/** The page on which everything is asked. */
const CHECKS_ID = "applies";

interface ScreeningFormOptions {
  readonly table: ScreeningTable;
  /** Why it is asked now; empty if the person asked for it. */
  readonly reason: string;
  /** Earlier answers that still hold: only the decision is asked. */
  readonly earlierAnswers?: Readonly<Record<string, YesNo>>;
}

/**
 * One page, and if something applies what it calls for and whether to go on anyway. The emergency line ends the form at
 * once: there is nothing to decide.
 */
export function createScreeningForm({ table, reason, earlierAnswers }: ScreeningFormOptions): Form {
  const [emergency, ...others] = table.questions;
  const checks = earlierAnswers || !emergency ? [] : [createChecksPage(table, emergency, others, reason)];
  return {
    pages(given: FormAnswers): readonly FormPage[] {
      const answers = earlierAnswers ?? answersOf(given, table);
      const yes = selectYesQuestions({ answers }, table);
      if (isEmergency({ answers }, table)) return [...checks, createEmergencyPage(yes)];
      return [...checks, ...(yes.length > 0 ? [createAdvicePage(yes), createDecisionPage(table)] : [])];
    },
  };
}

/** The answer to each question. After an emergency nothing else counts as answered. */
export function answersOf(given: FormAnswers, table: ScreeningTable): Readonly<Record<string, YesNo>> {
  const answer = given[CHECKS_ID];
  if (answer === undefined) return {};
  const applies = splitChecksAnswer(answer);
  const isOver = table.questions.some(({ id, emergency }) => emergency && applies.includes(id));
  const asked = isOver ? table.questions.filter(({ emergency }) => emergency) : table.questions;
  return Object.fromEntries(asked.map(({ id }) => [id, applies.includes(id) ? "yes" : "no"]));
}

/** The decision if something applies; null if there was none. */
export function decisionOf(answers: FormAnswers): "go-on" | "wait" | null {
  const decided = answers["decision"];
  return decided === "yes" ? "go-on" : decided === "no" ? "wait" : null;
}

type ScreeningQuestion = ScreeningTable["questions"][number];

function createChecksPage(
  { ask, none, intro }: ScreeningTable,
  emergency: ScreeningQuestion,
  others: readonly ScreeningQuestion[],
  reason: string,
): ChecksPage {
  const toCheck = ({ id, text, short }: ScreeningQuestion, key: string) => ({ value: id, key, label: text, short });
  return {
    type: "checks",
    id: CHECKS_ID,
    title: FORM_TITLE,
    aside: "",
    text: [reason, ask.text].filter((sentence) => sentence !== "").join(" "),
    short: ask.short,
    help: [
      ...intro,
      ...[emergency, ...others].map(({ help }, index) => `${index === 0 ? EMERGENCY_KEY : index}: ${help.join(" ")}`),
    ],
    urgent: toCheck(emergency, EMERGENCY_KEY),
    checks: others.map((question, index) => toCheck(question, String(index + 1))),
    none: { key: NONE_KEY, label: none, short: none },
  };
}

function createEmergencyPage(yes: ScreeningTable["questions"]): InfoPage {
  const alerts = yes.flatMap(({ emergency, advice: text }) => (emergency ? [{ kind: "alert", text } as const] : []));
  return { type: "read", id: "emergency-advice", title: "Go now", aside: "", elements: alerts, enterHint: "quit" };
}

function createAdvicePage(yes: ScreeningTable["questions"]): InfoPage {
  const elements = yes.flatMap(({ name, advice }) => [
    { kind: "heading", text: capitaliseFirst(name) } as const,
    { kind: "text", text: advice } as const,
  ]);
  return { type: "read", id: "advice", title: "See someone first", aside: "", elements, enterHint: "continue" };
}

function createDecisionPage({ advised }: ScreeningTable): ChoicePage {
  return {
    type: "choice",
    id: "decision",
    title: "See someone first",
    aside: "",
    text: advised.text,
    short: "Continue anyway?",
    help: advised.help,
    uncounted: true,
    choices: [
      { value: "no", label: "No, not before that", short: "No", keys: ["n"] },
      { value: "yes", label: "Yes, continue anyway", short: "Yes, continue", keys: ["y"] },
    ],
  };
}
