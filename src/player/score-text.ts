/** Scores as a person says them, and how one compares with an earlier one of the same workout. */
import { formatClock } from "../text/duration.ts";
import type { GroupScore } from "./summary-types.ts";

/** The figures of a score. */
export type ScoreFigures = Pick<GroupScore, "kind" | "rounds" | "reps" | "sets" | "setsLeft" | "ms" | "end">;

/** "7 rounds + 12 reps", "8:32", "Cap at 20:00, 2 rounds + 5 reps". */
export function formatScore(score: ScoreFigures): string {
  const { kind, end, setsLeft, ms } = score;
  if (kind === "rounds") return `${formatRoundsAndReps(score)}${end === "stopped" ? ` in ${formatScoreTime(ms)}` : ""}`;
  switch (end) {
    case "cap":
      return `Cap at ${formatScoreTime(ms)}, ${formatRoundsAndReps(score)}`;
    case "stopped":
      return `Not finished, ${formatRoundsAndReps(score)} in ${formatScoreTime(ms)}`;
    case "done":
      return `${formatScoreTime(ms)}${setsLeft > 0 ? `, ${countOf(setsLeft, "set")} left out` : ""}`;
  }
}

/** "one round more", "12 reps fewer", "0:21 faster", "the same"; "" where the two cannot be compared. */
export function compareScores(now: ScoreFigures, before: ScoreFigures): string {
  if (now.kind !== before.kind || now.end === "stopped" || before.end === "stopped") return "";
  if (now.kind === "time" && now.end === "done" && before.end === "done") {
    if (now.setsLeft !== before.setsLeft) return "";
    const seconds = Math.round(before.ms / 1000) - Math.round(now.ms / 1000);
    return seconds === 0
      ? "the same time"
      : `${formatClock(Math.abs(seconds) * 1000)} ${seconds > 0 ? "faster" : "slower"}`;
  }
  if (now.end !== before.end) return now.end === "done" ? "inside the cap this time" : "over the cap this time";
  const rounds = now.rounds - before.rounds;
  if (rounds !== 0) return compareCounts(rounds, "round");
  const reps = now.reps - before.reps;
  return reps === 0 ? "the same" : compareCounts(reps, "rep");
}

/** "one round more", "3 reps fewer". */
function compareCounts(difference: number, what: string): string {
  const count = Math.abs(difference);
  return `${count === 1 ? "one" : count} ${what}${count === 1 ? "" : "s"} ${difference > 0 ? "more" : "fewer"}`;
}

function formatRoundsAndReps({ rounds, reps, sets }: ScoreFigures): string {
  const more = reps > 0 ? ` + ${countOf(reps, "rep")}` : sets > 0 ? ` + ${countOf(sets, "set")}` : "";
  return `${countOf(rounds, "round")}${more}`;
}

/** Whole seconds, as a stopwatch that is read aloud. */
function formatScoreTime(ms: number): string {
  return formatClock(Math.round(ms / 1000) * 1000);
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
