/** The pages of the led Thomas test: what each shows, asks and says aloud. */
import { degreesProblem } from "../../assess/answers.ts";
import type { ResultPart } from "../../assess/result-text.ts";
import type { ThomasTable } from "../../assess/table-schema.ts";
import type { Side } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { Answers, ChoicePage, NumberPage, Page, ReadPage } from "../../ui/index.tsx";

type QuestionId = keyof ThomasTable["questions"];

/** The answer that puts the test off. */
export const LATER = "later";

export function formPages(table: ThomasTable, exercise: Exercise) {
  const title = exercise.name;
  const meaning = exercise.sides.mode === "both" ? null : exercise.sides;

  const choice = (id: QuestionId, side: Side): ChoicePage => {
    const { text, short, help, answers } = table.questions[id];
    return {
      type: "choice",
      id: `${side}.${id}`,
      title,
      aside: `${side} side`,
      text,
      short,
      help,
      say: aloud(
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

  const degrees = (id: "thigh" | "knee", side: Side, answers: Answers): readonly NumberPage[] => {
    const { measure } = table.questions[id];
    if (!measure) return [];
    const { text, short, help } = measure;
    const check = (typed: string) => degreesProblem(table, id, answers[`${side}.${id}`] ?? null, typed);
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

  const position = (side: Side): ReadPage => ({
    type: "read",
    id: `${side}.position`,
    title,
    aside: `${side} side`,
    say: [...(meaning ? [`${meaning[side]}.`] : []), exercise.position, ...exercise.steps.slice(0, 1)].join(" "),
    parts: [
      ...(meaning ? [{ kind: "heading" as const, text: `${meaning[side]}.` }] : []),
      { kind: "text", text: exercise.position },
      ...exercise.steps.slice(0, 1).map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: "Stay like this for the questions, or have someone look for you." },
    ],
    enter: "goes on",
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
      say: aloud(fill(text), [no, yes]),
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

    before: (): ReadPage => ({
      type: "read",
      id: "before",
      title,
      aside: "",
      parts: [
        { kind: "text", text: table.before.text },
        ...table.before.items.map((text) => ({ kind: "item" as const, text })),
      ],
      enter: "begins",
    }),

    side(side: Side, answers: Answers, first: Side | null): readonly Page[] {
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

    result: (parts: readonly ResultPart[]): ReadPage => ({
      type: "read",
      id: "result",
      title: `${title}: what it came to`,
      aside: "",
      say: parts
        .flatMap(({ kind, text }) => (kind === "heading" || kind === "alert" ? [`${text.replace(/\.$/, "")}.`] : []))
        .join(" "),
      parts,
      enter: "goes on",
      final: true,
    }),
  };
}

/** A question with its answers by their numbers. */
function aloud(text: string, answers: readonly string[]): string {
  return [text, ...answers.map((answer, index) => `${index + 1}: ${answer}.`)].join(" ");
}
