/** `unwind suggest`: what to do next time, exercise by exercise, and why. */
import type { Command } from "commander";
import { type HistoryContext, openHistory } from "../app/open/history.ts";
import { proposeForRoutine } from "../app/open/proposals.ts";
import { DEFAULT_ROUTINE, type OpenedRoutine, openRoutine } from "../app/open/routine.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { isFileArgument } from "../catalog/routine-file.ts";
import type { Exercise } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import type { AdjustableDose } from "../journal/progress/dose-steps.ts";
import {
  buildProposedFlags,
  describeDose,
  explainProposal,
  formatProposedFlag,
} from "../journal/progress/explain-proposal.ts";
import type { Proposal } from "../journal/progress/propose-doses.ts";
import { loadStyle } from "../output/style.ts";
import { type Column, renderTable } from "../output/table.ts";
import { escapeUnsafeText, quoteText } from "../text/safe-text.ts";

export interface SuggestOptions {
  readonly beyond?: true;
  readonly json?: true;
}

const EXAMPLES = `
All sets completed at effort 4 or less twice in a row: a step up (5 s of a hold, a repetition, then 1 s of lowering) to
the end of the source's range, then a band. Effort 8 or more, sets cut short, or tighter by 3 or more: a step down.
More than 14 days away: two steps down. unwind run --level auto does what is proposed.

Examples:
  unwind suggest                       for the routine of the last session
  unwind suggest psoas-program --json
  unwind suggest --beyond              steps may leave the range of the source; run takes them as flags
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("[routine]", "what run takes; that of the last session when left out")
    .option("--beyond", "let steps leave the range of the source")
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action((name: string | undefined, options: SuggestOptions) => printSuggestions(name, options, shell));
}

/** A proposal as `suggest --json` gives it. */
interface ProposalJson {
  readonly exercise: string;
  readonly name: string;
  readonly change: Proposal["change"];
  readonly ground: Proposal["reason"];
  /** Seconds of a hold, repetitions, seconds of lowering; null for what it does not have. */
  readonly from: AdjustableDose | null;
  readonly to: AdjustableDose | null;
  readonly advice: string | null;
  readonly flags: readonly string[];
  readonly why: string;
  readonly sessions: readonly string[];
}

async function printSuggestions(
  name: string | undefined,
  options: SuggestOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  history.prefetch();
  const { routine, exercises } =
    name === undefined ? await openLastRoutine(history, shell) : await openRoutine(name, {}, shell);
  const proposals = proposeForRoutine(routine, exercises, history, options);
  const word = name !== undefined && isFileArgument(name) ? escapeUnsafeText(name) : routine.id;
  // What leaves the range is not done without being asked for, figure by figure.
  const flags = proposals.flatMap((proposal) => formatProposalFlags(proposal, exercises));
  const command = ["unwind run", word, ...(options.beyond ? flags : ["--level auto"])].join(" ");
  if (options.json) {
    const entries = proposals.map((proposal) => toProposalJson(proposal, exercises));
    shell.write(`${JSON.stringify({ routine: routine.id, command, proposals: entries }, null, 2)}\n`);
    return;
  }
  const style = await loadStyle(shell.colour);
  const rows = proposals.map((proposal) => [
    proposal.name,
    proposal.from ? describeDose(proposal.from, proposal) : "–",
    CHANGE_SYMBOLS[proposal.change] + describeNextDose(proposal),
    explainProposal(proposal),
  ]);
  const lines = await renderTable(COLUMNS, rows, shell.columns, style);
  shell.write(`${style.heading(routine.name)}\n${lines.join("\n")}\n\nDo it: ${command}\n`);
}

function describeNextDose(proposal: Proposal): string {
  if (!proposal.to) return "as the routine says";
  const dose = describeDose(proposal.to, proposal);
  return proposal.advice === null ? dose : `${dose}; ${proposal.advice}`;
}

const COLUMNS: readonly Column[] = [
  { title: "exercise", minWidth: 14 },
  { title: "last time", minWidth: 10 },
  { title: "next time", minWidth: 12 },
  { title: "why", minWidth: 30 },
];

/** Told apart without colour. */
const CHANGE_SYMBOLS: Readonly<Record<Proposal["change"], string>> = {
  up: "▲ ",
  down: "▼ ",
  same: "= ",
  harder: "▲ ",
  easier: "▼ ",
  new: "",
};

function toProposalJson(proposal: Proposal, exercises: ReadonlyMap<string, Exercise>): ProposalJson {
  const { exercise, name, change, reason, from, to, advice, basedOn } = proposal;
  return {
    exercise,
    name,
    change,
    ground: reason,
    from,
    to,
    advice,
    flags: formatProposalFlags(proposal, exercises),
    why: explainProposal(proposal),
    sessions: basedOn.map((record) => record.session),
  };
}

function formatProposalFlags(proposal: Proposal, exercises: ReadonlyMap<string, Exercise>): readonly string[] {
  const content = exercises.get(proposal.exercise);
  return content ? buildProposedFlags(proposal, content).map(formatProposedFlag) : [];
}

/**
 * The routine of the last session, or the exercise that was done alone. What has no name by which it could be done again,
 * as a file, is passed over with a word for what was done before it; the default routine where there is nothing.
 */
async function openLastRoutine(history: HistoryContext, shell: ShellEnvironment): Promise<OpenedRoutine> {
  for (const last of listRoutinesDone(history)) {
    try {
      const opened = await openRoutine(last, {}, shell);
      // What only begins like its name is another one.
      if (opened.routine.id === last) return opened;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    shell.error(`unwind: ${quoteText(last)} is known by no name; for a file: unwind suggest <file>`);
  }
  return openRoutine(DEFAULT_ROUTINE, {}, shell);
}

/** The routines of all sessions, each once, the latest first. */
function listRoutinesDone(history: HistoryContext): Iterable<string> {
  const done = new Set<string>();
  for (const { summary } of history.sessions({ newestFirst: true })) done.add(summary.routine);
  return done;
}
