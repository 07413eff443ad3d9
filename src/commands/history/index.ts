/** `unwind history`: what was done, as a list or one session whole; correct an answer, delete a session. */
import { Argument, type Command } from "commander";
import type { Shell } from "../../app/shell-environment.ts";
import { UserError } from "../../errors.ts";
import { styleFor } from "../../output/style.ts";
import { table } from "../../output/table.ts";

export interface HistoryOptions {
  readonly since?: string;
  readonly routine?: string;
  readonly limit?: number;
  readonly json?: true;
  readonly yes?: true;
  readonly effort?: string;
  readonly tightness?: string;
  readonly side?: string;
  readonly notes?: string;
}

const ACTIONS = ["list", "show", "edit", "delete"] as const;
type Action = (typeof ACTIONS)[number];

/** Which options belong to what is done; another one would be passed over without a word. */
const TAKES: Readonly<Record<Action, readonly (keyof HistoryOptions)[]>> = {
  list: ["since", "routine", "limit", "json"],
  show: ["json"],
  edit: ["effort", "tightness", "side", "notes"],
  delete: ["yes"],
};

/** Rows of the table when nobody says how many. */
const LATEST = 20;

const EXAMPLES = `
A session is named by its id, by the beginning of it, or by "last".

Examples:
  unwind history --since 4w --routine psoas-program
  unwind history show last
  unwind history edit last --effort 4 --tightness 2 --side left
  unwind history delete 3f9k
`;

/** Adds the command's words. */
export function define(command: Command, shell: Shell): void {
  command
    .addArgument(new Argument("[action]", "what to do").choices(ACTIONS).default("list"))
    .argument("[session]", "which session")
    .option("--since <day>", "only from this day on: 2026-11-01, or 30d, 4w, 6m, 1y ago")
    .option("--routine <name>", "only sessions of this routine: its name as for run, or its id")
    .option("--limit <n>", `how many, the latest first (the table shows ${LATEST}, --json all)`, readLimit)
    .option("--json", "as JSON")
    .option("--effort <0-10>", "edit: how hard it was; none takes the answer away")
    .option("--tightness <0-10>", "edit: how tight it was afterwards; none takes the answer away")
    .option("--side <side>", "edit: where it was tight: left, right, both or none")
    .option("--notes <text>", "edit: one note in place of all notes; empty takes them away")
    .option("-y, --yes", "delete without asking")
    .addHelpText("after", EXAMPLES)
    .action(async (action: Action, session: string | undefined, options: HistoryOptions) => {
      refuseOthers(action, options);
      if (action === "list") {
        if (session !== undefined)
          throw new UserError("history list takes no session", { hint: `unwind history show ${session}` });
        return list(options, shell);
      }
      const word = session ?? (action === "show" ? "last" : undefined);
      if (word === undefined) throw new UserError(`history ${action} needs a session: its id, or last`);
      if (action === "show") return (await import("./show.ts")).show(word, options, shell);
      const change = await import("./change.ts");
      return action === "edit" ? change.edit(word, options, shell) : change.remove(word, options, shell);
    });
}

/** @throws UserError (exit 2) for an option that belongs to something else. */
function refuseOthers(action: Action, options: HistoryOptions): void {
  const given = Object.keys(options) as (keyof HistoryOptions)[];
  const wrong = given.find((name) => !TAKES[action].includes(name));
  if (wrong === undefined) return;
  const owners = ACTIONS.filter((other) => TAKES[other].includes(wrong));
  throw new UserError(`history ${action} takes no --${wrong}`, { hint: `it belongs to ${owners.join(" and ")}` });
}

async function list(options: HistoryOptions, shell: Shell): Promise<void> {
  const { openHistory, readSince } = await import("../../app/open/history.ts");
  const { sessionJson } = await import("../../journal/read/history-json.ts");
  const open = openHistory(shell);
  const since = options.since === undefined ? undefined : readSince(options.since, open);
  const limit = options.limit ?? (options.json ? Number.POSITIVE_INFINITY : LATEST);
  const wanted = options.routine === undefined ? undefined : await routineIds(options.routine, shell);
  const rows: string[][] = [];
  let count = 0;
  let more = false;
  if (since === undefined && limit === Number.POSITIVE_INFINITY) await open.readAhead();
  for (const { summary } of open.sessions({ since, newestFirst: true })) {
    if (wanted !== undefined && !wanted.has(summary.routine)) continue;
    if (count === limit) {
      more = true;
      break;
    }
    count += 1;
    if (options.json) {
      shell.write(
        `${count === 1 ? "[\n" : ",\n"}${JSON.stringify(sessionJson(summary), null, 2).replace(/^/gm, "  ")}`,
      );
    } else {
      rows.push((await import("../../output/history-table.ts")).rowOf(summary, open.today, shell.columns));
    }
  }
  if (options.json) {
    shell.write(count === 0 ? "[]\n" : "\n]\n");
    return;
  }
  if (count === 0) {
    shell.error(since || wanted ? "no such session" : "no session yet; begin one with: unwind run");
    return;
  }
  const style = await styleFor(shell.colour);
  const { columnsFor } = await import("../../output/history-table.ts");
  shell.write(`${(await table(columnsFor(shell.columns), rows, shell.columns, style)).join("\n")}\n`);
  if (more) shell.write(`${style.faint(`the latest ${limit}; more with --limit or --since`)}\n`);
}

/**
 * What a routine is called in history: by its id, also when its file is gone; by a name or the beginning of an id, what
 * `run` would take it for.
 */
async function routineIds(word: string, shell: Shell): Promise<ReadonlySet<string>> {
  const [{ openCatalog }, { findEither }] = await Promise.all([
    import("../../app/open/catalog.ts"),
    import("../../catalog/find.ts"),
  ]);
  const ids = new Set([word.trim().toLowerCase()]);
  try {
    const found = findEither(await openCatalog(shell), word, { prefer: "routine" });
    ids.add(found.type === "routine" ? found.routine.id : found.exercise.id);
  } catch (error) {
    // No routine of now, or more than one: then it is an id or nothing.
    if (!(error instanceof UserError)) throw error;
  }
  return ids;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1) throw new UserError(`--limit ${text}: expected a whole number from 1`);
  return limit;
}
