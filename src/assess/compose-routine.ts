/**
 * A routine for one person, composed from the last Thomas test: what is short is released, the tighter side first and
 * with one set more, then the muscles that oppose it work; what is not short is left out. Pure.
 */
import { createRoutineBlock, FOR_ME_ID } from "../catalog/create-routine.ts";
import type { Block, DoseValue, Exercise, Routine, Section, SourceReference } from "../catalog/types.ts";
import { findTighterSide, isTrainable } from "./evaluate.ts";
import type { ThomasTable } from "./table-schema.ts";
import { type BothSides, SIDES, type Side, type SideAnswers, type SideResult } from "./types.ts";

/** The test that a routine is composed from. */
export interface ThomasTestResult {
  readonly sides: BothSides<SideAnswers>;
  readonly results: BothSides<SideResult>;
  /** In words: "Tested on 2026-11-22: left: iliopsoas short; right: passes". */
  readonly summary: string;
}

type ReleaseGroup = ThomasTable["plan"]["others"];
type ReleaseExercise = ReleaseGroup["exercises"][number];

/** The routine; advice alone where every side that was tested hurts. A person's own exercise in place of a shipped one is used as it is. */
export function composeRoutine(
  tested: ThomasTestResult,
  table: ThomasTable,
  exercises: ReadonlyMap<string, Exercise>,
): Routine {
  const { results } = tested;
  const { plan } = table;
  const painful = SIDES.filter((side) => results[side].verdict === "pain");
  const free = SIDES.filter((side) => isTrainable(results[side]));
  const short = free.filter((side) => results[side].muscles.length > 0);
  const work =
    short.length > 0
      ? createReleaseSections(tested, table, exercises, short)
      : free.length > 0
        ? [createSection(plan.others, (one) => createBlocks(one, free, { exercises, why: plan.others.why, free }))]
        : [];
  return {
    id: FOR_ME_ID,
    name: plan.name,
    aliases: [],
    summary: tested.summary,
    sections: [
      ...(painful.length > 0 ? [createPainSection(painful, free.length > 0, plan.pain)] : []),
      ...work,
      ...(free.length > 0
        ? [
            createSection(plan.opposite, (one) => [
              createBlock(one, { note: joinSentences(plan.opposite.why, one.why) }),
            ]),
          ]
        : []),
    ],
    about: [{ topic: "stop", title: "Stop and see someone", items: plan.stop, source: null }],
    notice: plan.notice,
    source: toSource(table.source),
    origin: "shipped",
  };
}

/** Muscle by muscle; an exercise that serves two muscles is done once on a side, where the first of them is worked. */
function createReleaseSections(
  { results, sides }: ThomasTestResult,
  { plan }: ThomasTable,
  exercises: ReadonlyMap<string, Exercise>,
  short: readonly Side[],
): Section[] {
  const tighter = findTighterSide(results, sides);
  const done = new Set<string>();
  return plan.release.flatMap((group) => {
    const here = short.filter((side) => results[side].muscles.includes(group.muscle));
    const made = createSection(group, (one) => {
      const left = here.filter((side) => !done.has(`${one.exercise} ${side}`));
      for (const side of left) done.add(`${one.exercise} ${side}`);
      return createBlocks(one, left, { exercises, why: group.why, free: short, tighter });
    });
    return made.blocks.length > 0 ? [made] : [];
  });
}

interface BlockContext {
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** Why the group is there. */
  readonly why: string;
  /** Sides that are worked at all. */
  readonly free: readonly Side[];
  readonly tighter?: Side | null;
}

/** One block for both sides, or one for each: the tighter first, with one set more. None when no side needs it. */
function createBlocks(
  one: ReleaseExercise,
  sides: readonly Side[],
  { exercises, why, tighter = null }: BlockContext,
): Block[] {
  const exercise = exercises.get(one.exercise);
  if (!exercise || sides.length === 0) return [];
  // Where both sides work at once there is none to begin with or to leave out.
  if (exercise.sides.mode === "both") return [createBlock(one, { note: joinSentences(why, one.why) })];
  if (sides.length === 2 && tighter === null)
    return [createBlock(one, { note: joinSentences("Both sides.", why, one.why) })];
  const ordered = [...sides].sort((a, b) => Number(b === tighter) - Number(a === tighter));
  return ordered.map((side) => {
    const more = side === tighter;
    const word = side === "left" ? "Left" : "Right";
    const which = more
      ? `${word}, the tighter side: first, and a set more when there is time.`
      : sides.length === 1
        ? `${word} only.`
        : `${word}.`;
    const sets = more && exercise.pattern.type !== "open" ? { sets: addOneSet(exercise.dose.sets, side) } : {};
    return createBlock(one, { side, note: joinSentences(which, why, one.why), ...sets });
  });
}

function createBlock({ exercise, priority }: ReleaseExercise, given: Partial<Block>): Block {
  return createRoutineBlock(exercise, { priority, ...given });
}

function addOneSet({ amount }: DoseValue, side: Side): DoseValue {
  const reason = `One set more than on the other side, as the ${side} side is the tighter.`;
  switch (amount.type) {
    case "single":
      return { amount: { type: "single", value: amount.value + 1 }, basis: "default", reason };
    case "range":
      return { amount: { type: "range", low: amount.low + 1, high: amount.high + 1 }, basis: "default", reason };
    case "levels": {
      const { easy, standard, hard } = amount;
      const levels = { type: "levels" as const, easy: easy + 1, standard: standard + 1, hard: hard + 1 };
      return { amount: levels, basis: "default", reason };
    }
  }
}

function createSection(group: ReleaseGroup, blocksOf: (one: ReleaseExercise) => readonly Block[]): Section {
  return {
    title: group.title,
    summary: group.why,
    blocks: group.exercises.flatMap(blocksOf),
    advice: [],
    source: toSource(group.source),
  };
}

/** @param works whether the other side is worked. */
function createPainSection(
  sides: readonly Side[],
  works: boolean,
  { title, advice, source }: ThomasTable["plan"]["pain"],
): Section {
  const which = sides.length === 2 ? "Both sides hurt" : `The ${sides[0]} side hurt`;
  const left = sides.length === 2 ? "neither is" : "it is not";
  const both = "Leave out what works both sides at once when that side hurts in it.";
  return {
    title,
    summary: null,
    blocks: [],
    advice: [`${which} in the test: ${left} stretched here.`, ...(works ? [both] : []), ...advice],
    source: toSource(source),
  };
}

function joinSentences(...parts: readonly string[]): string {
  return parts.join(" ");
}

function toSource({ guide, section, author }: ThomasTable["source"]): SourceReference {
  return { guide, section: section ?? null, author: author ?? null };
}
