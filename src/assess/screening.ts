/** When the screening is due, and what its answers come to. Pure. */

import { DAY_MS, parseTimestamp } from "../calendar.ts";
import type { Exercise, Routine } from "../catalog/types.ts";
import type { Assessment, Screening } from "./stored-record.ts";
import type { ScreeningTable } from "./table-schema.ts";

/** What is known of earlier answers: of each the last. */
export interface LatestAnswers {
  readonly screening: Screening | null;
  readonly assessment: Assessment | null;
}

/**
 * Why something has to be asked before a routine: `never` screened, too `old`, a `pain` that was reported since, or a
 * yes that the person has not `decided` to go on with. null: nothing is to be asked.
 */
export type ScreeningReason = "never" | "old" | "pain" | "undecided";

/** Whether the screening is due before a routine at a moment (milliseconds since the epoch), and why. */
export function findScreeningReasonForRoutine(
  known: LatestAnswers,
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  table: ScreeningTable,
  nowEpochMs: number,
): ScreeningReason | null {
  return isHipRoutine(routine, exercises, table) ? findScreeningReason(known, table, nowEpochMs) : null;
}

/** The same before any routine that works the hip. */
export function findScreeningReason(
  { screening, assessment }: LatestAnswers,
  table: ScreeningTable,
  nowEpochMs: number,
): ScreeningReason | null {
  if (!screening) return "never";
  const answeredMs = parseTimestamp(screening.answeredAt) ?? 0;
  if (nowEpochMs - answeredMs >= table.holdsDays * DAY_MS) return "old";
  if (assessment && reportsPain(assessment) && (parseTimestamp(assessment.at) ?? 0) > answeredMs) return "pain";
  if (selectYesQuestions(screening, table).length > 0 && screening.decision !== "go-on") return "undecided";
  return null;
}

/** Whether a routine stretches or loads the hip. */
export function isHipRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  table: ScreeningTable,
): boolean {
  return routine.sections.some((section) =>
    section.blocks.some((block) => {
      const exercise = exercises.get(block.exercise);
      return exercise !== undefined && isHipExercise(exercise, table);
    }),
  );
}

/** Whether an exercise, as it is now or as it was kept of a session, stretches or loads the hip. */
export function isHipExercise(
  { kind, targets }: { readonly kind: string; readonly targets: readonly string[] },
  table: Pick<ScreeningTable, "kinds" | "targets">,
): boolean {
  const kinds: readonly string[] = table.kinds;
  return kinds.includes(kind) && targets.some((target) => table.targets.includes(target.toLowerCase()));
}

export function reportsPain({ sides }: Assessment): boolean {
  return [sides.left.pain, sides.right.pain].some((pain) => pain !== null && pain !== "no");
}

/** The questions that were answered with yes, in the order of the table. */
export function selectYesQuestions(
  { answers }: Pick<Screening, "answers">,
  table: ScreeningTable,
): ScreeningTable["questions"] {
  return table.questions.filter(({ id }) => answers[id] === "yes");
}

/** What a session is marked with when it is done after a yes: "screening: yes to night pain". Empty for none. */
export function describeYesAnswers(screening: Screening | null, table: ScreeningTable): string {
  const names = screening ? selectYesQuestions(screening, table).map(({ name }) => name) : [];
  return names.length === 0 ? "" : `screening: yes to ${names.join(", ")}`;
}
