/**
 * Composes a personal routine from the last Thomas test: muscles that may be short are released, on the tighter side first
 * where both are worked; a side that passes works on the other hip flexors; then the opposing muscles are worked. Pure.
 */
import { createRoutineBlock, FOR_ME_ID } from "../catalog/create-routine.ts";
import type { Exercise } from "../catalog/exercise-types.ts";
import { normaliseFrequency } from "../catalog/frequency.ts";
import { normaliseSource } from "../catalog/normalise.ts";
import type { Block, Routine, Section } from "../catalog/types.ts";
import type { Side } from "../terms.ts";
import { findTighterSide, isTrainable } from "./evaluate.ts";
import type { ThomasTable } from "./thomas-table.ts";
import { type BothSides, SIDES, type SideAnswers, type SideResult } from "./types.ts";

/** The test results a routine is composed from. */
export interface ThomasTestResult {
  readonly sides: BothSides<SideAnswers>;
  readonly results: BothSides<SideResult>;
  /** As text: "Tested on 2026-11-22: left may be short (psoas); right passes". */
  readonly summary: string;
}

type ReleaseGroup = ThomasTable["plan"]["others"];
type ReleaseExercise = ReleaseGroup["exercises"][number];

/**
 * Composes the routine. It contains only advice if every tested side hurts. If the user has overridden a shipped exercise,
 * theirs is used. While one side hurts, the other does only what leaves that hip at rest.
 */
export function composeRoutine(
  tested: ThomasTestResult,
  table: ThomasTable,
  exercises: ReadonlyMap<string, Exercise>,
): Routine {
  const { results } = tested;
  const { plan } = table;
  const painful = SIDES.filter((side) => results[side].verdict === "pain");
  const trainable = SIDES.filter((side) => isTrainable(results[side]));
  const passing = trainable.filter((side) => results[side].muscles.length === 0);
  const withoutPain = painful.length === 0;
  const adapt = (group: ReleaseGroup) => (withoutPain ? group : sparePainfulSide(group, table));
  const others = createSection(adapt(plan.others), passing, null, (one) =>
    createBlock(one, passing, null, exercises.get(one.exercise)),
  );
  const opposite = createSection(plan.opposite, [], null, (one) =>
    createBlock(one, SIDES, null, exercises.get(one.exercise)),
  );
  return {
    id: FOR_ME_ID,
    name: plan.name,
    aliases: [],
    summary: tested.summary,
    sections: [
      ...(painful.length > 0 ? [createPainSection(painful, plan.pain)] : []),
      ...createReleaseSections(tested, plan.release, adapt, exercises),
      ...(passing.length > 0 ? [others] : []),
      ...(trainable.length > 0 && withoutPain ? [opposite] : []),
    ],
    frequency: normaliseFrequency(plan.frequency),
    about: [{ topic: "stop", ...table.stop, source: null }],
    notice: plan.notice,
    source: normaliseSource(table.source),
    origin: "shipped",
  };
}

/** One section per muscle. An exercise that serves two muscles is done once per side, in the section of the first. */
function createReleaseSections(
  { results, sides }: ThomasTestResult,
  groups: ThomasTable["plan"]["release"],
  adapt: (group: ReleaseGroup) => ReleaseGroup,
  exercises: ReadonlyMap<string, Exercise>,
): Section[] {
  const tighter = findTighterSide(results, sides);
  const done = new Set<string>();
  return groups.flatMap((group) => {
    const shortSides = SIDES.filter(
      (side) => isTrainable(results[side]) && results[side].muscles.includes(group.muscle),
    );
    const section = createSection(adapt(group), shortSides, tighter, (one) => {
      const remaining = shortSides.filter((side) => !done.has(`${one.exercise} ${side}`));
      for (const side of remaining) done.add(`${one.exercise} ${side}`);
      return createBlock(one, remaining, tighter, exercises.get(one.exercise));
    });
    return section.blocks.length > 0 ? [section] : [];
  });
}

/** What a group comes to while the other side hurts: a stretch that leaves that hip at rest, and what spares it anyway. */
function sparePainfulSide(group: ReleaseGroup, { leaveAlone }: ThomasTable): ReleaseGroup {
  const spared = group.exercises.filter(({ exercise }) => leaveAlone.spares.includes(exercise));
  return { ...group, exercises: [leaveAlone.instead, ...spared] };
}

/** A block for these sides, which begins with the tighter one; null if no side needs it. */
function createBlock(
  { exercise: id, priority, why, how }: ReleaseExercise,
  sides: readonly Side[],
  tighter: Side | null,
  exercise: Exercise | undefined,
): ReasonedBlock | null {
  const [first, second] = sides;
  if (!exercise || !first) return null;
  const isSided = exercise.sides.mode !== "both";
  const block = createRoutineBlock(id, {
    priority,
    note: how ?? null,
    ...(isSided && !second && { side: first }),
    ...(isSided && second && tighter && { firstSide: tighter }),
  });
  return { block, why: `${exercise.name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}` };
}

/** A block, and what it is for: "Psoas side-bend stretch: lengthens the psoas from both ends." */
interface ReasonedBlock {
  readonly block: Block;
  readonly why: string;
}

const SIDE_NAMES: Readonly<Record<Side, string>> = { left: "Left", right: "Right" };

/** A section with its reasons as advice, which is read and not spoken: aloud, what to do comes first. */
function createSection(
  group: ReleaseGroup,
  sides: readonly Side[],
  tighter: Side | null,
  blockOf: (one: ReleaseExercise) => ReasonedBlock | null,
): Section {
  const [first, second] = sides;
  const both = tighter ? `Both sides, ${tighter} first: it is the tighter one. ` : "Both sides. ";
  const about = second ? both : first ? `${SIDE_NAMES[first]} side. ` : "";
  const blocks = group.exercises.flatMap((one) => blockOf(one) ?? []);
  return {
    title: group.title,
    summary: null,
    blocks: blocks.map(({ block }) => block),
    advice: [`${about}${group.why}`, ...blocks.map(({ why }) => why)],
    source: normaliseSource(group.source),
  };
}

function createPainSection(sides: readonly Side[], { title, advice, source }: ThomasTable["plan"]["pain"]): Section {
  const consequence =
    sides.length === 2
      ? "Both sides hurt in the test: neither is worked here."
      : `The ${sides[0]} side hurt in the test: it is left alone here.`;
  return { title, summary: null, blocks: [], advice: [consequence, ...advice], source: normaliseSource(source) };
}
