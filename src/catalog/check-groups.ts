/** Checks groups: how deep they stand, how many steps they make, and whether each of their fields changes something. */
import type { JsonPath } from "../files/json-location.ts";
import { LIMITS } from "../limits.ts";
import { quoteText } from "../text/safe-text.ts";
import { canClimb, countSets, getOwnSets } from "./check-blocks.ts";
import { findChanceFaults, findClockFaults } from "./check-clocks.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { isBlockInput, isGroupInput, listBlocksIn } from "./own-exercises.ts";
import type { BlockInput, GroupInput, ItemInput } from "./schema-blocks.ts";

/** The exercise of a block; null where there is a fault about it. */
type FindExercise = (name: BlockInput["exercise"]) => Exercise | null;

/** Where a group stands. */
interface GroupPlace {
  readonly path: JsonPath;
  /** 1 for a group in no other. */
  readonly depth: number;
  /** Whether a get-ready of its own can stand before its first block. */
  readonly canPrepare: boolean;
}

/** What is said of a list without an exercise. */
export const ONLY_RESTS = "expected an exercise, found only rests";

/** Faults of one group; those of the groups in it are not looked for. */
export function findGroupFaults(
  group: GroupInput,
  { path, depth, canPrepare }: GroupPlace,
  find: FindExercise,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  if (depth > LIMITS.groupDepth) {
    return [{ path, message: `expected groups at most ${LIMITS.groupDepth} deep, found one ${depth} deep` }];
  }
  if (hasOnlyRests(group.blocks)) fault("blocks", ONLY_RESTS);
  const isOneRound = countRounds(group) === 1 && (group.rounds !== undefined || group.cap === undefined);
  if (group.rest !== undefined && isOneRound) fault("rest", "expected none, as there is one round");
  faults.push(...findClockFaults(group, path), ...findChanceFaults(group, path));
  if (
    group.between !== undefined &&
    group.pick !== 1 &&
    group.blocks.filter((item) => !("rest" in item) || isBlockInput(item) || isGroupInput(item)).length < 2
  ) {
    fault("between", "expected none, as there is nothing to stand between");
  }
  if (group.prepare !== undefined && !canPrepare) {
    fault("prepare", "expected none, as a group inside a group or after a rest has no get-ready");
  }
  if (group.switch !== undefined && !changesSides(group.blocks, find)) {
    fault("switch", "expected none, as no exercise in it changes sides");
  }
  if (typeof group.rounds === "object") faults.push(...findLadderFaults(group, group.rounds, path, find));
  return faults;
}

/** Whether a list has nothing in it but rests, which would be left out. */
export function hasOnlyRests(items: readonly ItemInput[]): boolean {
  return items.length > 0 && !items.some((item) => isBlockInput(item) || isGroupInput(item));
}

/** Whether any exercise among the items is done on one side after the other. */
export function changesSides(items: readonly ItemInput[], find: FindExercise): boolean {
  return listBlocksIn(items).some(
    ({ block }) => block.side === undefined && find(block.exercise)?.sides.mode === "each",
  );
}

function findLadderFaults(
  group: GroupInput,
  rounds: NonNullable<Exclude<GroupInput["rounds"], number>>,
  path: JsonPath,
  find: FindExercise,
): readonly ContentFault[] {
  const names = (["reps", "hold", "load"] as const).filter((name) =>
    rounds.some((values) => values[name] !== undefined),
  );
  if (names.length === 0) {
    const message = `expected a number of rounds, as none has values of its own, found a list of ${rounds.length}`;
    return [{ path: [...path, "rounds"], message }];
  }
  return names.flatMap((name): readonly ContentFault[] => {
    if (listBlocksIn(group.blocks).some(({ block }) => isClimber(block, name, find))) {
      if (!rounds.every((values) => values[name] !== undefined)) return [];
      const replaced = findReplacedValues(group.blocks, name, [...path, "blocks"], find);
      if (name !== "load" || replaced.length === 0 || !hasBareBlock(group.blocks)) return replaced;
      // Where only some blocks have a load, the loads of the rounds are meant for those blocks; it is one of those loads.
      const loads: readonly unknown[] = rounds.map(({ load }) => load);
      return replaced
        .filter(({ value }) => !loads.includes(value))
        .map(({ value, ...fault }) => ({
          ...fault,
          message: `expected none, or one of the rounds' as a mark that they are for it, as they replace ${quoteText(String(value))}`,
        }));
    }
    const index = rounds.findIndex((values) => values[name] !== undefined);
    const message = `expected none, as no exercise in the group ${CLIMBERS[name]}`;
    return [{ path: [...path, "rounds", index, name], message }];
  });
}

/** Values of blocks that every round of the ladder replaces. */
function findReplacedValues(
  items: readonly ItemInput[],
  name: keyof typeof CLIMBERS,
  path: JsonPath,
  find: FindExercise,
): readonly ReplacedValue[] {
  const message = `expected none, as each round of the ladder has its own ${name}`;
  return listBlocksIn(items, path)
    .filter(({ block }) => block[name] !== undefined && isClimber(block, name, find))
    .map(({ block, path: at }) => ({ path: [...at, name], message, value: block[name] }));
}

interface ReplacedValue extends ContentFault {
  readonly value: unknown;
}

/** Whether any block has no load, neither for all of its sets nor for some. */
function hasBareBlock(items: readonly ItemInput[]): boolean {
  return listBlocksIn(items).some(
    ({ block }) => block.load === undefined && !getOwnSets(block)?.some(({ load }) => load !== undefined),
  );
}

const CLIMBERS = { reps: "is done in repetitions", hold: "is one timed stroke", load: "takes a load" } as const;

function isClimber(block: BlockInput, name: keyof typeof CLIMBERS, find: FindExercise): boolean {
  const exercise = find(block.exercise);
  return exercise !== null && canClimb(name, block, exercise);
}

function countRounds({ rounds = 1 }: GroupInput): number {
  return typeof rounds === "number" ? rounds : rounds.length;
}

/** The most steps that a list of items makes: its sets on each side with what stands before each, and its rests. */
export function countSteps(items: readonly ItemInput[], find: FindExercise): number {
  return items.reduce((sum, item) => {
    if (isGroupInput(item)) return sum + countRounds(item) * (countSteps(item.blocks, find) + item.blocks.length);
    const exercise = isBlockInput(item) ? find(item.exercise) : null;
    if (!isBlockInput(item) || !exercise) return sum + 1;
    const sides = exercise.sides.mode === "each" && item.side === undefined ? 2 : 1;
    return sum + countSets(item, exercise) * sides * 2;
  }, 0);
}
