/** What a test came to, in words: for the last page of the led test, for the terminal, for a plan's summary. Pure. */
import { localText, parseMoment } from "../calendar.ts";
import { inShort, resultsOf, sideInShort } from "./findings.ts";
import type { Assessment } from "./kept.ts";
import type { ThomasTable } from "./table-schema.ts";
import { SIDES, type Side, type SideAnswers } from "./types.ts";

export interface ResultPart {
  readonly kind: "heading" | "text" | "item" | "alert" | "small";
  readonly text: string;
}

const SIDE_WORDS: Readonly<Record<Side, string>> = { left: "Left", right: "Right" };

/** Side by side: the verdict, then what each criterion shows and what follows where something does. */
export function resultParts(table: ThomasTable, { sides }: Pick<Assessment, "sides">): ResultPart[] {
  const results = resultsOf(table, sides);
  return SIDES.flatMap((side): ResultPart[] => {
    const { verdict, findings } = results[side];
    const { text } = table.verdicts[verdict];
    const heading = `${SIDE_WORDS[side]} side: ${sideInShort(table, results[side])}`;
    return [
      { kind: "heading", text: heading },
      { kind: verdict === "pain" ? "alert" : "text", text },
      ...findings.map(({ outcome, shows, follows }): ResultPart => {
        return { kind: "item", text: outcome === "good" ? shows : `${shows} ${follows}` };
      }),
      ...measured(sides[side]),
    ];
  });
}

/** Degrees with what they are degrees of. */
function measured({ thighDegrees, kneeDegrees }: SideAnswers): ResultPart[] {
  const items = [
    ...(thighDegrees === null ? [] : [`thigh ${thighAngle(thighDegrees)}`]),
    ...(kneeDegrees === null ? [] : [`${kneeDegrees}° between thigh and shin`]),
  ];
  return items.length === 0 ? [] : [{ kind: "small", text: `Measured: ${items.join(", ")}.` }];
}

/** "12° above level", "level", "10° below level". */
export function thighAngle(degrees: number): string {
  if (degrees === 0) return "level";
  return `${Math.abs(degrees)}° ${degrees > 0 ? "above" : "below"} level`;
}

/** "Tested on 2026-11-22: left: iliopsoas short; right: passes." */
export function testedText(table: ThomasTable, assessment: Assessment): string {
  return `Tested on ${dateOf(assessment)}: ${inShort(table, resultsOf(table, assessment.sides))}.`;
}

/** "2026-11-22", by the clock on the wall there. */
export function dateOf({ at, utcOffsetMinutes }: Pick<Assessment, "at" | "utcOffsetMinutes">): string {
  return localText(parseMoment(at) ?? 0, utcOffsetMinutes).slice(0, 10);
}
