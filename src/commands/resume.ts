/** `unwind resume`: continues an interrupted session where it stopped, counting what was already done. */
import type { Command } from "commander";
import { addLeadFlags, type LeadOptions } from "../app/flags/session-flags.ts";
import { createAmbiguousIdError, type HistoryContext, openHistory } from "../app/open/history.ts";
import { warn, writeJson, writeTable } from "../app/print.ts";
import { resumeSession } from "../app/session/resume-session.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { UserError } from "../errors.ts";
import type { UnfinishedSession } from "../journal/read/recorded-session.ts";
import { formatStart } from "../output/history-table.ts";
import { nameRoutine } from "../text/routine-name.ts";

interface ResumeOptions extends LeadOptions {
  readonly list?: true;
}

const EXAMPLES = `
A session that you quit, or that was cut off, can be resumed for a day, from the start of the step that it stopped in. After
that it is closed as partial; nothing that you did is lost.

Examples:
  unwind resume            resume the last one
  unwind resume --list     the sessions that can be resumed
  unwind resume 3f9k       another one, by the beginning of its id
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addLeadFlags(command.argument("[session]", "its id, or the beginning of it; default: the last one"))
    .option("--list", "list the sessions that can be resumed; with --json as JSON")
    .addHelpText("after", EXAMPLES)
    .action((argument: string | undefined, options: ResumeOptions) => resume(argument, options, shell));
}

/** @throws UserError (exit 2) if there is no such session, or another process claimed it first. */
async function resume(argument: string | undefined, options: ResumeOptions, shell: ShellEnvironment): Promise<void> {
  const history = openHistory(shell);
  if (options.list) return listResumable(history, options, shell);
  const session = selectSession(argument, history);
  // Standard output belongs to the session.
  if (argument === undefined && history.unfinished.length > 1) {
    const { length } = history.unfinished;
    warn(shell, `${length} sessions can be resumed; this is the last (see: unwind resume --list)`);
  }
  await resumeSession(session, history.settings, options, shell);
}

function selectSession(argument: string | undefined, { unfinished, running }: HistoryContext): UnfinishedSession {
  const wanted = argument === undefined || argument === "last" ? "" : argument.trim().toLowerCase();
  const matchesId = ({ recording }: UnfinishedSession) => recording.started.id.startsWith(wanted);
  const matches = unfinished.filter(matchesId);
  const [first, second] = matches;
  if (first && (wanted === "" || !second)) return first;
  if (second) throw createAmbiguousIdError(`${argument}`, matches.length, "see them with: unwind resume --list");
  const elsewhere = running.find(matchesId);
  if (elsewhere) throw new UserError(`session ${elsewhere.recording.started.id} is running in another process`);
  throw new UserError(
    wanted === "" ? "no session was interrupted in the last day" : `no interrupted session "${argument}"`,
    { hint: "see what was done with: unwind history" },
  );
}

async function listResumable(
  { unfinished, nowEpochMs }: HistoryContext,
  { json }: ResumeOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const entries = unfinished.map(({ recording: { started, plan, nextStepIndex, lastLineAt } }) => ({
    id: started.id,
    routine: plan.routine,
    startedAt: started.time,
    lastAt: lastLineAt,
    // The step at whose start it resumes, from 0.
    step: nextStepIndex,
    steps: plan.steps.length,
    label: plan.steps[nextStepIndex]?.label ?? "",
  }));
  if (json) return writeJson(shell, entries);
  if (entries.length === 0) {
    shell.error("no session was interrupted in the last day");
    return;
  }
  const columns = [
    { title: "id", minWidth: 10 },
    { title: "begun", minWidth: 12 },
    { title: "routine" },
    { title: "continues with" },
  ];
  const rows = unfinished.map(({ recording: { started, plan, nextStepIndex } }) => [
    started.id,
    formatStart({ ...started, startedAt: started.time }, nowEpochMs),
    nameRoutine(plan),
    `${plan.steps[nextStepIndex]?.label ?? ""} (${nextStepIndex + 1} of ${plan.steps.length})`,
  ]);
  await writeTable(shell, columns, rows);
}
