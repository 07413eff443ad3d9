/** What happens before a session: the Thomas test if the routine starts with it, and the screening if it is due. */
import { formatLocalDate } from "../../assess/describe-result.ts";
import {
  describeYesAnswers,
  findScreeningReasonForPlan,
  isEmergency,
  isHipPlan,
  isTestCurrent,
  type LatestAnswers,
  type ScreeningReason,
  selectYesQuestions,
} from "../../assess/screening.ts";
import type { Screening } from "../../assess/stored-record.ts";
import { UserError } from "../../errors.ts";
import { nameRoutine } from "../../text/routine-name.ts";
import { quoteForShell } from "../../text/safe-text.ts";
import { isLedOnScreen, type LeadOptions } from "../flags/session-flags.ts";
import { type AssessContext, openAssessContext } from "../open/assessments.ts";
import type { OpenedRoutine } from "../open/routine.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import type { RemoteAccess } from "./remote-access.ts";
import { showRemoteCode } from "./screen-remote.ts";

/** A routine that is ready to start, and the screening warnings to store with its session. */
interface ReadySession {
  readonly opened: OpenedRoutine;
  readonly screeningWarnings: readonly string[];
}

/** Why the screening is due, for its first page. */
const SCREENING_REASONS: Readonly<Record<Exclude<ScreeningReason, "undecided">, string>> = {
  never: "This stretches or loads the hip.",
  old: "Your last answers are more than three months old.",
  pain: "Your test reported pain.",
  emergency: "Last time the first line applied. If it still does, don't train.",
};

/**
 * Runs the test and the screening on the screen if they are due. If nobody can be asked, or with `--yes`, prints on
 * standard error what to rule out.
 *
 * @returns "cancelled" if the user does not want to train now.
 */
export async function prepareSession(
  opened: OpenedRoutine,
  options: LeadOptions,
  shell: ShellEnvironment,
  remote: RemoteAccess,
): Promise<ReadySession | "cancelled"> {
  if (opened.settings.screening === "off") return { opened, screeningWarnings: [] };
  const open = openAssessContext(shell, opened.settings);
  const asks = !options.yes && isLedOnScreen(options, shell);
  const ready = asks ? await runTestIfDue(opened, open, shell, remote) : opened;
  if (ready === "cancelled") return "cancelled";
  const known: LatestAnswers = { screening: open.store.latestScreening(), assessment: open.store.latestAssessment() };
  const due = findScreeningReasonForPlan(known, ready.plan, open.screening, open.nowEpochMs);
  if (due === "emergency" && !asks) {
    throw new UserError(`nothing starts: ${describeDueScreening(due, known, open)}`, {
      hint: "if that was a mistake, or has been treated: unwind screen",
    });
  }
  if (due === null || !asks) {
    if (due !== null) warn(shell, describeDueScreening(due, known, open));
    // An outdated screening, or one from before new pain was reported, adds no warning.
    const warning = due === null || due === "undecided" ? describeYesAnswers(known.screening, open.screening) : "";
    return { opened: ready, screeningWarnings: warningsForRoutine(ready, open, warning) };
  }
  const screening = await askDueScreening(due, known, ready, open, shell, remote);
  if (!screening) return "cancelled";
  if (isEmergency(screening, open.screening)) {
    shell.write(`Not started. ${selectYesQuestions(screening, open.screening)[0]?.advice}\n`);
    return "cancelled";
  }
  if (screening.decision === "wait") {
    shell.write(
      `Not started. Once it has been looked at: unwind run ${quoteForShell(nameRoutine({ routine: ready.routine.id, title: ready.routine.name }))}\n`,
    );
    return "cancelled";
  }
  return {
    opened: ready,
    screeningWarnings: warningsForRoutine(ready, open, describeYesAnswers(screening, open.screening)),
  };
}

/** The routine after the test that it starts with, if that is due; the user may postpone the test. */
async function runTestIfDue(
  opened: OpenedRoutine,
  open: AssessContext,
  shell: ShellEnvironment,
  remote: RemoteAccess,
): Promise<OpenedRoutine | "cancelled"> {
  const { thomas, store, nowEpochMs } = open;
  const startsWithTest = opened.routine.sections.some(({ part }) => part === "test");
  const planned = opened.plan.blocks.some(({ exercise }) => exercise === thomas.exercise);
  if (!startsWithTest || !planned || isTestCurrent(store.latestAssessment(), thomas, nowEpochMs)) return opened;
  const { leadTest } = await import("../assess/lead-test.ts");
  if (remote.isWanted) await showRemoteCode(remote, opened.settings, shell);
  const offer = `${opened.routine.name} begins with it.`;
  const result = await leadTest(open, opened.settings, opened.catalog, shell, offer, remote.prompts);
  if (result === "left") return "cancelled";
  return opened.reopen(result === "put-off" ? thomas.exercise : undefined);
}

async function askDueScreening(
  due: ScreeningReason,
  { screening }: LatestAnswers,
  { settings }: OpenedRoutine,
  open: AssessContext,
  shell: ShellEnvironment,
  remote: RemoteAccess,
): Promise<Screening | null> {
  const { askScreening } = await import("../assess/ask-screening.ts");
  const reason = due === "undecided" ? "" : SCREENING_REASONS[due];
  const undecided = due === "undecided" && screening ? { undecidedScreening: screening } : {};
  // After a test the code has been shown.
  if (remote.isWanted && !remote.current()) await showRemoteCode(remote, settings, shell);
  return askScreening({ open, settings, reason, ...undecided, prompts: remote.prompts }, shell);
}

function describeDueScreening(
  due: ScreeningReason,
  { screening }: LatestAnswers,
  { screening: table, nowEpochMs }: AssessContext,
): string {
  if ((due !== "undecided" && due !== "emergency") || !screening) return table.notice;
  const yes = selectYesQuestions(screening, table);
  if (due === "emergency") return yes.flatMap(({ emergency, advice }) => (emergency ? [advice] : [])).join(" ");
  const names = yes.map(({ name }) => name);
  return `your screening of ${formatLocalDate(screening, nowEpochMs)} has ${names.join(", ")}: see a doctor or physiotherapist first`;
}

/** A plan that does not involve the hip gets no warning. */
function warningsForRoutine({ plan }: OpenedRoutine, { screening }: AssessContext, warning: string): readonly string[] {
  return warning !== "" && isHipPlan(plan, screening) ? [warning] : [];
}
