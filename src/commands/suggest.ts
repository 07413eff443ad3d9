/** `unwind suggest`: suggests the next dose for each exercise, with reasons. */
import type { Command } from "commander";
import { DEFAULT_ROUTINE } from "../app/flags/plan-flags.ts";
import { type HistoryContext, openHistory } from "../app/open/history.ts";
import { proposeForRoutine } from "../app/open/proposals.ts";
import { type OpenedRoutine, openRoutine } from "../app/open/routine.ts";
import { describeTrainingWeek } from "../app/open/training-week.ts";
import { warn, writeJson } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { loadStyle } from "../app/style.ts";
import { isFileArgument, isLineArgument } from "../catalog/argument-kinds.ts";
import type { Exercise } from "../catalog/exercise-types.ts";
import { UserError } from "../errors.ts";
import {
  buildProposedFlags,
  describeChange,
  describeDose,
  explainBesideDoses,
  explainProposal,
  explainReason,
  formatProposedFlag,
  nameSessions,
  SESSION_REASONS,
  toClause,
} from "../journal/progress/explain-proposal.ts";
import type { Proposal } from "../journal/progress/propose-doses.ts";
import { isInFuture } from "../journal/session-summary.ts";
import { type Column, renderTable } from "../output/table.ts";
import { loadTextMeasure, wrapCommand, wrapText } from "../output/text-width.ts";
import { isTypedLine } from "../text/routine-name.ts";
import { quoteForShell, quoteText } from "../text/safe-text.ts";
import { capitaliseFirst } from "../text/sentence.ts";

interface SuggestOptions {
  readonly beyond?: true;
  readonly json?: true;
}

const EXAMPLES = `
A step up (5 s of hold, one repetition, or 1 s of lowering, to the end of the source's range, then a harder form): you
completed every set twice in a row at effort 3 or less; at most two exercises at once. A step down: effort 8 or more, sets cut
short or skipped as too hard, pain above 5, or 3 points tighter. The same again: pain of 3 to 5. No steps up until it eases:
pain above 3 three times in a row, or 3 points more of it. Two steps down: more than 14 days off. Where the routine says how
many days a week, also whether it is time for it. unwind run --level auto does what is suggested.

Examples:
  unwind suggest                       for the routine of the last session
  unwind suggest psoas-program --json
  unwind suggest --beyond              steps may go beyond the source; the flags for run are printed
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("[routine]", "a routine or exercise, as for run; default: that of the last session")
    .option("--beyond", "allow steps beyond the range that the source gives")
    .option("--json", "print JSON")
    .addHelpText("after", EXAMPLES)
    .action((name: string | undefined, options: SuggestOptions) => printSuggestions(name, options, shell));
}

async function printSuggestions(
  name: string | undefined,
  options: SuggestOptions,
  shell: ShellEnvironment,
): Promise<void> {
  const history = openHistory(shell);
  history.prefetch();
  const { routine, exercises, catalog } =
    name === undefined ? await openLastRoutine(history, shell) : await openRoutine(name, {}, shell);
  const proposals = proposeForRoutine(routine, exercises, history, options);
  const week = describeTrainingWeek(routine, history);
  const isTyped = name !== undefined && (isFileArgument(name) || isLineArgument(name, catalog));
  const argument = isTyped ? quoteForShell(name) : routine.id;
  // Steps beyond the range must be requested value by value.
  const flags = proposals.flatMap((proposal) => formatProposalFlags(proposal, exercises));
  const words = ["unwind run", argument, ...(options.beyond ? flags : ["--level auto"])];
  const command = words.join(" ");
  if (options.json) {
    const entries = proposals.map((proposal) => toProposalJson(proposal, exercises, history.today));
    return writeJson(shell, { routine: routine.id, command, ...(week && { week: week.json }), proposals: entries });
  }
  const style = await loadStyle(shell);
  const rows = proposals.map((proposal) => [
    proposal.name,
    proposal.from ? describeDose(proposal.from, proposal) : "–",
    CHANGE_SYMBOLS[proposal.change] + describeNextDose(proposal),
    // What holds for the whole session is said once, below the table.
    SESSION_REASONS.has(proposal.reason)
      ? capitaliseFirst(`${describeChange(proposal)}.`)
      : explainBesideDoses(proposal, history.today),
  ]);
  const { columns, shown, shared } = mergeSharedCells(rows);
  const table = await renderTable(columns, shown, shell.columns, style);
  // Each reason that holds for a whole session, once.
  const reasons = proposals
    .filter(({ reason }) => SESSION_REASONS.has(reason))
    .map((proposal) => `${explainReason(proposal, history.today)}.`);
  const isBased = proposals.some(({ basedOn }) => basedOn.length > 0);
  const based = isBased ? [`Based on ${nameSessions(proposals)}.`] : [];
  const sentences = [...shared, ...new Set(reasons), ...based, ...(week?.lines ?? [])];
  const measure = await loadTextMeasure([...sentences, command]);
  const remarks = sentences.flatMap((text) => wrapText(text, shell.columns, measure));
  const lines = [
    ...[style.heading(routine.name), ...table, ...(remarks.length > 0 ? ["", ...remarks] : []), ""],
    ...wrapCommand("Do it: ", words, shell.columns, measure),
  ];
  shell.write(`${lines.join("\n")}\n`);
}

/** What is true of every exercise is said once, below the table, instead of in each row. */
function mergeSharedCells(rows: readonly (readonly string[])[]) {
  const isShared = COLUMNS.map(
    (_column, index) => index > 0 && rows.length > 1 && rows.every((row) => row[index] === rows[0]?.[index]),
  );
  return {
    columns: COLUMNS.filter((_column, index) => !isShared[index]),
    shown: rows.map((row) => row.filter((_cell, index) => !isShared[index])),
    shared: COLUMNS.flatMap(({ title }, index) => {
      const cell = rows[0]?.[index];
      if (!isShared[index] || !cell || cell === "–") return [];
      return [`${capitaliseFirst(title)}, for every exercise: ${cell.replace(/\.?$/, ".")}`];
    }),
  };
}

function describeNextDose(proposal: Proposal): string {
  if (!proposal.to) return "as the routine says";
  const dose = describeDose(proposal.to, proposal);
  return proposal.advice === null ? dose : `${dose}; ${toClause(proposal.advice)}`;
}

const COLUMNS: readonly Column[] = [
  { title: "exercise", minWidth: 14 },
  { title: "last time", minWidth: 10 },
  { title: "next time", minWidth: 12 },
  { title: "why", minWidth: 30, selfEvident: true },
];

/** Distinguishable without colour. */
const CHANGE_SYMBOLS: Readonly<Record<Proposal["change"], string>> = {
  up: "▲ ",
  down: "▼ ",
  same: "= ",
  harder: "▲ ",
  easier: "▼ ",
  new: "",
};

/** As `suggest --json` prints it: doses are seconds of hold, repetitions and seconds of lowering. */
function toProposalJson(proposal: Proposal, exercises: ReadonlyMap<string, Exercise>, today: number) {
  const { exercise, name, change, reason: ground, from, to, advice, basedOn } = proposal;
  const flags = formatProposalFlags(proposal, exercises);
  const sessions = basedOn.map(({ session }) => session);
  return { exercise, name, change, ground, from, to, advice, flags, why: explainProposal(proposal, today), sessions };
}

function formatProposalFlags(proposal: Proposal, exercises: ReadonlyMap<string, Exercise>): readonly string[] {
  const exercise = exercises.get(proposal.exercise);
  return exercise ? buildProposedFlags(proposal, exercise).map(formatProposedFlag) : [];
}

/**
 * The routine or single exercise of the last session. Sessions whose routine cannot be opened again by name are skipped:
 * those of a line in silence, those of a file with a warning. Falls back to the default routine.
 */
async function openLastRoutine(history: HistoryContext, shell: ShellEnvironment): Promise<OpenedRoutine> {
  for (const [last, isLine] of listRoutinesDone(history)) {
    try {
      const opened = await openRoutine(last, {}, shell);
      // A name that only matches as a prefix is a different routine.
      if (opened.routine.id === last) return opened;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    if (isLine) continue;
    warn(shell, `${quoteText(last)} is not a routine or exercise; for a file: unwind suggest <file>`);
  }
  return openRoutine(DEFAULT_ROUTINE, {}, shell);
}

/** The routines of all sessions without duplicates, latest first, and whether each was typed as a line. */
function listRoutinesDone(history: HistoryContext): ReadonlyMap<string, boolean> {
  const done = new Map<string, boolean>();
  for (const { summary } of history.sessions({ newestFirst: true })) {
    if (isInFuture(summary, history.nowEpochMs) || done.has(summary.routine)) continue;
    done.set(summary.routine, isTypedLine(summary));
  }
  return done;
}
