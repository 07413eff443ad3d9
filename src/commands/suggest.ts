/** `unwind suggest`: what to do next time, exercise by exercise, and why. */
import type { Command } from "commander";
import { findEither } from "../catalog/find.ts";
import { routineOf } from "../catalog/routine-of.ts";
import type { Catalog, Routine } from "../catalog/types.ts";
import type { SteppedDose } from "../journal/knobs.ts";
import type { Proposal } from "../journal/progress.ts";
import { doseWords, flagsOf, flagText, whyText } from "../journal/progress-words.ts";
import { styleFor } from "../output/style.ts";
import { type Column, table } from "../output/table.ts";
import { openCatalog } from "./context.ts";
import { type OpenHistory, openHistory } from "./open-history.ts";
import { proposalsFor } from "./proposals.ts";
import { DEFAULT_ROUTINE } from "./routine.ts";
import type { Shell } from "./shell.ts";

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
  unwind suggest --beyond              steps may leave the range of the source
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .argument("[routine]", "a routine or an exercise; that of the last session when left out")
    .option("--beyond", "let steps leave the range of the source")
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action((name: string | undefined, options: SuggestOptions) => suggest(name, options, shell));
}

/** A proposal as `suggest --json` gives it. */
interface ProposalJson {
  readonly exercise: string;
  readonly name: string;
  readonly change: Proposal["change"];
  readonly ground: Proposal["ground"];
  /** Seconds of a hold, repetitions, seconds of lowering; null for what it does not have. */
  readonly from: SteppedDose | null;
  readonly to: SteppedDose | null;
  readonly advice: string | null;
  readonly flags: readonly string[];
  readonly why: string;
  readonly sessions: readonly string[];
}

async function suggest(name: string | undefined, options: SuggestOptions, shell: Shell): Promise<void> {
  const catalog = await openCatalog(shell);
  const open = openHistory(shell);
  await open.readAhead();
  const routine = chosen(name, catalog, open);
  const proposals = proposalsFor(routine, catalog.exercises, open, options);
  if (options.json) {
    const command = `unwind run ${routine.id} --level auto`;
    const entries = proposals.map((proposal) => jsonOf(proposal, catalog));
    shell.write(`${JSON.stringify({ routine: routine.id, command, proposals: entries }, null, 2)}\n`);
    return;
  }
  const style = await styleFor(shell.colour);
  const rows = proposals.map((proposal) => [
    proposal.name,
    proposal.from ? doseWords(proposal.from, proposal) : "–",
    MARKS[proposal.change] + nextText(proposal),
    whyText(proposal),
  ]);
  const lines = await table(COLUMNS, rows, shell.columns, style);
  shell.write(`${style.heading(routine.name)}\n${lines.join("\n")}\n\nDo it: unwind run ${routine.id} --level auto\n`);
}

function nextText(proposal: Proposal): string {
  if (!proposal.to) return "as the routine says";
  const dose = doseWords(proposal.to, proposal);
  return proposal.advice === null ? dose : `${dose}; ${proposal.advice}`;
}

const COLUMNS: readonly Column[] = [
  { title: "exercise", least: 14 },
  { title: "last time", least: 10 },
  { title: "next time", least: 12 },
  { title: "why", least: 30 },
];

/** Told apart without colour. */
const MARKS: Readonly<Record<Proposal["change"], string>> = {
  up: "▲ ",
  down: "▼ ",
  same: "= ",
  harder: "▲ ",
  easier: "▼ ",
  new: "",
};

function jsonOf(proposal: Proposal, { exercises }: Catalog): ProposalJson {
  const { exercise, name, change, ground, from, to, advice, rests } = proposal;
  const content = exercises.get(exercise);
  return {
    exercise,
    name,
    change,
    ground,
    from,
    to,
    advice,
    flags: content ? flagsOf(proposal, content).map(flagText) : [],
    why: whyText(proposal),
    sessions: rests.map((doing) => doing.session),
  };
}

/** @throws UserError (exit 2) for a name that there is not. */
function chosen(name: string | undefined, catalog: Catalog, open: OpenHistory): Routine {
  const last = name ?? lastRoutine(open);
  const word = last !== undefined && (name !== undefined || catalog.routines.has(last)) ? last : DEFAULT_ROUTINE;
  const found = findEither(catalog, word, { prefer: "routine" });
  return found.type === "routine" ? found.routine : routineOf(found.exercise);
}

function lastRoutine(open: OpenHistory): string | undefined {
  for (const { summary } of open.sessions({ newestFirst: true })) return summary.routine;
  return undefined;
}
