/** The tables of `unwind stats --all`: time under tension by exercise, by muscle and by side, with bars. */
import type { Statistics } from "../journal/statistics/types.ts";
import { formatDuration } from "../text/duration.ts";
import type { BarTableColumn } from "./table.ts";

/** Minimum columns of a name before it wraps between words. */
const MIN_NAME_COLUMNS = 14;

const formatSeconds = (seconds: number) => formatDuration(seconds * 1000);

export function exerciseColumns({ exercises: all }: Statistics): readonly BarTableColumn[] {
  const seconds = all.map((total) => total.tensionSeconds);
  return [
    { title: "exercise", minWidth: MIN_NAME_COLUMNS, cells: all.map(({ name }) => name) },
    { title: "sessions", align: "right", spare: true, cells: all.map(({ sessions }) => String(sessions)) },
    { title: "sets", align: "right", spare: true, cells: all.map(({ sets }) => String(sets)) },
    { title: "reps", align: "right", spare: true, cells: all.map(({ reps }) => String(reps)) },
    { title: "tension", align: "right", cells: seconds.map(formatSeconds) },
    { shares: scaleToLongest(seconds, seconds) },
  ];
}

export function muscleColumns({ muscles: all }: Statistics): readonly BarTableColumn[] {
  const seconds = all.map((total) => total.tensionSeconds);
  return [
    { title: "muscle", minWidth: MIN_NAME_COLUMNS, cells: all.map(({ muscle }) => muscle) },
    { title: "tension", align: "right", cells: seconds.map(formatSeconds) },
    { shares: scaleToLongest(seconds, seconds) },
  ];
}

/** For one-sided exercises: both sides on one scale, and which is ahead. */
export function sideColumns({ exercises: all }: Statistics): readonly BarTableColumn[] {
  const sided = all.filter((total) => total.left + total.right > 0);
  const left = sided.map((total) => total.left);
  const right = sided.map((total) => total.right);
  const both = [...left, ...right];
  return [
    { title: "exercise", minWidth: MIN_NAME_COLUMNS, cells: sided.map(({ name }) => name) },
    { title: "left", align: "right", cells: left.map(formatSeconds) },
    { shares: scaleToLongest(left, both) },
    { title: "right", align: "right", cells: right.map(formatSeconds) },
    { shares: scaleToLongest(right, both) },
    { title: "balance", cells: sided.map((total) => describeBalance(total.left, total.right)) },
  ];
}

/** Below this relative difference the sides are even; a side with less than this time counts as nothing. */
const EVEN_SHARE = 0.02;
const MIN_SECONDS = 1;

function describeBalance(left: number, right: number): string {
  const [less, more] = [Math.min(left, right), Math.max(left, right)];
  const side = left > right ? "left" : "right";
  if (more < MIN_SECONDS || (more - less) / more < EVEN_SHARE) return "even";
  // A side with almost no time is no basis for a percentage.
  return less < MIN_SECONDS ? `${side} only` : `${side} +${Math.round((more / less - 1) * 100)} %`;
}

/** Each value relative to the largest; zeros if that is negligible. */
function scaleToLongest(seconds: readonly number[], all: readonly number[]): readonly number[] {
  const most = Math.max(...all);
  return seconds.map((one) => (most < MIN_SECONDS ? 0 : one / most));
}
