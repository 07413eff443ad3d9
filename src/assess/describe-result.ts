/** What a test came to, in words: for the last page of the led test, for the terminal, for a plan's summary. Pure. */
import { formatLocalTime, parseTimestamp } from "../calendar.ts";
import { evaluateSides, summariseResults, summariseSide } from "./evaluate.ts";
import type { Assessment } from "./stored-record.ts";
import type { ThomasTable } from "./table-schema.ts";
import { SIDES, type Side, type SideAnswers } from "./types.ts";

export interface ResultParagraph {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

const SIDE_NAMES: Readonly<Record<Side, string>> = { left: "Left", right: "Right" };

/** Side by side: the verdict, then what each criterion shows and what follows where something does. */
export function buildResultParagraphs(table: ThomasTable, { sides }: Pick<Assessment, "sides">): ResultParagraph[] {
  const results = evaluateSides(table, sides);
  return SIDES.flatMap((side): ResultParagraph[] => {
    const { verdict, findings } = results[side];
    const { text } = table.verdicts[verdict];
    const heading = `${SIDE_NAMES[side]} side: ${summariseSide(table, results[side])}`;
    return [
      { kind: "heading", text: heading },
      { kind: verdict === "pain" ? "alert" : "text", text },
      ...findings.map(({ outcome, shows, follows }): ResultParagraph => {
        return { kind: "item", text: outcome === "good" ? shows : `${shows} ${follows}` };
      }),
      ...describeMeasurements(sides[side]),
    ];
  });
}

/** Degrees with what they are degrees of. */
function describeMeasurements({ thighDegrees, kneeDegrees }: SideAnswers): ResultParagraph[] {
  const items = [
    ...(thighDegrees === null ? [] : [`thigh ${formatThighAngle(thighDegrees)}`]),
    ...(kneeDegrees === null ? [] : [`${kneeDegrees}° between thigh and shin`]),
  ];
  return items.length === 0 ? [] : [{ kind: "small", text: `Measured: ${items.join(", ")}.` }];
}

/** "12° above level", "level", "10° below level". */
export function formatThighAngle(degrees: number): string {
  if (degrees === 0) return "level";
  return `${Math.abs(degrees)}° ${degrees > 0 ? "above" : "below"} level`;
}

/** "Tested on 2026-11-22: left: iliopsoas short; right: passes." */
export function describeTest(table: ThomasTable, assessment: Assessment): string {
  return `Tested on ${formatLocalDate(assessment)}: ${summariseResults(table, evaluateSides(table, assessment.sides))}.`;
}

/** "2026-11-22", by the clock on the wall there. */
export function formatLocalDate({ at, utcOffsetMinutes }: Pick<Assessment, "at" | "utcOffsetMinutes">): string {
  return formatLocalTime(parseTimestamp(at) ?? 0, utcOffsetMinutes).slice(0, 10);
}
