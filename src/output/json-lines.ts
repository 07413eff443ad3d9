/**
 * What happens in a session as JSON, one object a line, for programs that listen: `unwind run --json`.
 *
 * Every line has `event`, `at` (session time in seconds, without pauses, to the millisecond) and `time` (when
 * it was due, ISO 8601). With them come:
 *
 * | event | fields |
 * | --- | --- |
 * | session-started | `routine`, `title`, `level`, `totalSeconds`, `steps` (how many), `openSteps`, `version` |
 * | step-started | `index`, `kind`, `exercise`, `label`, `side`, `set: {index, of}`, `reps`, `seconds` (null: open) |
 * | beat | `index` (of its step), `phase`, `rep`, `side`, `seconds` |
 * | mark | `index`, `name`: half-way, ten-seconds, three, two, one; `clock`: interval, cap, where it counts that of a group |
 * | step-ended | `index`, `how`: completed, skipped, quit; `seconds` and `reps` that were done |
 * | corrected | as step-ended: the person has set right the repetitions of a set that a clock had cut off |
 * | extended | `index`, `seconds` that the person added (negative: took away) |
 * | paused | `reason`: asked, gap (the machine slept or the process was stopped) |
 * | resumed | |
 * | cue | `due` (milliseconds since the epoch), `kind`: tone, speech; `name`, and `hz` or `text`: what is heard |
 * | session-ended | `how`: finished, quit; `scores` of groups that have one |
 *
 * `step-started` also has what `unwind plan --json` has of the step: `group`, `round: {index, of}`, `load`, `note`, `paced`.
 * `step-ended` repeats `group`, `round` and `load`, and `paced`. Each of `scores` has the `group` and its `name`, `workout` (what
 * it is for), `kind`: rounds (as many as possible), time; `rounds` completed, `reps` and `sets` of the others, `setsLeft`,
 * `seconds`, `end`: done, cap, stopped; and `text`, "7 rounds + 12 reps".
 * `index` counts from 0, as in `unwind plan --json`; kinds, phases, sides and levels are as in the plan.
 * `session-ended` is the last line, even though its last spoken line is heard after it.
 * Readers should ignore unknown events and fields: more may be added.
 */
import type { PlayedCue } from "../audio/cue-playback.ts";
import { formatTimestamp } from "../calendar.ts";
import { describeStepExtras } from "../plan/plan-json.ts";
import type { Plan } from "../plan/types.ts";
import { formatScore } from "../player/score-text.ts";
import type { GroupScore } from "../player/summary-types.ts";
import type { Happening } from "../player/types.ts";
import type { DatedHappening } from "../session/types.ts";

/** One line of JSON, without its line break. @param scores come with the end of the session. */
export function formatHappeningJson(
  { happening, dueEpochMs }: DatedHappening,
  plan: Plan,
  version?: string,
  scores: readonly GroupScore[] = [],
): string {
  return JSON.stringify({
    event: happening.type,
    at: toSeconds(happening.atMs),
    time: formatTimestamp(dueEpochMs),
    ...happeningDetails(happening, plan, version, scores),
  });
}

/** One line of JSON for a sound or a spoken line that is due, without its line break. */
export function formatCueJson({ cue, dueEpochMs }: PlayedCue): string {
  return JSON.stringify({
    event: "cue",
    at: toSeconds(cue.atMs),
    time: formatTimestamp(dueEpochMs),
    due: Math.round(dueEpochMs * 1000) / 1000,
    kind: cue.kind,
    name: cue.name,
    ...(cue.kind === "tone" ? { hz: cue.hz } : { text: cue.text }),
  });
}

function happeningDetails(
  happening: Happening,
  plan: Plan,
  version: string | undefined,
  scores: readonly GroupScore[],
): object {
  switch (happening.type) {
    case "session-started":
      return {
        routine: plan.routine,
        title: plan.title,
        level: plan.level,
        totalSeconds: toSeconds(plan.totalMs),
        steps: plan.steps.length,
        openSteps: plan.openSteps,
        ...(plan.estimatedMs !== undefined && { estimatedSeconds: toSeconds(plan.estimatedMs) }),
        version,
      };
    case "step-started":
      return { index: happening.step, ...stepDetails(plan, happening.step) };
    case "beat":
      return { index: happening.step, ...beatDetails(plan, happening.step, happening.beat) };
    case "mark":
      return { index: happening.step, name: happening.name, ...(happening.clock && { clock: happening.clock }) };
    case "step-ended":
    case "corrected":
      return {
        index: happening.step,
        how: happening.how,
        seconds: toSeconds(happening.durationMs),
        reps: happening.reps,
        ...describeStepPlace(plan, happening.step),
      };
    case "extended":
      return { index: happening.step, seconds: toSeconds(happening.deltaMs) };
    case "paused":
      return { reason: happening.reason };
    case "resumed":
      return {};
    case "session-ended":
      return { how: happening.how, ...(scores.length > 0 && { scores: scores.map(toScoreJson) }) };
  }
}

function toScoreJson(score: GroupScore): object {
  const { ms, ...figures } = score;
  return { ...figures, seconds: toSeconds(ms), text: formatScore(score) };
}

/** What tells the sets of a round apart without looking up the step. */
function describeStepPlace(plan: Plan, index: number): object {
  const step = plan.steps[index];
  const { group, round, load, paced } = step ? describeStepExtras(step) : {};
  return {
    ...(round && { group, round }),
    ...(load !== undefined && { load }),
    ...(paced && { paced }),
  };
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
    seconds: step.durationMs === null ? null : toSeconds(step.durationMs),
    ...describeStepExtras(step),
  };
}

function beatDetails(plan: Plan, step: number, index: number): object {
  const beat = plan.steps[step]?.beats[index];
  if (!beat) return {};
  return { phase: beat.phase, rep: beat.rep, side: beat.side, seconds: toSeconds(beat.durationMs) };
}

/** Converts milliseconds to seconds, rounded to the millisecond. */
function toSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}
