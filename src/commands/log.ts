/** `unwind log`: writes down a session that was done without the program leading it. */
import type { Command } from "commander";
import { parseFlagValue, parseScore, parseSessionTime } from "../app/flags/flag-values.ts";
import { MOMENT_EXAMPLES, parseMoment } from "../app/flags/moment.ts";
import type { PlanOptions } from "../app/flags/plan-flag-table.ts";
import { addPlanFlags, formatPlanFlags } from "../app/flags/plan-flags.ts";
import { openRoutine } from "../app/open/routine.ts";
import { resolveJournalPaths } from "../app/open/settings.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatTimestamp } from "../calendar.ts";
import { systemClock, utcOffsetMinutes } from "../clock.ts";
import { reportWriteErrors, UserError } from "../errors.ts";
import { logSession } from "../journal/write/log-session.ts";
import { formatElapsed, formatStart } from "../output/history-table.ts";
import { VERSION } from "../version.ts";

interface LogOptions extends PlanOptions {
  readonly at?: string;
  readonly minutes?: string;
  readonly effort?: string;
}

const EXAMPLES = `
It counts like any other session, with every set done as planned; flags say what was different. Within intervals and caps
counts what fits by the estimated times: --pace says if you were faster. Without --at it ended just now.

Examples:
  unwind log desk-break
  unwind log psoas-program --at "yesterday 18:00" --minutes 35 --effort 4
  unwind log "3x(10 squat, 30s plank) rest 60s" --at "monday 7pm"
  unwind log pigeon --sets 1 --side left
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addPlanFlags(command.argument("<routine>", "what you did: a routine, an exercise, a line or a file, as for run"))
    .option("--at <when>", `when it started: ${MOMENT_EXAMPLES}`)
    .option("--minutes <n>", "how long it took, in minutes; default: as planned")
    .option("--effort <0-10>", "how hard it was")
    .addHelpText("after", EXAMPLES)
    .action((name: string, options: LogOptions) => log(name, options, shell));
}

/** @throws UserError for an invalid routine or flag (exit 2, 65), or if it cannot be written (73). */
async function log(name: string, options: LogOptions, shell: ShellEnvironment): Promise<void> {
  const nowEpochMs = systemClock.epochMs();
  const lastedMs = options.minutes === undefined ? null : parseMinutes(options.minutes);
  const effort = options.effort === undefined ? null : parseScore(options.effort, "--effort");
  const at = options.at === undefined ? null : parseMoment("--at", options.at, { nowEpochMs, utcOffsetMinutes });
  const { plan, settings, auto } = await openRoutine(name, options, shell);
  const startMs = at ?? nowEpochMs - (lastedMs ?? plan.estimatedMs ?? plan.totalMs);
  const session = reportWriteErrors("the session", () =>
    logSession(resolveJournalPaths(shell, settings), {
      plan,
      startMs,
      lastedMs,
      effort,
      adjustments: [...formatPlanFlags(options), ...auto.flagTexts],
      utcOffsetMinutes: utcOffsetMinutes(startMs),
      program: VERSION,
    }),
  );
  const start = { startedAt: formatTimestamp(startMs), utcOffsetMinutes: session.utcOffsetMinutes };
  shell.write(
    `Logged as ${session.id}: ${session.title}, ${formatStart(start, nowEpochMs)}, ${formatElapsed(session.activeSeconds)}\n`,
  );
}

/** "20", "20m", "1h10m": a bare number is minutes here. In milliseconds. */
function parseMinutes(text: string): number {
  return parseFlagValue("--minutes", text, (typed) => {
    const ms = parseSessionTime(typed);
    if (ms < 1000) throw new UserError("expected some time", { hint: "such as --minutes 20" });
    return ms;
  });
}
