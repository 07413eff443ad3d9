/** `unwind run`: runs a routine, on a screen if there is one, else as plain lines or JSON. */
import type { Command } from "commander";
import type { PlanOptions } from "../app/flags/plan-flag-table.ts";
import { addPlanFlags, DEFAULT_ROUTINE, formatPlanFlags } from "../app/flags/plan-flags.ts";
import { addCountFlag, addLeadFlags, checkCountFlag, type LeadOptions } from "../app/flags/session-flags.ts";
import type { OpenedRoutine } from "../app/open/routine.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";

interface RunOptions extends PlanOptions, LeadOptions {}

const EXAMPLES = `
A routine is a name or the beginning of one, an exercise (done alone), a workout in a line, or a JSON file (- for standard
input). The word "run" can be left out.

Flags: most take a value for everything or for one exercise (--reps psoas-march=12), and can be repeated; a value for one
exercise wins. They work on groups, too, in every round. A flag that changes nothing in the routine is an error, so that no
typing error goes unnoticed. --fit lowers doses within their ranges, then halves rests (to 10 s at least), then drops sets
and rounds, then the least important exercises, and says what it changed; caps and intervals stay as they are.

Keys: space pause · right or n next step · N next exercise · left or b back · r restart the set · + and - ten seconds more or
less, or one repetition in a self-paced set and after one that a cap cut off · enter done · m mute · v voice · ? all keys ·
q quit

Without a screen: in a pipe, with TERM=dumb, with --plain or with a screen reader (INK_SCREEN_READER=true), run prints one
line per step. A step that waits for you ends with Enter on standard input. If that is closed, a self-paced set ends after its
estimated time, and what has no count at once. --json prints session-started, step-started, beat,
mark, step-ended, corrected, extended, paused, resumed and session-ended, each with "at" (seconds of the session, without
pauses) and "time".

--speed rehearses: history shows the session, but no statistic, streak or suggestion counts it, unless you add --count.

The display stays awake (by systemd-inhibit or gnome-session-inhibit, caffeinate or PowerShell), and the window title shows
the phase and the time left. When the computer sleeps, the session pauses where it is. --flash lights up the phase, or at
the start and end of a set the whole screen; it never flashes more than three times a second. --notify works in iTerm2,
WezTerm, kitty, Ghostty, foot, rxvt-unicode, Contour, Warp and new versions of Windows Terminal, and in tmux with
allow-passthrough on.

Examples:
  unwind run                                  the default routine
  unwind run desk-break --level easy --yes    start at once
  unwind run pigeon --hold 40s --side right   one exercise, one side
  unwind run psoas-program --reps psoas-march=12 --skip hanging-leg-raise
  unwind run "8x(20s work, 10s rest)"
  unwind run "3x(10 squat, 30s plank, 15s rest) rest 60s"
  unwind run for-me                           the routine for your last test (unwind assess)
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  const named = command.argument("[routine]", "a routine, an exercise, a line or a file", DEFAULT_ROUTINE);
  addCountFlag(addLeadFlags(addPlanFlags(named)))
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
  // Help and completion need the flags only.
  const [{ openRoutine }, { askToResume, resumeSession }, { leadSession }, { checkRemoteFlags, createRemoteAccess }] =
    await Promise.all([
      import("../app/open/routine.ts"),
      import("../app/session/resume-session.ts"),
      import("../app/session/lead-session.ts"),
      import("../app/session/remote-access.ts"),
    ]);
  const requested = await openRoutine(name, options, shell);
  const { settings } = requested;
  checkRemoteFlags(settings, options, shell);
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
  const [{ openAssessContext }, { isHipPlan }, { createFollowUp, toPagePart }, { writePage }] = await Promise.all([
    import("../app/open/assessments.ts"),
    import("../assess/screening.ts"),
    import("../app/assess/follow-up.ts"),
    import("../app/print.ts"),
  ]);
  const open = openAssessContext(shell, settings);
  if (!isHipPlan(plan, open.screening)) return;
  await writePage(shell, createFollowUp(open, settings, catalog, shell)(null).map(toPagePart));
}
