/** The pages on which the thigh is measured, with a phone or with two lengths; each figure can be taken several times. */
import { validateDegrees, validateHeight, validateLength } from "../../assess/parse-answers.ts";
import type { ThomasTable } from "../../assess/thomas-table.ts";
import type { Side } from "../../terms.ts";
import type { ChoicePage, FormAnswers, FormPage, NumberPage } from "../../ui/index.tsx";

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

/** Creates what makes the pages for one side: the thigh is measured with a phone or a tape measure, or not at all. */
export function createThighPages(table: ThomasTable, title: string) {
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

  return (side: Side, answers: FormAnswers): readonly FormPage[] => {
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
}

function pickTexts({ text, short, help }: Omit<Measurement, "check">) {
  return { text, short, help };
}

/** The side that a page is about, beside its title. */
export function asideOf(side: Side): string {
  return `${side} side`;
}

/** A question, and its answers with their numbers. */
export function formatSpokenQuestion(text: string, answers: readonly string[]): string {
  return [text, ...answers.map((answer, index) => `${index + 1}: ${answer}.`)].join(" ");
}
