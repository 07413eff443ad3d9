/** Test results as text: for the last page of the guided test, the terminal and the summary of a plan. Pure. */
import { formatDate, localDayOf, toLocalDay } from "../calendar.ts";
import { evaluateSides, summariseResults, summariseSide } from "./evaluate.ts";
import type { Assessment } from "./stored-record.ts";
import type { ThomasTable } from "./thomas-table.ts";
import { SIDES, type SideAnswers } from "./types.ts";

export interface ResultParagraph {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

/** For each side the verdict, then what each criterion shows and, if it is not good, what follows. */
export function buildResultParagraphs(table: ThomasTable, { sides }: Pick<Assessment, "sides">): ResultParagraph[] {
  const results = evaluateSides(table, sides);
  return SIDES.flatMap((side): ResultParagraph[] => {
    const { verdict, findings } = results[side];
    const { text } = table.verdicts[verdict];
    const heading = `${side === "left" ? "Left" : "Right"} side ${summariseSide(table, results[side])}`;
    return [
      { kind: "heading", text: heading },
      { kind: verdict === "pain" ? "alert" : "text", text },
      ...findings.map(({ outcome, shows, follows }): ResultParagraph => {
        return { kind: "item", text: outcome === "good" ? shows : `${shows} ${follows}` };
      }),
      ...(verdict === "untested" && sides[side].back === "arched"
        ? [{ kind: "item" as const, text: table.arched }]
        : []),
      ...describeMeasurements(sides[side]),
    ];
  });
}

/** The measured angles, named. */
function describeMeasurements({ thighDegrees, kneeDegrees }: SideAnswers): ResultParagraph[] {
  const items = [
    ...(thighDegrees === null ? [] : [`thigh ${formatThighAngle(thighDegrees)}`]),
    ...(kneeDegrees === null ? [] : [`${kneeDegrees}° between thigh and shin`]),
  ];
  return items.length === 0 ? [] : [{ kind: "small", text: `Measured: ${items.join(", ")}.` }];
}

/** "12° above level", "level", "10° below level". */
function formatThighAngle(degrees: number): string {
  if (degrees === 0) return "level";
  return `${Math.abs(degrees)}° ${degrees > 0 ? "above" : "below"} level`;
}

/** "Tested on 22 Nov: left may be short (psoas); right passes." */
export function describeTest(table: ThomasTable, assessment: Assessment, nowEpochMs: number): string {
  const results = summariseResults(table, evaluateSides(table, assessment.sides));
  return `Tested on ${formatLocalDate(assessment, nowEpochMs)}: ${results}.`;
}

/** The local date where it was tested: "22 Nov", with its year if that is not this year. */
export function formatLocalDate(
  { at, utcOffsetMinutes }: Pick<Assessment, "at" | "utcOffsetMinutes">,
  nowEpochMs: number,
): string {
  return formatDate(localDayOf(at, utcOffsetMinutes), toLocalDay(nowEpochMs, utcOffsetMinutes));
}
