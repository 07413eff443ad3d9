/** The pages of the guided Thomas test: what each shows, asks and says aloud. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import type { QuestionId } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { resolveFigure } from "../../figure/resolve.ts";
import type { Side } from "../../terms.ts";
import { firstSentence } from "../../text/sentence.ts";
import type { ChoicePage, FormAnswers, FormPage, InfoPage } from "../../ui/index.tsx";
import { asideOf, createThighPages, formatSpokenQuestion } from "./measurement-pages.ts";

/** The end of the id of a page on which the person lies down. */
export const POSITION = ".position";

/** The answer that puts the test off. */
export const LATER = "later";

export function createAssessPages(table: ThomasTable, exercise: Exercise) {
  const title = exercise.name;
  const meaning = exercise.sides.mode === "both" ? null : exercise.sides;
  const figure = exercise.figure && resolveFigure(exercise.figure, exercise.sides.mode);
  const measureThigh = createThighPages(table, title);

  const question = (id: QuestionId, side: Side): ChoicePage => {
    const { text, short, help, answers } = table.questions[id];
    return {
      type: "choice",
      id: `${side}.${id}`,
      title,
      aside: asideOf(side),
      text,
      short,
      help,
      say: formatSpokenQuestion(
        text,
        answers.map((answer) => answer.short),
      ),
      choices: answers.map(({ value, label, short: name, picture }) => ({
        value,
        label,
        short: name,
        ...(id === "pain" && value === "no" ? { keys: ["n"] } : {}),
        ...(picture && {
          picture: picture.view === "front" ? { ...picture, middle: side === "left" ? "right" : "left" } : picture,
        }),
      })),
    };
  };

  const position = (side: Side, secondsLeft: number): InfoPage => ({
    type: "read",
    id: side + POSITION,
    title,
    aside: asideOf(side),
    hold: { side, seconds: secondsLeft, figure },
    // As it is done; the side tells the rest of the position.
    say: [
      ...(meaning ? [firstSentence(exercise.position), `${meaning[side]}.`] : [exercise.position]),
      ...exercise.steps.slice(0, 1),
    ].join(" "),
    elements: [
      ...(meaning ? [{ kind: "heading" as const, text: `${meaning[side]}.` }] : []),
      { kind: "text", text: exercise.position },
      ...exercise.steps.slice(0, 1).map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: "Look at your back, thigh, kneecap and shin, or have someone look. Sit up to answer." },
      {
        kind: "small",
        text: `The questions follow in ${secondsLeft} s. Press enter to answer now.`,
      },
    ],
    enterHint: "continue",
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
      help: help.map(fill),
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
        { value: LATER, label: "Later: start without it", short: "later", keys: ["n"] },
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
      enterHint: "start",
    }),

    /** @param secondsLeft until the page of the position goes on by itself. */
    side(side: Side, answers: FormAnswers, first: Side | null, secondsLeft: number): readonly FormPage[] {
      const hurt = first !== null && (answers[`${first}.pain`] ?? "no") !== "no";
      if (hurt && answers[`${side}.go-on`] !== "yes") return [goOn(side)];
      const upToPain = [...(hurt ? [goOn(side)] : []), position(side, secondsLeft), question("pain", side)];
      if ((answers[`${side}.pain`] ?? "no") !== "no") return upToPain;
      const upToBack = [...upToPain, question("back", side)];
      if (answers[`${side}.back`] === "arched") return upToBack;
      // While the thigh is high the angle of the knee cannot be judged.
      const last: QuestionId = answers[`${side}.thigh`] === "above" ? "drop" : "knee";
      return [
        ...upToBack,
        question("thigh", side),
        question("rotation", side),
        question(last, side),
        ...measureThigh(side, answers),
      ];
    },

    result: (paragraphs: readonly ResultParagraph[]): InfoPage => ({
      type: "read",
      id: "result",
      title: `${title}: the result`,
      aside: "",
      say: paragraphs
        .flatMap(({ kind, text }) => (kind === "heading" || kind === "alert" ? [`${text.replace(/\.$/, "")}.`] : []))
        .join(" "),
      elements: paragraphs,
      enterHint: "continue",
      final: true,
    }),
  };
}
