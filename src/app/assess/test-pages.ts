/** The pages of the led Thomas test: what each shows, asks and says aloud. */

import type { ResultParagraph } from "../../assess/describe-result.ts";
import { validateDegrees } from "../../assess/parse-answers.ts";
import type { ThomasTable } from "../../assess/table-schema.ts";
import type { Side } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { ChoicePage, FormAnswers, FormPage, InfoPage, NumberPage } from "../../ui/index.tsx";

type ThomasQuestionId = keyof ThomasTable["questions"];

/** The answer that puts the test off. */
export const LATER = "later";

export function createAssessPages(table: ThomasTable, exercise: Exercise) {
  const title = exercise.name;
  const meaning = exercise.sides.mode === "both" ? null : exercise.sides;

  const choice = (id: ThomasQuestionId, side: Side): ChoicePage => {
    const { text, short, help, answers } = table.questions[id];
    return {
      type: "choice",
      id: `${side}.${id}`,
      title,
      aside: `${side} side`,
      text,
      short,
      help,
      say: formatSpokenQuestion(
        text,
        answers.map(({ short: word }) => word),
      ),
      choices: answers.map(({ value, label, short: word, picture }) => ({
        value,
        label,
        short: word,
        ...(value === "no" ? { keys: ["n"] } : {}),
        ...(picture && {
          picture: picture.view === "front" ? { ...picture, middle: side === "left" ? "right" : "left" } : picture,
        }),
      })),
    };
  };

  const degrees = (id: "thigh" | "knee", side: Side, answers: FormAnswers): readonly NumberPage[] => {
    const { measure } = table.questions[id];
    if (!measure) return [];
    const { text, short, help } = measure;
    const check = (typed: string) => validateDegrees(table, id, answers[`${side}.${id}`] ?? null, typed);
    return [
      {
        type: "number",
        id: `${side}.${id}-degrees`,
        title,
        aside: `${side} side`,
        text,
        short,
        help,
        check,
        say: `${text}. Enter goes on.`,
      },
    ];
  };

  const position = (side: Side): InfoPage => ({
    type: "read",
    id: `${side}.position`,
    title,
    aside: `${side} side`,
    say: [...(meaning ? [`${meaning[side]}.`] : []), exercise.position, ...exercise.steps.slice(0, 1)].join(" "),
    elements: [
      ...(meaning ? [{ kind: "heading" as const, text: `${meaning[side]}.` }] : []),
      { kind: "text", text: exercise.position },
      ...exercise.steps.slice(0, 1).map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: "Stay like this for the questions, or have someone look for you." },
    ],
    enterHint: "goes on",
  });

  const goOn = (side: Side): ChoicePage => {
    const fill = (text: string) => text.replaceAll("{side}", side);
    const { text, short, help, yes, no } = table.goOn;
    return {
      type: "choice",
      id: `${side}.go-on`,
      title,
      aside: "",
      text: fill(text),
      short: fill(short),
      help,
      say: formatSpokenQuestion(fill(text), [no, yes]),
      uncounted: true,
      choices: [
        { value: "no", label: no, short: no, keys: ["n"] },
        { value: "yes", label: yes, short: yes, keys: ["y"] },
      ],
    };
  };

  return {
    offer: (why: string): ChoicePage => ({
      type: "choice",
      id: "offer",
      title,
      aside: "",
      text: "Do the test first? It takes about five minutes.",
      short: "Test first?",
      help: [why, ...table.before.items],
      uncounted: true,
      choices: [
        { value: "now", label: "Yes, now", short: "now", keys: ["y"] },
        { value: LATER, label: "Later: begin without it", short: "later", keys: ["n"] },
      ],
    }),

    before: (): InfoPage => ({
      type: "read",
      id: "before",
      title,
      aside: "",
      elements: [
        { kind: "text", text: table.before.text },
        ...table.before.items.map((text) => ({ kind: "item" as const, text })),
      ],
      enterHint: "begins",
    }),

    side(side: Side, answers: FormAnswers, first: Side | null): readonly FormPage[] {
      const hurt = first !== null && (answers[`${first}.pain`] ?? "no") !== "no";
      if (hurt && answers[`${side}.go-on`] !== "yes") return [goOn(side)];
      const here = [...(hurt ? [goOn(side)] : []), position(side), choice("pain", side)];
      if ((answers[`${side}.pain`] ?? "no") !== "no") return here;
      return [
        ...here,
        choice("thigh", side),
        ...degrees("thigh", side, answers),
        choice("rotation", side),
        choice("knee", side),
        ...degrees("knee", side, answers),
      ];
    },

    result: (parts: readonly ResultParagraph[]): InfoPage => ({
      type: "read",
      id: "result",
      title: `${title}: what it came to`,
      aside: "",
      say: parts
        .flatMap(({ kind, text }) => (kind === "heading" || kind === "alert" ? [`${text.replace(/\.$/, "")}.`] : []))
        .join(" "),
      elements: parts,
      enterHint: "goes on",
      final: true,
    }),
  };
}

/** A question with its answers by their numbers. */
function formatSpokenQuestion(text: string, answers: readonly string[]): string {
  return [text, ...answers.map((answer, index) => `${index + 1}: ${answer}.`)].join(" ");
}
