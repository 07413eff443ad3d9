/** A routine whose test and screening are not due: each is left out with a word about what is known instead. Pure. */

import { DAY_MS, parseMoment } from "../calendar.ts";
import type { Routine, Section } from "../catalog/types.ts";
import type { Assessment } from "./kept.ts";
import { dateOf, testedText } from "./result-text.ts";
import { dueOf, type Known, yesOf } from "./screening.ts";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";

export interface Tables {
  readonly thomas: ThomasTable;
  readonly screening: ScreeningTable;
}

/** Whether the last test still stands at a moment (milliseconds since the epoch). */
export function isFresh(assessment: Assessment | null, { holdsDays }: ThomasTable, nowEpochMs: number): boolean {
  return assessment !== null && nowEpochMs - (parseMoment(assessment.at) ?? 0) < holdsDays * DAY_MS;
}

/** The routine as it is done by somebody of whom this is known. */
export function guided(routine: Routine, known: Known, tables: Tables, nowEpochMs: number): Routine {
  return { ...routine, sections: routine.sections.map((section) => guidedSection(section, known, tables, nowEpochMs)) };
}

function guidedSection(section: Section, known: Known, { thomas, screening }: Tables, nowEpochMs: number): Section {
  const { assessment } = known;
  if (section.part === "test" && assessment && isFresh(assessment, thomas, nowEpochMs)) {
    const blocks = section.blocks.filter(({ exercise }) => exercise !== thomas.exercise);
    const advice = `${testedText(thomas, assessment)} The test is left out; repeat it with: unwind assess`;
    return { ...section, blocks, advice: [advice, ...section.advice] };
  }
  if (section.part === "screening" && known.screening) {
    const due = dueOf(known, screening, nowEpochMs);
    // When only the decision about a yes is open, the questions themselves are not asked again.
    if (due !== null && due !== "undecided") return section;
    return { ...section, advice: [screenedText(known.screening, screening), ...section.advice] };
  }
  return section;
}

function screenedText(known: NonNullable<Known["screening"]>, table: ScreeningTable): string {
  const yes = yesOf(known, table).map(({ name }) => name);
  const found = yes.length === 0 ? "nothing to rule out first" : `yes to ${yes.join(", ")}: see someone first`;
  const date = dateOf({ at: known.answeredAt, utcOffsetMinutes: known.utcOffsetMinutes });
  return `Screened on ${date}: ${found}. The questions are left out; repeat them with: unwind screen`;
}
