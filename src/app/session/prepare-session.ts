/** What comes before a session: the Thomas test where a routine begins with it, and the screening when it is due. */

import { formatLocalDate } from "../../assess/describe-result.ts";
import {
  describeYesAnswers,
  findScreeningReasonForRoutine,
  isEmergency,
  isHipRoutine,
  isTestCurrent,
  type LatestAnswers,
  type ScreeningReason,
  selectYesQuestions,
} from "../../assess/screening.ts";
import type { Screening } from "../../assess/stored-record.ts";
import { UserError } from "../../errors.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { type AssessContext, openAssessContext } from "../open/assessments.ts";
import type { OpenedRoutine } from "../open/routine.ts";
import { canDrawScreen, type ShellEnvironment } from "../shell-environment.ts";
import type { LeadOptions } from "./lead-session.ts";

/** A routine that may begin, and what its session is marked with. */
export interface ReadySession {
  readonly opened: OpenedRoutine;
  readonly screeningWarnings: readonly string[];
}

/** Why the screening is asked now, for its first page. */
const SCREENING_REASONS: Readonly<Record<Exclude<ScreeningReason, "undecided">, string>> = {
  never: "This routine stretches or loads the hip.",
  old: "The last screening is more than three months old.",
  pain: "Your test reported pain.",
  emergency: "Last time you answered yes to this. If it is still so, do not train.",
};

/**
 * Leads the test and asks the screening as far as they are due, on a screen. Where nobody can be asked, or `--yes` says
 * to start at once, a line on standard error says what to rule out.
 *
 * @returns "leave" when the person wants no session now.
 */
export async function prepareSession(
  opened: OpenedRoutine,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<ReadySession | "leave"> {
  if (opened.settings.screening === "off") return { opened, screeningWarnings: [] };
  const open = openAssessContext(shell, opened.settings);
  const asks = !options.yes && !options.plain && !options.json && canDrawScreen(shell);
  const ready = asks ? await runTestIfDue(opened, open, shell) : opened;
  if (ready === "leave") return "leave";
  const known: LatestAnswers = { screening: open.store.latestScreening(), assessment: open.store.latestAssessment() };
  const due = findScreeningReasonForRoutine(known, ready.routine, ready.exercises, open.screening, open.nowEpochMs);
  if (due === "emergency" && !asks) {
    throw new UserError(`nothing starts: ${describeDueScreening(due, known, open)}`, {
      hint: "if that was a mistake, or has been treated: unwind screen",
    });
  }
  if (due === null || !asks) {
    if (due !== null) shell.error(`unwind: ${describeDueScreening(due, known, open)}`);
    // What was said long ago, or about another body than the present one, marks nothing.
    const mark = due === null || due === "undecided" ? describeYesAnswers(known.screening, open.screening) : "";
    return { opened: ready, screeningWarnings: warningsForRoutine(ready, open, mark) };
  }
  const screening = await askDueScreening(due, known, ready, open, shell);
  if (!screening) return "leave";
  if (isEmergency(screening, open.screening)) {
    shell.write(`Not started. ${selectYesQuestions(screening, open.screening)[0]?.advice}\n`);
    return "leave";
  }
  if (screening.decision === "wait") {
    shell.write(`Not started. After it has been looked at: unwind run ${escapeUnsafeText(ready.routine.id)}\n`);
    return "leave";
  }
  return {
    opened: ready,
    screeningWarnings: warningsForRoutine(ready, open, describeYesAnswers(screening, open.screening)),
  };
}

/** The routine after the test that it begins with, if that is due; it may be put off. */
async function runTestIfDue(
  opened: OpenedRoutine,
  open: AssessContext,
  shell: ShellEnvironment,
): Promise<OpenedRoutine | "leave"> {
  const { thomas, store, nowEpochMs } = open;
  const begins = opened.routine.sections.some(({ part }) => part === "test");
  const planned = opened.plan.blocks.some(({ exercise }) => exercise === thomas.exercise);
  if (!begins || !planned || isTestCurrent(store.latestAssessment(), thomas, nowEpochMs)) return opened;
  const { leadTest } = await import("../assess/lead-test.ts");
  const led = await leadTest(open, opened.settings, opened.catalog, shell, `${opened.routine.name} begins with it.`);
  if (led === "left") return "leave";
  return led === "put-off" ? opened : opened.reopen();
}

async function askDueScreening(
  due: ScreeningReason,
  { screening }: LatestAnswers,
  { settings }: OpenedRoutine,
  open: AssessContext,
  shell: ShellEnvironment,
): Promise<Screening | null> {
  const { askScreening } = await import("../assess/ask-screening.ts");
  if (due === "undecided" && screening)
    return askScreening({ open, settings, reason: "", undecidedScreening: screening }, shell);
  return askScreening({ open, settings, reason: due === "undecided" ? "" : SCREENING_REASONS[due] }, shell);
}

function describeDueScreening(
  due: ScreeningReason,
  { screening }: LatestAnswers,
  { screening: table }: AssessContext,
): string {
  if ((due !== "undecided" && due !== "emergency") || !screening) return table.notice;
  const yes = selectYesQuestions(screening, table);
  if (due === "emergency") return yes.flatMap(({ emergency, advice }) => (emergency ? [advice] : [])).join(" ");
  const names = yes.map(({ name }) => name);
  return `your screening of ${formatLocalDate(screening)} has ${names.join(", ")}: see a doctor or physiotherapist first`;
}

/** A routine that leaves the hip alone is marked with nothing. */
function warningsForRoutine(
  { routine, exercises }: OpenedRoutine,
  { screening }: AssessContext,
  mark: string,
): readonly string[] {
  return mark !== "" && isHipRoutine(routine, exercises, screening) ? [mark] : [];
}
