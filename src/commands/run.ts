/** `unwind run`: runs a routine, on a screen if there is one, else as plain lines or JSON. */
import type { Command } from "commander";
import { addPlanFlags, formatPlanFlags, type PlanOptions } from "../app/flags/plan-flags.ts";
import { addCountFlag, addLeadFlags, checkCountFlag, type LeadOptions } from "../app/flags/session-flags.ts";
import { DEFAULT_ROUTINE, type OpenedRoutine, openRoutine } from "../app/open/routine.ts";
import { leadSession } from "../app/session/lead-session.ts";
import { createRemoteAccess } from "../app/session/remote-access.ts";
import { askToResume, resumeSession } from "../app/session/resume-session.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";

interface RunOptions extends PlanOptions, LeadOptions {}

const EXAMPLES = `
A routine is a name, the beginning of one, an exercise (done alone), a workout in a line, or a JSON file (- for
standard input).

Examples:
  unwind run                                  the default routine
  unwind run desk-break --level easy --yes    start at once
  unwind run pigeon --hold 40s --side right   one exercise, one side
  unwind run psoas-program --reps psoas-march=12 --skip hanging-leg-raise
  unwind run "8x(20s work, 10s rest)"
  unwind run "3x(10 squat, 30s plank, 15s rest) rest 60s"
  unwind run for-me                           what follows from the last test (unwind assess)
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addCountFlag(addLeadFlags(addPlanFlags(command.argument("[routine]", "what to do", DEFAULT_ROUTINE))))
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: RunOptions) => run(name, options, shell));
}

/**
 * Runs a routine to its end.
 *
 * @throws UserError for an invalid routine or flag.
 */
export async function run(name: string, options: RunOptions, shell: ShellEnvironment): Promise<void> {
  checkCountFlag(options);
  const requested = await openRoutine(name, options, shell);
  const { settings } = requested;
  const interrupted = await askToResume(requested.plan, settings, options, shell);
  if (interrupted === "cancelled") return;
  if (interrupted) return resumeSession(interrupted, settings, options, shell);
  const { prepareSession } = await import("../app/session/prepare-session.ts");
  const remote = await createRemoteAccess(settings, options);
  const ready = await prepareSession(requested, options, shell, remote);
  if (ready === "cancelled") return;
  const { opened, screeningWarnings } = ready;
  const adjustments = [...formatPlanFlags(options), ...opened.auto.flagTexts];
  const finished = await leadSession(
    { plan: opened.plan, settings, adjustments, screeningWarnings, remote },
    options,
    shell,
  );
  if (finished && !options.json) await printFollowUp(opened, shell);
}

/** Prints the guide's advice after a session, if six weeks of training have brought no change. */
async function printFollowUp({ plan, settings, catalog }: OpenedRoutine, shell: ShellEnvironment) {
  const [{ openAssessContext }, { isHipPlan }, { createFollowUp }, { toPagePart }, { writePage }] = await Promise.all([
    import("../app/open/assessments.ts"),
    import("../assess/screening.ts"),
    import("../app/assess/follow-up.ts"),
    import("../app/assess/to-page-part.ts"),
    import("../app/print.ts"),
  ]);
  const open = openAssessContext(shell, settings);
  if (!isHipPlan(plan, open.screening)) return;
  await writePage(shell, createFollowUp(open, settings, catalog, shell)(null).map(toPagePart));
}
