/** Sentences for plain output: what a step asks for, complete enough to follow without having read the previous one. */
import type { Beat, Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import type { Happening } from "../player/types.ts";
import { PHASE_LABELS } from "../terms.ts";
import { formatDoseDuration } from "../text/duration.ts";
import { capitaliseFirst, formatCount } from "../text/sentence.ts";

/** Strokes at least this long on average can each be read or heard; shorter ones would outrun the reader. */
const SLOW_STROKE_MS = 5000;

/** "Rest, 60 s. Then Psoas march, set 2 of 3: 20 repetitions (lift 3 s, hold 1 s, lower 3 s)." */
export function describeStep(plan: Plan, index: number): string | undefined {
  const step = plan.steps[index];
  if (!step) return undefined;
  if (step.kind === "set")
    return joinAsSentences(`${step.label}: ${describeAmount(plan, step)}`, describeSide(plan, step));
  const next = plan.steps.slice(index).find((later) => later.kind === "set");
  const isFiller = step.kind === "rest" && step.durationMs === null;
  const length =
    step.durationMs === null ? (isFiller ? " until the next round" : "") : `, ${formatDoseDuration(step.durationMs)}`;
  return next
    ? joinAsSentences(
        `${step.label}${length}`,
        `Then ${next.label}: ${describeAmount(plan, next)}`,
        describeSide(plan, next),
      )
    : joinAsSentences(`${step.label}${length}`);
}

/** "Contract, 7 s, repetition 2 of 3. Press the knee into your hand." Only for strokes slow enough to read. */
export function describeBeat(plan: Plan, index: number, beatIndex: number): string | undefined {
  const step = plan.steps[index];
  const beat = step?.beats[beatIndex];
  if (!step || !beat || !hasSlowStrokes(step)) return undefined;
  const stroke = plan.blocks[step.block]?.strokes[beat.stroke];
  const rep = step.reps > 1 ? `, repetition ${beat.rep} of ${step.reps}` : "";
  return joinAsSentences(
    `${capitaliseFirst(nameStroke(plan, step, beat))}, ${formatDoseDuration(beat.durationMs)}${rep}`,
    stroke?.cue ?? "",
  );
}

/** What to say when a step ends; nothing if it went as planned. */
export function describeStepEnd(plan: Plan, ended: Happening & { type: "step-ended" }): string | undefined {
  const step = plan.steps[ended.step];
  if (ended.how === "skipped") return "skipped";
  if (step?.kind !== "set" || ended.how === "quit") return undefined;
  if (step.durationMs === null) {
    const time = formatDoseDuration(Math.round(ended.durationMs / 1000) * 1000);
    return step.paced ? `${formatCount(ended.reps, "repetition")} in ${time}` : `done after ${time}`;
  }
  return ended.reps < step.reps ? `stopped after ${ended.reps} of ${step.reps} reps` : undefined;
}

/** "55 s", "20 repetitions (lift 3 s, hold 1 s, lower 3 s), left first", "as long as you need". */
function describeAmount(plan: Plan, step: Step): string {
  const count = describeCount(plan, step);
  return step.load ? `${count}, ${step.load}` : count;
}

function describeCount(plan: Plan, step: Step): string {
  const count = formatCount(step.reps, "repetition");
  if (step.paced) {
    return step.durationMs === null
      ? `${count}, then press Enter`
      : `${count} in ${formatDoseDuration(step.durationMs)}`;
  }
  if (step.durationMs === null) return "as long as you need, then press Enter";
  if (step.beats.length <= 1) return formatDoseDuration(step.durationMs);
  const strokes = step.beats.filter((beat) => beat.rep === 1);
  const parts = strokes.map(
    (beat) => `${nameStroke(plan, step, beat)} ${beat.fast ? "fast" : formatDoseDuration(beat.durationMs)}`,
  );
  return `${count} (${parts.join(", ")})${describeSideOrder(step)}`;
}

/** Which side goes first if repetitions alternate, or that all are on one side. */
function describeSideOrder(step: Step): string {
  if (step.side !== null) return "";
  const sides = new Set(step.beats.map((beat) => beat.side));
  const first = step.beats[0]?.side;
  if (!first) return "";
  return sides.size > 1 ? `, ${first} first` : `, all ${first}`;
}

/** What the side means for a set: "Right knee forward". */
function describeSide(plan: Plan, step: Step): string {
  const exercise = plan.exercises[step.exercise];
  return (step.side && exercise?.sideMeaning?.[step.side]) ?? "";
}

function hasSlowStrokes(step: Step): boolean {
  const strokes = step.beats.length;
  return strokes > 1 && step.durationMs !== null && step.durationMs / strokes >= SLOW_STROKE_MS;
}

/** The stroke's own word, or that of its phase, in lower case. */
function nameStroke(plan: Plan, step: Step, beat: Beat): string {
  return (plan.blocks[step.block]?.strokes[beat.stroke]?.word ?? PHASE_LABELS[beat.phase]).toLowerCase();
}

function joinAsSentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
