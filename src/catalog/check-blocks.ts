/** Checks a block of a routine against its exercise: a field that changes nothing there would be a silent mistake. */
import { isDeepStrictEqual } from "node:util";
import type { JsonPath } from "../files/json-location.ts";
import { LEVELS } from "../terms.ts";
import { getHighestAmount, resolveAllLevels } from "./doses.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { normaliseDoseValue } from "./normalise.ts";
import type { BlockInput, SetInput } from "./schema-blocks.ts";
import { findStartingStroke } from "./tempo.ts";

/** The fields of a block that each of its sets can have in its place. */
const SET_FIELDS = ["reps", "hold", "tempo", "load"] as const;

/** Finds what a block overrides and its exercise does not have. */
export function findBlockFaults(block: BlockInput, exercise: Exercise, path: JsonPath): readonly ContentFault[] {
  const faults = [...findFigureFaults(block, exercise, path)];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  const { id, sides, pattern } = exercise;
  if (block.side !== undefined && sides.mode === "both")
    fault("side", `expected none, as ${id} works both sides at once`);
  if (block.switch !== undefined && (sides.mode !== "each" || block.side !== undefined)) {
    fault("switch", `expected none, as ${id} does not change sides here`);
  }
  if (block.pace !== undefined && pattern.type !== "paced") {
    fault("pace", `expected none, as ${id} is not done in repetitions at your own pace`);
  }
  if (block.cap !== undefined && pattern.type === "strokes") {
    fault("cap", `expected none, as the sets of ${id} are timed`);
  }
  if (block.hold !== undefined && isSingleStroke(exercise)) {
    const seconds = resolveAllLevels(normaliseDoseValue(block.hold).amount, "seconds");
    if (LEVELS.some((level) => seconds[level] === 0)) fault("hold", "expected a hold that lasts, found 0 seconds");
  }
  if (block.position !== undefined && block.position === exercise.position) {
    fault("position", `expected none, as it is the position of ${id}`);
  }
  if (block.figure && isDeepStrictEqual(block.figure, exercise.figure)) {
    fault("figure", `expected none, as it is the figure of ${id}`);
  }
  const ownSets = getOwnSets(block);
  if (block.rest !== undefined && countSets(block, exercise) === 1) {
    fault("rest", `expected none, as there is one set; a rest after it stands on its own: { "rest": 30 }`);
  }
  if (!ownSets) return faults;
  if (ownSets.every((values) => Object.keys(values).length === 0)) {
    fault("sets", `expected a number, as no set has values of its own, found a list of ${ownSets.length}`);
  }
  for (const [index, values] of ownSets.entries()) {
    faults.push(...findFigureFaults(values, exercise, [...path, "sets", index]));
  }
  for (const name of SET_FIELDS) {
    const isReplaced = block[name] !== undefined && ownSets.every((values) => values[name] !== undefined);
    if (isReplaced) fault(name, `expected none, as each of the sets has its own ${name}`);
  }
  return faults;
}

/** The values of each set, where the block has them. */
export function getOwnSets({ sets }: Pick<BlockInput, "sets">): readonly SetInput[] | null {
  // A range is a list, too, but of numbers.
  return Array.isArray(sets) && typeof sets[0] === "object" ? (sets as readonly SetInput[]) : null;
}

/** The highest number of sets at any level. */
export function countSets(block: Pick<BlockInput, "sets">, exercise: Exercise): number {
  const ownSets = getOwnSets(block);
  if (ownSets) return ownSets.length;
  const { sets } = block as { readonly sets?: Parameters<typeof normaliseDoseValue>[0] };
  return getHighestAmount((sets === undefined ? exercise.dose.sets : normaliseDoseValue(sets)).amount);
}

/** Faults in repetitions, hold and tempo, of a block or of one of its sets. */
function findFigureFaults(
  values: Pick<BlockInput, "reps" | "hold" | "tempo">,
  { id, pattern }: Exercise,
  path: JsonPath,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const strokes = pattern.type === "strokes" ? pattern.strokes : [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  if (values.tempo !== undefined && !findStartingStroke(strokes)) {
    fault("tempo", `expected none, as ${id} is not done in a tempo`);
  }
  if (values.reps !== undefined && pattern.type === "open") {
    fault("reps", `expected none, as ${id} waits for the person`);
  }
  if (values.hold !== undefined && strokes.length !== 1) {
    if (pattern.type === "open") fault("hold", `expected none, as ${id} waits for the person`);
    else if (pattern.type === "paced") fault("hold", `expected none, as ${id} is done in repetitions`);
    else fault("hold", `expected none, as a repetition of ${id} has ${strokes.length} strokes`);
  }
  return faults;
}

function isSingleStroke({ pattern }: Exercise): boolean {
  return pattern.type === "strokes" && pattern.strokes.length === 1;
}

/** What the rounds of a ladder can change in a block. */
export function canClimb(name: "reps" | "hold" | "load", block: BlockInput, exercise: Exercise): boolean {
  if (name === "load") return true;
  if (name === "hold") return isSingleStroke(exercise);
  if (exercise.pattern.type === "open") return false;
  const { reps = exercise.dose.reps } = block;
  const amount = typeof reps === "object" && "amount" in reps ? reps.amount : normaliseDoseValue(reps).amount;
  // A single hold has no repetitions to count.
  return !isSingleStroke(exercise) || getHighestAmount(amount) > 1;
}
