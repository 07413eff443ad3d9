/** Leaves out the test and the screening of a routine when they are not due, and says what is known instead. Pure. */
import type { Routine, Section } from "../catalog/types.ts";
import { describeTest, formatLocalDate } from "./describe-result.ts";
import { findScreeningReason, isTestCurrent, type LatestAnswers, selectYesQuestions } from "./screening.ts";
import type { ScreeningTable } from "./screening-table.ts";
import type { ThomasTable } from "./thomas-table.ts";

interface AssessmentTables {
  readonly thomas: ThomasTable;
  readonly screening: ScreeningTable;
}

/** The routine for a person with these earlier answers, at the given time (milliseconds since the epoch). */
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
    const advice = `${describeTest(thomas, assessment, nowEpochMs)} Test skipped; to repeat it: unwind assess`;
    return { ...section, blocks, advice: [advice, ...section.advice] };
  }
  if (section.part === "screening" && known.screening) {
    const due = findScreeningReason(known, screening, nowEpochMs);
    // If only the decision about a yes is open, the questions are not asked again.
    if (due !== null && due !== "undecided") return section;
    return { ...section, advice: [describeScreening(known.screening, screening, nowEpochMs), ...section.advice] };
  }
  return section;
}

function describeScreening(
  known: NonNullable<LatestAnswers["screening"]>,
  table: ScreeningTable,
  nowEpochMs: number,
): string {
  const yes = selectYesQuestions(known, table).map(({ name }) => name);
  const outcome = yes.length === 0 ? "nothing to rule out" : `yes to ${yes.join(", ")}: see someone first`;
  const date = formatLocalDate({ at: known.answeredAt, utcOffsetMinutes: known.utcOffsetMinutes }, nowEpochMs);
  return `Screened on ${date}: ${outcome}. Questions skipped; to repeat them: unwind screen`;
}
