/** `unwind history`: what was done, as a list or one session whole; correct an answer, delete a session. */
import { Argument, type Command } from "commander";
import { UserError } from "../errors.ts";
import { styleFor } from "../output/style.ts";
import { table } from "../output/table.ts";
import type { Shell } from "./shell.ts";

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
    .option("--routine <name>", "only sessions of this routine")
    .option("--limit <n>", `how many, the latest first (the table shows ${LATEST}, --json all)`, readLimit)
    .option("--json", "as JSON")
    .option("--effort <0-10>", "edit: how hard it was; none takes the answer away")
    .option("--tightness <0-10>", "edit: how tight it was afterwards; none takes the answer away")
    .option("--side <side>", "edit: where it was tight: left, right, both or none")
    .option("--notes <text>", "edit: one note in place of all notes; empty takes them away")
    .option("-y, --yes", "delete without asking")
    .addHelpText("after", EXAMPLES)
    .action(async (action: (typeof ACTIONS)[number], session: string | undefined, options: HistoryOptions) => {
      if (action === "list") {
        if (session !== undefined)
          throw new UserError("history list takes no session", { hint: `unwind history show ${session}` });
        return list(options, shell);
      }
      const word = session ?? (action === "show" ? "last" : undefined);
      if (word === undefined) throw new UserError(`history ${action} needs a session: its id, or last`);
      if (action === "show") return (await import("./history-show.ts")).show(word, options, shell);
      const change = await import("./history-change.ts");
      return action === "edit" ? change.edit(word, options, shell) : change.remove(word, options, shell);
    });
}

async function list(options: HistoryOptions, shell: Shell): Promise<void> {
  const { openHistory, readSince } = await import("./open-history.ts");
  const { sessionJson } = await import("../journal/history-json.ts");
  const open = openHistory(shell);
  const since = options.since === undefined ? undefined : readSince(options.since, open);
  const limit = options.limit ?? (options.json ? Number.POSITIVE_INFINITY : LATEST);
  const wanted = options.routine?.trim().toLowerCase();
  const rows: string[][] = [];
  let count = 0;
  let more = false;
  if (since === undefined && limit === Number.POSITIVE_INFINITY) await open.readAhead();
  for (const { summary } of open.sessions({ since, newestFirst: true })) {
    if (wanted !== undefined && !summary.routine.startsWith(wanted)) continue;
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
      rows.push((await import("./history-rows.ts")).rowOf(summary, open.today, shell.columns));
    }
  }
  if (options.json) {
    shell.write(count === 0 ? "[]\n" : "\n]\n");
    return;
  }
  if (count === 0) {
    shell.error(
      open.settings.historyDir || since || wanted ? "no such session" : "no session yet; begin one with: unwind run",
    );
    return;
  }
  const style = await styleFor(shell.colour);
  const { columnsFor } = await import("./history-rows.ts");
  shell.write(`${(await table(columnsFor(shell.columns), rows, shell.columns, style)).join("\n")}\n`);
  if (more) shell.write(`${style.faint(`the latest ${limit}; more with --limit or --since`)}\n`);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1) throw new UserError(`--limit ${text}: expected a whole number from 1`);
  return limit;
}
