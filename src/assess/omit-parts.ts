/** A routine whose test and screening are not due: each is left out with a word about what is known instead. Pure. */

import { DAY_MS, parseTimestamp } from "../calendar.ts";
import type { Routine, Section } from "../catalog/types.ts";
import { describeTest, formatLocalDate } from "./describe-result.ts";
import { findScreeningReason, type LatestAnswers, selectYesQuestions } from "./screening.ts";
import type { Assessment } from "./stored-record.ts";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";

export interface AssessmentTables {
  readonly thomas: ThomasTable;
  readonly screening: ScreeningTable;
}

/** Whether the last test still stands at a moment (milliseconds since the epoch). */
export function isTestCurrent(assessment: Assessment | null, { holdsDays }: ThomasTable, nowEpochMs: number): boolean {
  return assessment !== null && nowEpochMs - (parseTimestamp(assessment.at) ?? 0) < holdsDays * DAY_MS;
}

/** The routine as it is done by somebody of whom this is known. */
export function omitPartsNotDue(
  routine: Routine,
  known: LatestAnswers,
  tables: AssessmentTables,
  nowEpochMs: number,
): Routine {
  return {
    ...routine,
    sections: routine.sections.map((section) => omitPartNotDue(section, known, tables, nowEpochMs)),
  };
}

function omitPartNotDue(
  section: Section,
  known: LatestAnswers,
  { thomas, screening }: AssessmentTables,
  nowEpochMs: number,
): Section {
  const { assessment } = known;
  if (section.part === "test" && assessment && isTestCurrent(assessment, thomas, nowEpochMs)) {
    const blocks = section.blocks.filter(({ exercise }) => exercise !== thomas.exercise);
    const advice = `${describeTest(thomas, assessment)} The test is left out; repeat it with: unwind assess`;
    return { ...section, blocks, advice: [advice, ...section.advice] };
  }
  if (section.part === "screening" && known.screening) {
    const due = findScreeningReason(known, screening, nowEpochMs);
    // When only the decision about a yes is open, the questions themselves are not asked again.
    if (due !== null && due !== "undecided") return section;
    return { ...section, advice: [describeScreening(known.screening, screening), ...section.advice] };
  }
  return section;
}

function describeScreening(known: NonNullable<LatestAnswers["screening"]>, table: ScreeningTable): string {
  const yes = selectYesQuestions(known, table).map(({ name }) => name);
  const found = yes.length === 0 ? "nothing to rule out first" : `yes to ${yes.join(", ")}: see someone first`;
  const date = formatLocalDate({ at: known.answeredAt, utcOffsetMinutes: known.utcOffsetMinutes });
  return `Screened on ${date}: ${found}. The questions are left out; repeat them with: unwind screen`;
}
