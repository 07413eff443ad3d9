/** Decides when test and screening are due, and evaluates the answers to the screening. Pure. */
import { DAY_MS, parseTimestamp } from "../calendar.ts";
import type { ScreeningTable } from "./screening-table.ts";
import type { Assessment, Screening } from "./stored-record.ts";
import type { ThomasTable } from "./thomas-table.ts";

/** The latest screening and assessment, if any. */
export interface LatestAnswers {
  readonly screening: Screening | null;
  readonly assessment: Assessment | null;
}

/**
 * Why the screening is due: `never` screened, answers too `old`, `pain` reported since, an `emergency` answered with yes, or
 * another yes without a decision to go on (`undecided`). null: not due.
 */
export type ScreeningReason = "never" | "old" | "pain" | "emergency" | "undecided";

/** Whether the last test is still valid at the given time (milliseconds since the epoch). */
export function isTestCurrent(assessment: Assessment | null, { holdsDays }: ThomasTable, nowEpochMs: number): boolean {
  return assessment !== null && nowEpochMs - (parseTimestamp(assessment.at) ?? 0) < holdsDays * DAY_MS;
}

/** What a plan is made of, as far as the screening needs to know it. */
interface PlannedExercises {
  readonly exercises: Readonly<Record<string, { readonly kind: string; readonly targets: readonly string[] }>>;
}

/** Whether and why the screening is due before a plan at the given time (milliseconds since the epoch). */
export function findScreeningReasonForPlan(
  known: LatestAnswers,
  plan: PlannedExercises,
  table: ScreeningTable,
  nowEpochMs: number,
): ScreeningReason | null {
  return isHipPlan(plan, table) ? findScreeningReason(known, table, nowEpochMs) : null;
}

/** The same for any hip work. An emergency stays one until the questions are answered anew. */
export function findScreeningReason(
  { screening, assessment }: LatestAnswers,
  table: ScreeningTable,
  nowEpochMs: number,
): ScreeningReason | null {
  if (!screening) return "never";
  if (isEmergency(screening, table)) return "emergency";
  const answeredMs = parseTimestamp(screening.answeredAt) ?? 0;
  if (nowEpochMs - answeredMs >= table.holdsDays * DAY_MS) return "old";
  if (assessment && reportsPain(assessment) && (parseTimestamp(assessment.at) ?? 0) > answeredMs) return "pain";
  if (selectYesQuestions(screening, table).length > 0 && screening.decision !== "go-on") return "undecided";
  return null;
}

/** Whether a plan stretches or loads the hip: an exercise that was skipped by a flag is not in it. */
export function isHipPlan({ exercises }: PlannedExercises, table: ScreeningTable): boolean {
  return Object.values(exercises).some((exercise) => isHipExercise(exercise, table));
}

/** Whether an exercise, either from the catalog or as stored with a session, stretches or loads the hip. */
export function isHipExercise(
  { kind, targets }: { readonly kind: string; readonly targets: readonly string[] },
  table: Pick<ScreeningTable, "kinds" | "targets" | "alsoCalled">,
): boolean {
  return table.kinds.includes(kind) && targetsHip({ targets }, table);
}

/** Whether an exercise of any kind, massage included, has a muscle of the hip among its targets. */
export function targetsHip(
  { targets }: { readonly targets: readonly string[] },
  table: Pick<ScreeningTable, "targets" | "alsoCalled">,
): boolean {
  const names = [...table.targets, ...table.alsoCalled];
  return targets.some((target) => names.includes(target.toLowerCase()));
}

export function reportsPain({ sides }: Assessment): boolean {
  return [sides.left.pain, sides.right.pain].some((pain) => pain !== null && pain !== "no");
}

/** Whether something was answered with yes that belongs in an emergency department: nothing starts then. */
export function isEmergency({ answers }: Pick<Screening, "answers">, { questions }: ScreeningTable): boolean {
  return questions.some(({ id, emergency }) => emergency && answers[id] === "yes");
}

/** The questions answered yes, in table order. */
export function selectYesQuestions(
  { answers }: Pick<Screening, "answers">,
  table: ScreeningTable,
): ScreeningTable["questions"] {
  return table.questions.filter(({ id }) => answers[id] === "yes");
}

/** The mark stored with a session that is done despite a yes: "screening: yes to night pain"; empty if there is none. */
export function describeYesAnswers(screening: Screening | null, table: ScreeningTable): string {
  const names = screening ? selectYesQuestions(screening, table).map(({ name }) => name) : [];
  return names.length === 0 ? "" : `screening: yes to ${names.join(", ")}`;
}
