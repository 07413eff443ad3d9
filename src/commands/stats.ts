/** `unwind stats`: totals of the sessions, as charts and tables or as JSON. */
import type { Command } from "commander";
import { addRangeFlags, parseRange, type RangeOptions } from "../app/flags/flag-values.ts";
import { writeJson } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { loadStyle } from "../app/style.ts";
import { parseDay } from "../calendar.ts";
import { UserError } from "../errors.ts";
import { TrainingDays } from "../journal/progress/training-days.ts";
import { StatisticsAccumulator } from "../journal/statistics/statistics.ts";

interface StatsOptions extends RangeOptions {
  readonly goal?: number;
  readonly all?: true;
  readonly json?: true;
}

const EXAMPLES = `
Time under tension counts the strokes that you really did, without relaxing or pausing at the bottom. A session belongs to
the local day on which it started, and counts once a set was done in full, or half a minute of work; a test does not count.
Streaks, the calendar of the last year, and how often a routine was done in the last four weeks cover all sessions, whatever
--since and --until say.

Examples:
  unwind stats
  unwind stats --all
  unwind stats --since 3m --goal 3
  unwind stats --since 2026-10-01 --until 2026-10-31
  unwind stats --json
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  addRangeFlags(command)
    .option(
      "--goal <days>",
      "count streaks in weeks with this many days of training, 0 to 7, instead of in days",
      parseGoal,
    )
    .option("--all", "add exercises, muscles and sides, and the weeks of a year")
    .option("--json", "print JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: StatsOptions) => printStats(options, shell));
}

async function printStats(options: StatsOptions, shell: ShellEnvironment): Promise<void> {
  const [
    { openHistory },
    { createRangeFilter },
    { openCatalog },
    { describeRoutineFrequency, listRoutineFrequencies },
  ] = await Promise.all([
    import("../app/open/history.ts"),
    import("../journal/read/read-history.ts"),
    import("../app/open/catalog.ts"),
    import("../app/open/training-week.ts"),
  ]);
  const history = openHistory(shell);
  const range = parseRange(options, history.today);
  const isLimited = range.since !== undefined || range.until !== undefined;
  const { includes } = createRangeFilter(range);
  const goal = options.goal ?? history.settings.weeklyGoal;
  const all = new StatisticsAccumulator(history.firstWeekday);
  const selected = isLimited ? new StatisticsAccumulator(history.firstWeekday) : all;
  const trained = new TrainingDays();
  history.prefetch();
  for (const { summary } of history.sessions()) {
    all.add(summary);
    trained.add(summary);
    if (isLimited && includes(summary)) selected.add(summary);
  }
  // Streaks and the calendar of the last year are never limited.
  const whole = all.build(history.today, goal === 0 ? null : goal);
  const lastDay = Math.min(history.today, parseDay(range.until ?? "") ?? history.today);
  const statistics = isLimited ? { ...selected.build(lastDay, null), streak: whole.streak } : whole;
  const routines =
    whole.sessions === 0 ? [] : listRoutineFrequencies(trained, (await openCatalog(shell)).routines, history);
  if (options.json) return writeJson(shell, { ...statistics, routines });
  if (statistics.sessions === 0) {
    shell.error(isLimited ? "no session in that time" : "no session yet; start one with: unwind run");
    return;
  }
  const { renderStatsPage } = await import("../output/stats-page.ts");
  const page = {
    today: history.today,
    firstWeekday: history.firstWeekday,
    columns: shell.columns,
    howOften: routines.map((routine) => describeRoutineFrequency(routine, history.today)),
    all: options.all === true,
  };
  const lines = await renderStatsPage(statistics, whole.days, page, await loadStyle(shell));
  shell.write(`${lines.join("\n")}\n`);
}

function parseGoal(text: string): number {
  const goal = Number(text);
  if (!/^[0-7]$/.test(text)) throw new UserError(`--goal ${text}: expected a whole number of days from 0 to 7`);
  return goal;
}
