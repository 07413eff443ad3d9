/** `unwind resume`: goes on where an interrupted session stood, with what was done counted. */
import type { Command } from "commander";
import { addLeadFlags } from "../app/flags/session-flags.ts";
import { type HistoryContext, openHistory } from "../app/open/history.ts";
import type { LeadOptions } from "../app/session/lead-session.ts";
import { resumeSession } from "../app/session/resume-session.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatLocalTime, parseTimestamp } from "../calendar.ts";
import { UserError } from "../errors.ts";
import type { UnfinishedSession } from "../journal/read/recorded-session.ts";
import { loadStyle } from "../output/style.ts";
import { renderTable } from "../output/table.ts";

export interface ResumeOptions extends LeadOptions {
  readonly list?: true;
}

const EXAMPLES = `
A session that was quit, or cut off by whatever, can be taken up for a day, at the start of the step that was on. Later
it is closed as partial; nothing of what was done is lost.

Examples:
  unwind resume            go on with the last one
  unwind resume --list     those that can be taken up
  unwind resume 3f9k       another one, by the beginning of its id
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  addLeadFlags(command.argument("[session]", "which one; the last when left out"))
    .option("--list", "only list them; with --json as JSON")
    .addHelpText("after", EXAMPLES)
    .action((word: string | undefined, options: ResumeOptions) => resume(word, options, shell));
}

/**
 * Goes on with a session.
 *
 * @throws UserError (exit 2) when there is none, or another process was faster.
 */
export async function resume(word: string | undefined, options: ResumeOptions, shell: ShellEnvironment): Promise<void> {
  const open = openHistory(shell);
  if (options.list) return listResumable(open, options, shell);
  const chosen = selectSession(word, open);
  // Said on standard error: standard output belongs to the session.
  if (word === undefined && open.unfinished.length > 1) {
    shell.error(
      `unwind: ${open.unfinished.length} sessions can be taken up; this is the last (see: unwind resume --list)`,
    );
  }
  await resumeSession(chosen, open.settings, options, shell);
}

function selectSession(word: string | undefined, { unfinished, running }: HistoryContext): UnfinishedSession {
  const wanted = word === undefined || word === "last" ? "" : word.trim().toLowerCase();
  const found = unfinished.filter((one) => one.recording.started.id.startsWith(wanted));
  const [first, second] = found;
  if (first && (wanted === "" || !second)) return first;
  if (second)
    throw new UserError(`"${word}" is the beginning of ${found.length} ids`, {
      hint: "see them with: unwind resume --list",
    });
  const elsewhere = running.find((one) => one.recording.started.id.startsWith(wanted));
  if (elsewhere) {
    throw new UserError(`session ${elsewhere.recording.started.id} is on in another process`);
  }
  throw new UserError(
    wanted === "" ? "no session was interrupted in the last day" : `no interrupted session "${word}"`,
    {
      hint: "see what was done with: unwind history",
    },
  );
}

/** An entry of `resume --list --json`. */
interface ResumableJson {
  readonly id: string;
  readonly routine: string;
  readonly startedAt: string;
  readonly lastAt: string;
  /** The step at whose start it goes on, from 0, of how many. */
  readonly step: number;
  readonly steps: number;
  readonly label: string;
}

async function listResumable(
  { unfinished }: HistoryContext,
  { json }: ResumeOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const entries = unfinished.map(({ recording }): ResumableJson => {
    const { started, plan, nextStepIndex } = recording;
    return {
      id: started.id,
      routine: plan.routine,
      startedAt: started.time,
      lastAt: recording.lastLineAt,
      step: nextStepIndex,
      steps: plan.steps.length,
      label: plan.steps[nextStepIndex]?.label ?? "",
    };
  });
  if (json) {
    shell.write(`${JSON.stringify(entries, null, 2)}\n`);
    return;
  }
  if (entries.length === 0) {
    shell.error("no session was interrupted in the last day");
    return;
  }
  const header = [
    { title: "id", minWidth: 10 },
    { title: "begun", minWidth: 16 },
    { title: "routine" },
    { title: "goes on with" },
  ];
  const rows = entries.map((entry, index) => [
    entry.id,
    formatLocalTime(parseTimestamp(entry.startedAt) ?? 0, unfinished[index]?.recording.started.utcOffsetMinutes ?? 0),
    entry.routine,
    `${entry.label} (${entry.step + 1} of ${entry.steps})`,
  ]);
  shell.write(`${(await renderTable(header, rows, shell.columns, await loadStyle(shell.colour))).join("\n")}\n`);
}
