/**
 * A session as plain text for pipes, logs and screen readers: one line per step and important mark, with session time
 * and without control characters.
 */
import type { MarkName } from "../plan/step-types.ts";
import { estimateLengthFrom, formatWaitingSteps, getExerciseOf, listWaitingSets, type Plan } from "../plan/types.ts";
import { summariseSession } from "../player/summarise-session.ts";
import { type GroupScore, isNothingDone, type WorkoutSummary } from "../player/summary-types.ts";
import type { Happening } from "../player/types.ts";
import type { DatedHappening, SessionSubscriber } from "../session/types.ts";
import { formatClock } from "../text/duration.ts";
import { escapeUnsafeText } from "../text/safe-text.ts";
import { formatCount, formatShareOf } from "../text/sentence.ts";
import { describeBeat, describeStep, describeStepEnd } from "./plain-sentences.ts";

/** Marks worth a line; three-two-one would only interrupt a screen reader. */
const MARK_WORDS: Readonly<Partial<Record<MarkName, string>>> = {
  "half-way": "halfway",
  "ten-seconds": "ten seconds",
};

/**
 * What is printed before a session starts: title, length, equipment, and the medical notice.
 *
 * @param from the first step; earlier steps are already done and not mentioned.
 */
export function formatOpening(plan: Plan, from = 0): string[] {
  const steps = plan.steps.slice(from);
  const blocks = new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []));
  const exercises = new Set(steps.map((step) => step.exercise)).size;
  const equipment = new Set([...blocks].flatMap((block) => block.equipment));
  const waits = formatWaitingSteps(listWaitingSets(plan, from).length);
  const { ms, isEstimated } = estimateLengthFrom(plan, from);
  const length = `${isEstimated ? "about " : ""}${formatClock(ms)}`;
  return [
    plan.title,
    [
      from > 0 ? `${length} left` : length,
      ...(plan.hasOneLevel ? [] : [`level ${plan.level}`]),
      formatCount(exercises, "exercise"),
      ...(waits === "" ? [] : [waits]),
    ].join(", "),
    equipment.size > 0 ? `Equipment: ${[...equipment].join(", ")}` : "No equipment",
    ...(plan.notice ? [plan.notice] : []),
  ];
}

/**
 * Formats happenings as lines, in order.
 *
 * @param shown what was already printed and is printed only once (advice of a section, instructions for an exercise);
 * the caller keeps it between calls.
 */
export function formatHappenings(
  dated: readonly DatedHappening[],
  plan: Plan,
  shown: Set<string> = new Set(),
): string[] {
  return dated.flatMap(({ happening }) => {
    const line = describeHappening(happening, plan);
    return [
      ...formatSectionsBefore(happening, plan, shown),
      ...(line === undefined ? [] : [`${formatClock(happening.atMs)}  ${line}`]),
      ...formatInstructions(happening, plan, shown),
    ];
  });
}

/**
 * What was done: sets, repetitions, time, skipped exercises, time under tension per muscle, and failures of secondary
 * features (`notices`).
 */
export function formatSummary(summary: WorkoutSummary, notices: readonly string[] = []): string[] {
  const reps = summary.reps > 0 ? `, ${formatCount(summary.reps, "repetition")}` : "";
  const time = `${formatClock(summary.workedMs)} of work in ${formatClock(summary.sessionMs)}`;
  return [
    "",
    isNothingDone(summary)
      ? "Nothing done: no set was begun"
      : `Done: ${formatShareOf(summary.setsCompleted, summary.setsPlanned, "set")}${reps}, ${time}`,
    ...summary.scores.map(
      ({ title, text, comparison }) => `${title}: ${text}${comparison === "" ? "" : `, ${comparison}`}`,
    ),
    ...(summary.finished ? summary.skipped.map((label) => `Skipped: ${label}`) : []),
    ...summary.muscles.map(({ name, ms }) => `Under tension: ${name} ${formatClock(ms)}`),
    ...notices.map((notice) => `Note: ${escapeUnsafeText(notice)}`),
  ];
}

/**
 * Prints a session as plain text: an overview before it starts, its happenings, and a summary at the end.
 *
 * @param from the first step.
 * @param hint a line that explains what can be typed, if input is possible.
 * @param compareWithLast says how a score compares with the last time.
 */
export function createPlainSubscriber(
  plan: Plan,
  write: (text: string) => void,
  from = 0,
  hint?: string,
  compareWithLast?: (score: GroupScore) => string,
): SessionSubscriber {
  const shown = new Set<string>();
  return (dated, session) => {
    const has = (type: Happening["type"]) => dated.some(({ happening }) => happening.type === type);
    const lines = [
      ...(has("session-started") ? [...formatOpening(plan, from), ...(hint ? [hint] : []), ""] : []),
      ...formatHappenings(dated, plan, shown),
      ...(has("session-ended")
        ? formatSummary(summariseSession(plan, session.state(), compareWithLast), session.notices())
        : []),
    ];
    write(lines.map((line) => `${line}\n`).join(""));
  };
}

function describeHappening(happening: Happening, plan: Plan): string | undefined {
  switch (happening.type) {
    case "session-started":
      return undefined;
    case "step-started":
      return describeStep(plan, happening.step);
    case "beat":
      return describeBeat(plan, happening.step, happening.beat);
    case "mark":
      return describeMark(happening);
    case "step-ended":
      return describeStepEnd(plan, happening);
    case "corrected":
      return `${plan.steps[happening.step]?.label}: ${formatCount(happening.reps, "rep")}`;
    case "extended":
      return `${Math.abs(happening.deltaMs) / 1000} s ${happening.deltaMs < 0 ? "removed" : "added"}`;
    case "paused":
      return happening.reason === "gap" ? "paused while the computer slept or the program was stopped" : "paused";
    case "resumed":
      return "resumed";
    case "session-ended":
      return happening.how === "finished" ? "finished" : "stopped";
  }
}

/** "halfway"; of a clock "half of the time is up", "ten seconds of the round left". */
function describeMark({ name, clock }: Happening & { type: "mark" }): string | undefined {
  if (clock && name === "half-way") return "half of the time is up";
  if (clock && name === "ten-seconds") return clock === "cap" ? "ten seconds left" : "ten seconds of the round left";
  return MARK_WORDS[name];
}

/** Sections that start here; sections of advice alone appear between steps or after the last. */
function formatSectionsBefore(happening: Happening, plan: Plan, shown: Set<string>): string[] {
  if (happening.type === "step-started") return formatSectionsAt(plan, happening.step, shown);
  const finished = happening.type === "session-ended" && happening.how === "finished";
  return finished ? formatSectionsAt(plan, plan.steps.length, shown) : [];
}

/**
 * Instructions at the first step of an exercise, or of a block with a position of its own; the note of a block at the
 * block's first step.
 */
function formatInstructions(happening: Happening, plan: Plan, shown: Set<string>): string[] {
  const step = happening.type === "step-started" ? plan.steps[happening.step] : undefined;
  const exercise = getExerciseOf(plan, step);
  if (!step || !exercise) return [];
  const ownPosition = plan.blocks[step.block]?.position;
  const note = [plan.blocks[step.block]?.note, step.note].filter(Boolean).join(" ");
  const lines = [
    ...takeOnce(shown, `exercise ${exercise.id}${ownPosition ? ` ${ownPosition}` : ""}`, () =>
      [exercise.position, ...exercise.steps].filter((text) => text !== ""),
    ),
    ...takeOnce(shown, `note ${step.block} ${step.note ?? ""}`, () => (note ? [note] : [])),
    ...takeOnce(shown, `cautions ${exercise.id}`, () => exercise.cautions.map((caution) => `Caution: ${caution}`)),
  ];
  return lines.filter((line) => line !== "").map((line) => `- ${line}`);
}

/** The section that starts at this step, after the sections of advice alone before it. */
function formatSectionsAt(plan: Plan, step: number, shown: Set<string>): string[] {
  return plan.sections
    .filter((section) => section.from === step && (section.to > step || section.advice.length > 0))
    .flatMap(({ index, title, advice }) =>
      takeOnce(shown, `section ${index}`, () => [
        ...(title === "" ? [] : [`Section: ${title}`]),
        ...advice.map((text) => `- ${text}`),
      ]),
    );
}

/** `lines` the first time for a key, nothing afterwards. */
function takeOnce(shown: Set<string>, key: string, lines: () => string[]): string[] {
  if (shown.has(key)) return [];
  shown.add(key);
  return lines();
}
