/** Whether an interrupted session may go on: not if a test or a screening since it was begun speaks against it. */
import { findPainfulSet, findPainfulSides } from "../../assess/omit-painful-sides.ts";
import { isEmergency, isHipPlan, selectYesQuestions } from "../../assess/screening.ts";
import { UserError } from "../../errors.ts";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import type { Settings } from "../../settings/definitions.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import { openAssessContext } from "../open/assessments.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/**
 * A session goes on with the plan that was stored when it began. A side that has hurt in a test since then is not left out
 * of it, so the session is not resumed.
 *
 * @throws UserError (exit 2) with the reason, if it may not go on.
 */
export function checkResume(
  { recording: { started, plan, nextStepIndex } }: UnfinishedSession,
  settings: Settings,
  shell: ShellEnvironment,
): void {
  const open = openAssessContext(shell, settings);
  const screening = settings.screening === "off" ? null : open.store.latestScreening();
  if (screening && isEmergency(screening, open.screening) && isHipPlan(plan, open.screening)) {
    const [urgent] = selectYesQuestions(screening, open.screening);
    throw new UserError(`nothing starts: ${urgent?.advice}`, {
      hint: "if that was a mistake, or has been treated: unwind screen",
    });
  }
  const painful = findPainfulSides(open.store.assessments(), open.nowEpochMs).filter(
    ({ testedAt }) => testedAt > started.time,
  );
  const found = findPainfulSet(plan, nextStepIndex, painful, open);
  if (!found) return;
  const sides = painful.map(({ side, testedOn }) => `your ${side} side hurt in the test of ${testedOn}`).join(", and ");
  const name = plan.exercises[found.exercise]?.name ?? found.exercise;
  throw new UserError(`session ${started.id} cannot continue: ${sides}, and ${escapeUnsafeText(name)} would work it`, {
    hint: `what was done is kept; to start over without it: unwind run ${escapeUnsafeText(plan.routine)}`,
  });
}
