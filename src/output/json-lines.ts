/**
 * A session as JSON, one object a line, for programs that listen: `unwind run --json`.
 *
 * Every line has `event`, `at` (session seconds, in which pauses do not count, to the millisecond) and `time` (the
 * moment at which it was due, ISO 8601). With them come:
 *
 * | event | fields |
 * | --- | --- |
 * | session-started | `routine`, `title`, `level`, `totalSeconds`, `steps` (how many), `openSteps`, `version` |
 * | step-started | `index`, `kind`, `exercise`, `label`, `side`, `set: {index, of}`, `reps`, `seconds` (null: open) |
 * | beat | `index` (of its step), `phase`, `rep`, `side`, `seconds` |
 * | mark | `index`, `name`: half-way, ten-seconds, three, two, one |
 * | step-ended | `index`, `how`: completed, skipped, quit; `seconds` and `reps` that were done |
 * | extended | `index`, `seconds` that the person added (negative: took away) |
 * | paused | `reason`: asked, gap (the machine slept or the process was stopped) |
 * | resumed | |
 * | session-ended | `how`: finished, quit |
 *
 * `index` counts from 0, as in `unwind plan --json`; kinds, phases, sides and levels are the plan's own words.
 * A reader should pass over events and fields that it does not know: more may come.
 */
import { isoTime } from "../clock.ts";
import type { Plan } from "../plan/types.ts";
import type { Happening } from "../player/types.ts";
import type { Dated, Subscriber } from "../session-types.ts";

/** One line of JSON, without its line break. */
export function jsonLine({ happening, dueEpochMs }: Dated, plan: Plan, version?: string): string {
  return JSON.stringify({
    event: happening.type,
    at: seconds(happening.atMs),
    time: isoTime(dueEpochMs),
    ...details(happening, plan, version),
  });
}

/** Writes a session's happenings as JSON lines; `version` is the program's. */
export function jsonSubscriber(plan: Plan, write: (text: string) => void, version?: string): Subscriber {
  return (dated) => write(dated.map((one) => `${jsonLine(one, plan, version)}\n`).join(""));
}

function details(happening: Happening, plan: Plan, version: string | undefined): object {
  switch (happening.type) {
    case "session-started":
      return {
        routine: plan.routine,
        title: plan.title,
        level: plan.level,
        totalSeconds: seconds(plan.totalMs),
        steps: plan.steps.length,
        openSteps: plan.openSteps,
        version,
      };
    case "step-started":
      return { index: happening.step, ...stepDetails(plan, happening.step) };
    case "beat":
      return { index: happening.step, ...beatDetails(plan, happening.step, happening.beat) };
    case "mark":
      return { index: happening.step, name: happening.name };
    case "step-ended":
      return {
        index: happening.step,
        how: happening.how,
        seconds: seconds(happening.durationMs),
        reps: happening.reps,
      };
    case "extended":
      return { index: happening.step, seconds: seconds(happening.deltaMs) };
    case "paused":
      return { reason: happening.reason };
    case "resumed":
      return {};
    case "session-ended":
      return { how: happening.how };
  }
}

function stepDetails(plan: Plan, index: number): object {
  const step = plan.steps[index];
  if (!step) return {};
  return {
    kind: step.kind,
    exercise: step.exercise,
    label: step.label,
    side: step.side,
    set: step.set,
    reps: step.reps,
    seconds: step.durationMs === null ? null : seconds(step.durationMs),
  };
}

function beatDetails(plan: Plan, step: number, index: number): object {
  const beat = plan.steps[step]?.beats[index];
  if (!beat) return {};
  return { phase: beat.phase, rep: beat.rep, side: beat.side, seconds: seconds(beat.durationMs) };
}

/** Milliseconds in seconds, to the millisecond. */
function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}
