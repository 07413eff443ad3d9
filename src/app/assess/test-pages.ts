/** The pages of the guided Thomas test: what each shows, asks and says aloud. */
import type { ResultParagraph } from "../../assess/describe-result.ts";
import { validateDegrees, validateHeight, validateLength } from "../../assess/parse-answers.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import type { QuestionId } from "../../assess/types.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import type { Side } from "../../terms.ts";
import type { ChoicePage, FormAnswers, FormPage, InfoPage, NumberPage } from "../../ui/index.tsx";

/** The end of the id of a page on which the person lies down. */
export const POSITION = ".position";

/** The answer that puts the test off. */
export const LATER = "later";

/** Times that one measurement may be taken; the average counts. */
const MAX_MEASUREMENTS = 3;

/** The figures that were typed for a measurement: none if it was left out. */
export function collectMeasurements(answers: FormAnswers, id: string): number[] {
  return Array.from({ length: MAX_MEASUREMENTS }, (_, index) => answers[measurementId(id, index)] ?? "")
    .filter((typed) => typed !== "")
    .map(Number);
}

function measurementId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

interface Measurement {
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
  readonly check: (typed: string) => string | null;
}

export function createAssessPages(table: ThomasTable, exercise: Exercise) {
  const title = exercise.name;
  const meaning = exercise.sides.mode === "both" ? null : exercise.sides;
  const asideOf = (side: Side) => `${side} side`;

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

  /** One page per measurement that was taken, and one more for the next. */
  const measurements = (id: string, side: Side, answers: FormAnswers, measurement: Measurement): NumberPage[] => {
    const taken = collectMeasurements(answers, `${side}.${id}`).length;
    return Array.from({ length: Math.min(taken + 1, MAX_MEASUREMENTS) }, (_, index) => ({
      type: "number" as const,
      id: measurementId(`${side}.${id}`, index),
      title,
      aside: asideOf(side),
      ...measurement,
      ...(index > 0 && { help: [table.measuring.again, ...measurement.help] }),
      say: index === 0 ? `${measurement.text}. Press Enter to continue.` : table.measuring.again,
    }));
  };

  const degrees = (id: "thigh" | "knee", side: Side, answers: FormAnswers): NumberPage[] => {
    const { measure } = table.questions[id];
    if (!measure) return [];
    const check = (typed: string) => validateDegrees(table, id, answers[`${side}.${id}`] ?? null, typed);
    return measurements(`${id}-degrees`, side, answers, { ...pickTexts(measure), check });
  };

  /** The thigh is measured with a phone or a tape measure, or not at all. */
  const measureThigh = (side: Side, answers: FormAnswers): readonly FormPage[] => {
    const { text, short, help, none, phone, tape, length, height } = table.measuring;
    const id = `${side}.measure`;
    const choices = [
      { value: "none", label: none, short: none, keys: ["n"] },
      { value: "phone", label: phone, short: "phone" },
      { value: "tape", label: tape, short: "tape measure" },
    ];
    const say = formatSpokenQuestion(
      text,
      choices.map((choice) => choice.short),
    );
    const how: ChoicePage = {
      type: "choice",
      id,
      title,
      aside: asideOf(side),
      text,
      short,
      help,
      say,
      choices,
      uncounted: true,
    };
    if (answers[id] === "phone") return [how, ...degrees("thigh", side, answers), ...degrees("knee", side, answers)];
    if (answers[id] !== "tape") return [how];
    const thighLength = collectMeasurements(answers, `${side}.thigh-length`)[0] ?? null;
    const lengthPage = measurements("thigh-length", side, answers, {
      ...pickTexts(length),
      check: (typed) => validateLength(table, "length", typed),
    }).slice(0, 1);
    const heightPages = measurements("knee-height", side, answers, {
      ...pickTexts(height),
      check: (typed) => validateHeight(table, answers[`${side}.thigh`] ?? null, thighLength, typed),
    });
    return [how, ...lengthPage, ...(thighLength === null ? [] : heightPages)];
  };

  const position = (side: Side, secondsLeft: number): InfoPage => ({
    type: "read",
    id: side + POSITION,
    title,
    aside: asideOf(side),
    say: [...(meaning ? [`${meaning[side]}.`] : []), exercise.position, ...exercise.steps.slice(0, 1)].join(" "),
    elements: [
      ...(meaning ? [{ kind: "heading" as const, text: `${meaning[side]}.` }] : []),
      { kind: "text", text: exercise.position },
      ...exercise.steps.slice(0, 1).map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: "Look at back, thigh, kneecap and shin, or have someone look. Sit up to answer." },
      {
        kind: "small",
        text: `The questions come by themselves in ${secondsLeft} s; Enter goes on at once.`,
      },
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
      enterHint: "begins",
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
      enterHint: "goes on",
      final: true,
    }),
  };
}

function pickTexts({ text, short, help }: Omit<Measurement, "check">) {
  return { text, short, help };
}

/** A question, and its answers with their numbers. */
function formatSpokenQuestion(text: string, answers: readonly string[]): string {
  return [text, ...answers.map((answer, index) => `${index + 1}: ${answer}.`)].join(" ");
}
