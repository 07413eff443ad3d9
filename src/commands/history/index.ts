/** `unwind history`: lists, shows, edits and deletes past sessions. */
import { Argument, type Command } from "commander";
import { FlagOption } from "../../app/flags/flag-option.ts";
import { addRangeFlags, parseRange, type RangeOptions } from "../../app/flags/flag-values.ts";
import { MOMENT_EXAMPLES } from "../../app/flags/moment.ts";
import { writeTable } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { UserError } from "../../errors.ts";
import { isInFuture, type SessionSummary } from "../../journal/session-summary.ts";
import type { HistoryEditOptions } from "./edit.ts";

interface HistoryOptions extends HistoryEditOptions, RangeOptions {
  readonly routine?: string;
  readonly limit?: number;
  readonly json?: true;
  readonly yes?: true;
}

const HISTORY_ACTIONS = ["list", "show", "edit", "delete"] as const;
type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** The options of each action; others are rejected instead of being ignored. */
const OPTIONS_BY_ACTION: Readonly<Record<HistoryAction, readonly (keyof HistoryOptions)[]>> = {
  list: ["since", "until", "routine", "limit", "json"],
  show: ["json"],
  edit: ["at", "effort", "pain", "tightness", "side", "skipped", "notes"],
  delete: ["yes"],
};

/** Rows of the table without --limit. */
const DEFAULT_LIMIT = 20;

const EXAMPLES = `
Name a session by its id, by the beginning of its id, or by "last".

Examples:
  unwind history -n 5
  unwind history --since 4w --routine psoas-program
  unwind history show last
  unwind history edit last --effort 4 --pain 1 --tightness 2 --side left
  unwind history edit 3f9k --at "yesterday 18:00"
  unwind history delete 3f9k
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  const action = new Argument("[action]", "what to do").choices(HISTORY_ACTIONS).default("list");
  addRangeFlags(command.addArgument(action).argument("[session]", "its id, or last"))
    .option("--routine <name>", "only sessions of this routine")
    .addOption(
      new FlagOption(
        "-n, --limit <n>",
        `how many, latest first (the table shows ${DEFAULT_LIMIT}, --json all)`,
        "5",
      ).readWith(parseLimit),
    )
    .option("--json", "print JSON")
    .option("--at <when>", `edit: when it started: ${MOMENT_EXAMPLES}`)
    .option("--effort <0-10>", "edit: how hard it was, or none to clear it")
    .option("--pain <0-10>", "edit: how much it hurt afterwards, or none to clear it")
    .option("--tightness <0-10>", "edit: how tight it was afterwards, or none to clear it")
    .option("--side <side>", "edit: where it was tight: left, right, both or none")
    .option("--skipped <reason>", "edit: why sets were skipped: too-hard, no-time, pain or none")
    .option("--notes <text>", "edit: one note to replace all notes; empty to clear them")
    .option("-y, --yes", "delete: do not ask")
    .addHelpText("after", EXAMPLES)
    .action(async (action: HistoryAction, session: string | undefined, options: HistoryOptions) => {
      rejectForeignOptions(action, options);
      if (action === "list") {
        if (session !== undefined)
          throw new UserError("history list takes no session", { hint: `unwind history show ${session}` });
        return listSessions(options, shell);
      }
      const argument = session ?? (action === "show" ? "last" : undefined);
      if (argument === undefined) throw new UserError(`history ${action} needs a session: its id, or last`);
      if (action === "show") return (await import("./show.ts")).showSession(argument, options, shell);
      const { editSession, deleteSession } = await import("./edit.ts");
      return action === "edit" ? editSession(argument, options, shell) : deleteSession(argument, options, shell);
    });
}

/** @throws UserError (exit 2) for an option of another action. */
function rejectForeignOptions(action: HistoryAction, options: HistoryOptions): void {
  const given = Object.keys(options) as (keyof HistoryOptions)[];
  const wrong = given.find((name) => !OPTIONS_BY_ACTION[action].includes(name));
  if (wrong === undefined) return;
  const owners = HISTORY_ACTIONS.filter((other) => OPTIONS_BY_ACTION[other].includes(wrong));
  throw new UserError(`history ${action} takes no --${wrong}`, { hint: `it belongs to ${owners.join(" and ")}` });
}

async function listSessions(options: HistoryOptions, shell: ShellEnvironment): Promise<void> {
  const { openHistory } = await import("../../app/open/history.ts");
  const { toHistorySessionJson } = await import("../../journal/export/json.ts");
  const history = openHistory(shell);
  const range = parseRange(options, history.today);
  const limit = options.limit ?? (options.json ? Number.POSITIVE_INFINITY : DEFAULT_LIMIT);
  const wanted = options.routine === undefined ? undefined : await resolveRoutineIds(options.routine, shell);
  const listed: SessionSummary[] = [];
  let count = 0;
  let more = false;
  if (range.since === undefined && limit === Number.POSITIVE_INFINITY) history.prefetch();
  for (const { summary } of history.sessions({ ...range, newestFirst: true, rehearsals: true })) {
    if (wanted !== undefined && !wanted.has(summary.routine)) continue;
    if (count === limit) {
      more = true;
      break;
    }
    count += 1;
    if (options.json) {
      shell.write(
        `${count === 1 ? "[\n" : ",\n"}${JSON.stringify(toHistorySessionJson(summary), null, 2).replace(/^/gm, "  ")}`,
      );
    } else {
      listed.push(summary);
    }
  }
  if (options.json) {
    shell.write(count === 0 ? "[]\n" : "\n]\n");
    return;
  }
  if (count === 0) {
    shell.error(
      range.since || range.until || wanted ? "no matching session" : "no session yet; start one with: unwind run",
    );
    return;
  }
  const { selectSessionColumns, toSessionRow, FUTURE_FOOTNOTE } = await import("../../output/history-table.ts");
  const hasScores = listed.some(({ scores }) => scores !== undefined);
  const rows = listed.map((summary) => toSessionRow(summary, { ...history, columns: shell.columns, hasScores }));
  const footnotes = [
    ...(listed.some((summary) => isInFuture(summary, history.nowEpochMs)) ? [FUTURE_FOOTNOTE] : []),
    ...(more ? [`the latest ${limit}; more with --limit or --since`] : []),
  ];
  await writeTable(shell, selectSessionColumns(shell.columns, hasScores), rows, footnotes);
}

/**
 * The ids under which a routine appears in the history: its id, even if its file is gone, or whatever `run` would resolve
 * the name to.
 */
async function resolveRoutineIds(name: string, shell: ShellEnvironment): Promise<ReadonlySet<string>> {
  const [{ openCatalog }, { findExerciseOrRoutine }] = await Promise.all([
    import("../../app/open/catalog.ts"),
    import("../../catalog/find-entry.ts"),
  ]);
  const ids = new Set([name.trim().toLowerCase()]);
  try {
    const found = findExerciseOrRoutine(await openCatalog(shell), name, { prefer: "routine" });
    ids.add(found.type === "routine" ? found.routine.id : found.exercise.id);
  } catch (error) {
    // Not in today's catalogue, or ambiguous: it can only be an id.
    if (!(error instanceof UserError)) throw error;
  }
  return ids;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1) throw new UserError(`--limit ${text}: expected a whole number from 1`);
  return limit;
}
