/**
 * A session as plain lines, for a pipe, a log and a screen reader: one line a step and at the marks that matter, each
 * with its session time, and no control characters.
 */

import type { MarkName, Plan, PlanSection } from "../plan/types.ts";
import { summarise } from "../player/summary.ts";
import type { Happening, Summary } from "../player/types.ts";
import type { Dated, Subscriber } from "../session/types.ts";
import { clockText } from "../text/duration.ts";
import { safeText } from "../text/safe-text.ts";
import { beatLine, endedLine, stepLine } from "./plain-words.ts";

/** Marks that are worth a line; three-two-one would only be in the way of whoever listens to a screen reader. */
const MARK_WORDS: Readonly<Partial<Record<MarkName, string>>> = {
  "half-way": "half-way",
  "ten-seconds": "ten seconds",
};

/**
 * What is printed before a session starts: title, length, equipment, and the medical notice.
 *
 * @param from the step that it begins with: what lies before it was done already, and is not told.
 */
export function openingLines(plan: Plan, from = 0): string[] {
  const steps = plan.steps.slice(from);
  const blocks = new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []));
  const exercises = new Set(steps.map((step) => step.exercise)).size;
  const equipment = new Set([...blocks].flatMap((block) => block.equipment));
  const openSteps = steps.filter((step) => step.durationMs === null).length;
  const waits = openSteps === 1 ? "1 step waits for you" : `${openSteps} steps wait for you`;
  const length = clockText(steps.reduce((ms, step) => ms + (step.durationMs ?? 0), 0));
  return [
    plan.title,
    [
      from > 0 ? `${length} left` : length,
      `level ${plan.level}`,
      exercises === 1 ? "1 exercise" : `${exercises} exercises`,
      ...(openSteps > 0 ? [waits] : []),
    ].join(", "),
    equipment.size > 0 ? `You need: ${[...equipment].join(", ")}` : "No equipment",
    ...(plan.notice ? [plan.notice] : []),
  ];
}

/**
 * The lines of what has happened, in order.
 *
 * @param shown What has been printed and is printed once only (a section's advice, how an exercise is done): kept by
 * the caller from one call to the next.
 */
export function plainLines(dated: readonly Dated[], plan: Plan, shown: Set<string> = new Set()): string[] {
  return dated.flatMap(({ happening }) => {
    const line = lineOf(happening, plan);
    return [
      ...linesBefore(happening, plan, shown),
      ...(line === undefined ? [] : [`${clockText(happening.atMs)}  ${line}`]),
      ...linesAfter(happening, plan, shown),
    ];
  });
}

/**
 * What was done: sets, repetitions, time, what was left out, the time under tension of each muscle, and what failed at
 * the side (`notices`).
 */
export function summaryLines(summary: Summary, notices: readonly string[] = []): string[] {
  const reps = summary.reps > 0 ? `, ${summary.reps} repetitions` : "";
  const time = `${clockText(summary.workedMs)} of work in ${clockText(summary.sessionMs)}`;
  return [
    "",
    `Done: ${summary.sets} of ${summary.setsPlanned} sets${reps}, ${time}`,
    ...(summary.finished ? summary.skipped.map((label) => `Left out: ${label}`) : []),
    ...summary.muscles.map(({ name, ms }) => `Under tension: ${name} ${clockText(ms)}`),
    ...notices.map((notice) => `To know: ${safeText(notice)}`),
  ];
}

/**
 * Prints a session as plain lines: what it is before it starts, its happenings, and what was done at its end.
 *
 * @param from The step that it begins with.
 * @param hint A line that says what may be typed, where somebody can type.
 */
export function plainSubscriber(plan: Plan, write: (text: string) => void, from = 0, hint?: string): Subscriber {
  const shown = new Set<string>();
  return (dated, session) => {
    const has = (type: Happening["type"]) => dated.some(({ happening }) => happening.type === type);
    const lines = [
      ...(has("session-started") ? [...openingLines(plan, from), ...(hint ? [hint] : []), ""] : []),
      ...plainLines(dated, plan, shown),
      ...(has("session-ended") ? summaryLines(summarise(plan, session.state()), session.notices()) : []),
    ];
    write(lines.map((line) => `${line}\n`).join(""));
  };
}

function lineOf(happening: Happening, plan: Plan): string | undefined {
  switch (happening.type) {
    case "session-started":
      return undefined;
    case "step-started":
      return stepLine(plan, happening.step);
    case "beat":
      return beatLine(plan, happening.step, happening.beat);
    case "mark":
      return MARK_WORDS[happening.name];
    case "step-ended":
      return endedLine(plan, happening);
    case "extended":
      return `${Math.abs(happening.deltaMs) / 1000} s ${happening.deltaMs < 0 ? "taken away" : "added"}`;
    case "paused":
      return happening.reason === "gap" ? "paused: the machine slept, or the program was stopped" : "paused";
    case "resumed":
      return "goes on";
    case "session-ended":
      return happening.how === "finished" ? "finished" : "ended before the end";
  }
}

/** The sections that begin here; those of advice stand between steps, or after the last. */
function linesBefore(happening: Happening, plan: Plan, shown: Set<string>): string[] {
  if (happening.type === "step-started") return sectionLines(plan, happening.step, shown);
  const finished = happening.type === "session-ended" && happening.how === "finished";
  return finished ? sectionLines(plan, plan.steps.length, shown) : [];
}

/** How an exercise is done, at its first step; what its block has to say, at the block's. */
function linesAfter(happening: Happening, plan: Plan, shown: Set<string>): string[] {
  const step = happening.type === "step-started" ? plan.steps[happening.step] : undefined;
  const exercise = plan.exercises[step?.exercise ?? ""];
  if (!step || !exercise) return [];
  const note = plan.blocks[step.block]?.note;
  const lines = [
    ...once(shown, `exercise ${exercise.id}`, () => [exercise.position, ...exercise.steps]),
    ...once(shown, `note ${step.block}`, () => (note ? [note] : [])),
    ...once(shown, `cautions ${exercise.id}`, () => exercise.cautions.map((caution) => `Caution: ${caution}`)),
  ];
  return lines.map((line) => `- ${line}`);
}

/** The title of the section that begins with this step, after the sections of advice that stand before it. */
function sectionLines(plan: Plan, step: number, shown: Set<string>): string[] {
  return plan.sections
    .filter((section) => section.from === step && (section.to > step || section.advice.length > 0))
    .flatMap((section) => once(shown, `section ${section.index}`, () => linesOfSection(section)));
}

function linesOfSection(section: PlanSection): string[] {
  const title = section.title === "" ? [] : [`Section: ${section.title}`];
  return [...title, ...section.advice.map((advice) => `- ${advice}`)];
}

/** `lines` the first time that `key` is asked for, nothing from then on. */
function once(shown: Set<string>, key: string, lines: () => string[]): string[] {
  if (shown.has(key)) return [];
  shown.add(key);
  return lines();
}
