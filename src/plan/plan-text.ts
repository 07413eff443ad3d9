/** Prints a plan as plain text that a physiotherapist could read and approve. */
import { formatClock, formatDoseDuration } from "../text/duration.ts";
import { isTypedLine } from "../text/routine-name.ts";
import { fillsInterval, formatRounds, isFurtherRound, type Step, type StepRound } from "./step-types.ts";
import { describeTightIntervals, sumTimeByKind } from "./time-by-kind.ts";
import {
  formatWaitingSteps,
  listEquipment,
  type Plan,
  type PlanChange,
  type PlanGroup,
  type PlanSection,
} from "./types.ts";

/** A line of a printed plan. */
export interface PlanLine {
  readonly text: string;
  /** Columns before the text proper: a line that is wrapped continues below it. */
  readonly indent: number;
  /** What a step's line is about; absent for titles, advice and totals. */
  readonly step?: Step;
  readonly isTitle?: boolean;
}

/**
 * The plan as lines: every step with its clock time, and the totals.
 *
 * @param all whether rounds that are alike are all printed; otherwise the first of them stands for the others.
 */
export function layOutPlan(plan: Plan, all = false): PlanLine[] {
  const times = sumTimeByKind(plan);
  const { estimatedMs = plan.totalMs, seed } = plan;
  const about = estimatedMs !== plan.totalMs ? "about " : "";
  // The id that follows from a typed line is nothing to type.
  const id = isTypedLine(plan) ? "" : ` (${plan.routine})`;
  const waits = formatWaitingSteps(plan.openSteps);
  const most = estimatedMs < plan.totalMs ? `, at most ${formatClock(plan.totalMs)}` : "";
  return [
    {
      text: `${plan.title}${id}${plan.hasOneLevel ? "" : `, level ${plan.level}`}`,
      indent: 0,
      isTitle: true,
    },
    createTextLine(
      `Takes ${about}${formatClock(estimatedMs)}${most}${waits && `; ${waits}`}. Equipment: ${listEquipment(plan).join(", ") || "none"}.`,
    ),
    ...describeTightIntervals(plan).map((text) => createTextLine(text)),
    ...(seed === undefined ? [] : [createTextLine(`Random choices were made; --seed ${seed} repeats them.`)]),
    ...plan.changes.map((change) => createTextLine(`  ${formatChange(change)}`, 4)),
    ...plan.sections.flatMap((section) => [createTextLine(""), ...formatPlanSection(plan, section, all)]),
    createTextLine(""),
    createTextLine(
      `Work ${about}${formatClock(times.set)}, rest ${formatClock(times.rest)}, ` +
        `transitions ${formatClock(times.prepare + times.switch)}.`,
    ),
  ];
}

/** The plan as lines of plain text. */
export function formatPlan(plan: Plan, all = false): string[] {
  return layOutPlan(plan, all).map(({ text }) => text);
}

/** "Bridge: 3 sets of 45 s → 2 sets of 45 s (to fit 15:00)" */
export const formatChange = ({ exercise, before, after, why }: PlanChange) =>
  `${exercise}: ${before} → ${after} (${why})`;

const createTextLine = (text: string, indent = 0): PlanLine => ({ text, indent });

function formatPlanSection(plan: Plan, section: PlanSection, all: boolean): PlanLine[] {
  const steps = plan.steps.slice(section.from, section.to).filter((step) => !isFurtherRound(step));
  return [
    ...(section.title ? [{ text: section.title, indent: 0, isTitle: true }] : []),
    ...section.advice.map((advice) => createTextLine(`  - ${advice}`, 4)),
    ...(all ? steps.map((step) => formatPlanStep(plan, step)) : formatSteps(plan, steps, 0)),
  ];
}

/** The steps inside `depth` groups; of rounds that are alike, only the first. */
function formatSteps(plan: Plan, steps: readonly Step[], depth: number): PlanLine[] {
  const lines: PlanLine[] = [];
  let rest = steps;
  while (rest[0]) {
    const [first] = rest;
    const round = getRoundAt(first, depth);
    const end = rest.findIndex((step) => getRoundAt(step, depth)?.group !== round?.group);
    const part = end < 0 ? rest : rest.slice(0, end);
    rest = rest.slice(part.length);
    if (!round) lines.push(...part.map((step) => formatPlanStep(plan, step, depth)));
    else lines.push(...formatGroup(plan, part, depth));
  }
  return lines;
}

function formatGroup(plan: Plan, steps: readonly Step[], depth: number): PlanLine[] {
  const rounds: Step[][] = [];
  for (const step of steps) {
    const index = (getRoundAt(step, depth)?.index ?? 1) - 1;
    rounds[index] = [...(rounds[index] ?? []), step];
  }
  const group = plan.groups?.[getRoundAt(steps[0], depth)?.group ?? 0];
  const [first] = steps;
  if (!first || !group) return [];
  const note = group.note ? ` (${group.note})` : "";
  const lines = [
    formatPlanLine(first.atMs, depth, `${group.name ? `${group.name}, ` : ""}${formatRoundsOf(group)}${note}:`),
  ];
  for (let index = 0; index < rounds.length; ) {
    const round = rounds[index] ?? [];
    let to = index + 1;
    while (rounds[to] && isRoundAlike(rounds[to] ?? [], round)) to++;
    lines.push(...formatSteps(plan, round, depth + 1));
    const [again] = rounds[index + 1] ?? [];
    if (again && to > index + 1)
      lines.push(formatPlanLine(again.atMs, depth + 1, formatRepeats(rounds, index + 2, to)));
    index = to;
  }
  return lines;
}

/** "3 rounds", "10 rounds, one every 60 s", "as many rounds as possible in 12:00", "3 rounds for time, at most 20:00". */
function formatRoundsOf({ rounds, everyMs, capMs, countUp }: PlanGroup): string {
  if (rounds === null) return `as many rounds as possible in ${formatDoseDuration(capMs ?? 0)}`;
  const count = rounds === 1 ? "one round" : `${rounds} rounds`;
  const every = everyMs === undefined ? "" : `, one every ${formatDoseDuration(everyMs)}`;
  const cap = capMs === undefined ? "" : `, at most ${formatDoseDuration(capMs)}`;
  return `${count}${countUp ? " for time" : ""}${every}${cap}`;
}

/** "Round 2 the same, after 60 s of rest", "Rounds 2 to 8 the same, each after 60 s of rest". */
function formatRepeats(rounds: readonly Step[][], from: number, to: number): string {
  const [lead] = rounds[from - 1] ?? [];
  const isOne = from === to;
  const rest =
    lead?.kind === "rest" ? `, ${isOne ? "" : "each "}after ${formatDoseDuration(lead.durationMs ?? 0)} of rest` : "";
  return `${isOne ? `Round ${from}` : `Rounds ${from} to ${to}`} the same${rest}`;
}

/** Whether two rounds have the same steps, apart from what leads to their first set and what is left of an interval. */
function isRoundAlike(a: readonly Step[], b: readonly Step[]): boolean {
  const shapeOf = (steps: readonly Step[]) =>
    steps
      .slice(steps.findIndex(({ kind }) => kind === "set"))
      .filter((step, index, list) => index < list.length - 1 || !fillsInterval(step))
      .map(({ kind, block, side, set, durationMs, reps, load, note }) =>
        [kind, block, side, set.index, set.of, durationMs, reps, load, note].join("|"),
      );
  const [shapeA, shapeB] = [shapeOf(a), shapeOf(b)];
  return shapeA.length === shapeB.length && shapeA.every((shape, index) => shape === shapeB[index]);
}

/** The round of the group at this depth, from outside in. */
function getRoundAt(step: Step | undefined, depth: number): StepRound | undefined {
  return step?.rounds?.at(-1 - depth);
}

function formatPlanLine(atMs: number, depth: number, text: string, step?: Step): PlanLine {
  const start = `${formatClock(atMs).padStart(8)}  ${"  ".repeat(depth)}`;
  return { text: start + text, indent: start.length, ...(step && { step }) };
}

/** @param depth how many groups it is printed in; undefined: none, and its round stands in its own line. */
function formatPlanStep(plan: Plan, step: Step, depth?: number): PlanLine {
  const detail = step.kind === "set" ? formatSetDetail(plan, step) : "";
  const block = step.kind === "prepare" ? plan.blocks[step.block] : undefined;
  // A pyramid is several blocks, each with a dose of its own.
  const amount = block && !step.rounds && block.sets < step.set.of ? `${step.set.of} sets` : block?.dose;
  const dose = block ? ` (${amount}${block.note ? `; ${block.note}` : ""})` : "";
  const round = depth === undefined ? "" : formatRounds(step.rounds);
  const label = round === "" ? step.label : step.label.replace(`, ${round}`, "");
  const extras = [step.load, step.note].flatMap((extra) => (extra ? [`, ${extra}`] : [])).join("");
  return formatPlanLine(step.atMs, depth ?? 0, `${label}: ${formatStepLength(step)}${detail}${extras}${dose}`, step);
}

function formatStepLength(step: Step): string {
  const reps = step.paced ? `${step.reps} ${step.reps === 1 ? "rep" : "reps"}, ` : "";
  if (step.durationMs !== null) return `${reps}${formatDoseDuration(step.durationMs)}`;
  const [clock] = step.deadlines ?? [];
  if (step.kind === "rest" && clock) return `what is left of ${formatDoseDuration(clock.afterMs)}`;
  if (clock?.group === null) return `${reps}waits for you, at most ${formatDoseDuration(clock.afterMs)}`;
  return `${reps}waits for you${step.paced ? `, about ${formatDoseDuration(step.paced.estimateMs)}` : ""}`;
}

function formatSetDetail(plan: Plan, step: Step): string {
  if (step.durationMs === null) return "";
  if (step.beats.length < 2) {
    const phase = step.beats[0]?.phase;
    return phase ? ` ${phase}` : "";
  }
  const strokes = (plan.blocks[step.block]?.strokes ?? []).map(
    ({ word, fast, durationMs }) => `${fast ? "fast " : ""}${word.toLowerCase()} ${durationMs / 1000} s`,
  );
  const sides = plan.exercises[step.exercise]?.sides === "alternating" ? formatAlternation(step) : "";
  return `, ${step.reps} ${step.reps === 1 ? "rep" : "reps"} of ${strokes.join(", ")}${sides}`;
}

/** How a set alternates sides: ", left then right in turn" or ", left only". */
function formatAlternation(step: Step): string {
  const [first, second] = [...new Set(step.beats.map((beat) => beat.side))];
  return second ? `, ${first} then ${second} in turn` : `, ${first} only`;
}
