/** `unwind stats`: what the sessions come to, as pictures and tables or as JSON. */
import type { Command } from "commander";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { UserError } from "../errors.ts";
import { StatisticsAccumulator } from "../journal/statistics/statistics.ts";

export interface StatsOptions {
  readonly since?: string;
  readonly goal?: number;
  readonly json?: true;
}

const EXAMPLES = `
Time under tension is what was really done of the strokes of a set; relaxing and the pause at the bottom do not count.
A day counts in local time at the start of the session. Streaks and the calendar of the last year look at all sessions,
whatever --since says.

Examples:
  unwind stats
  unwind stats --since 3m --goal 3
  unwind stats --json
`;

/** Adds the command's words. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .option("--since <day>", "only from this day on: 2026-11-01, or 30d, 4w, 6m, 1y ago")
    .option("--goal <days>", "streaks of weeks with so many days of training, in place of days in a row", parseGoal)
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: StatsOptions) => printStats(options, shell));
}

async function printStats(options: StatsOptions, shell: ShellEnvironment): Promise<void> {
  const { openHistory, parseSince } = await import("../app/open/history.ts");
  const open = openHistory(shell);
  const since = options.since === undefined ? undefined : parseSince(options.since, open);
  const goal = options.goal ?? open.settings.weeklyGoal;
  const all = new StatisticsAccumulator();
  const asked = since === undefined ? all : new StatisticsAccumulator();
  open.prefetch();
  for (const { summary } of open.sessions()) {
    all.add(summary);
    if (since !== undefined && summary.startedAt >= since) asked.add(summary);
  }
  // Days in a row, and the last year, go back as far as they go back.
  const whole = all.build(open.today, goal === 0 ? null : goal);
  const statistics = { ...asked.build(open.today, goal === 0 ? null : goal), streak: whole.streak };
  if (options.json) {
    shell.write(`${JSON.stringify(statistics, null, 2)}\n`);
    return;
  }
  if (statistics.sessions === 0) {
    shell.error(since ? "no session since then" : "no session yet; begin one with: unwind run");
    return;
  }
  const [{ renderStatsPage }, { loadStyle }] = await Promise.all([
    import("../output/stats-page.ts"),
    import("../output/style.ts"),
  ]);
  const lines = await renderStatsPage(statistics, whole.days, open.today, shell.columns, await loadStyle(shell.colour));
  shell.write(`${lines.join("\n")}\n`);
}

function parseGoal(text: string): number {
  const goal = Number(text);
  if (!/^[0-7]$/.test(text)) throw new UserError(`--goal ${text}: expected a whole number of days from 0 to 7`);
  return goal;
}
