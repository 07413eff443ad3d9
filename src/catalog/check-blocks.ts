/** A routine held against the exercises that it names: what the schema of one file cannot know. */

import type { JsonPath } from "../files/json-location.ts";
import { LEVELS } from "../terms.ts";
import { findNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";
import { resolveAllLevels } from "./amounts.ts";
import type { ContentFault } from "./faults.ts";
import { extractAmount } from "./normalise.ts";
import type { RoutineFile } from "./schema.ts";
import { findStartingStroke } from "./tempo.ts";
import type { Exercise } from "./types.ts";

type BlockInput = NonNullable<RoutineFile["blocks"]>[number];

/** Blocks that name no known exercise, or change what their exercise does not have. */
export function findBlockFaults(
  routine: RoutineFile,
  exercises: ReadonlyMap<string, Exercise>,
): readonly ContentFault[] {
  return collectBlocks(routine).flatMap(({ block, path }) => {
    const exercise = exercises.get(block.exercise);
    return exercise
      ? findInapplicableOverrides(block, exercise, path)
      : [createUnknownExerciseFault(block.exercise, path, exercises)];
  });
}

/** The exercises that a routine names. */
export function collectExerciseIds(routine: RoutineFile): readonly string[] {
  return collectBlocks(routine).map(({ block }) => block.exercise);
}

function collectBlocks(routine: RoutineFile): readonly { block: BlockInput; path: JsonPath }[] {
  const own = (routine.blocks ?? []).map((block, index) => ({ block, path: ["blocks", index] }));
  const inSections = (routine.sections ?? []).flatMap((section, place) =>
    (section.blocks ?? []).map((block, index) => ({ block, path: ["sections", place, "blocks", index] })),
  );
  return [...own, ...inSections];
}

function createUnknownExerciseFault(
  id: string,
  path: JsonPath,
  exercises: ReadonlyMap<string, Exercise>,
): ContentFault {
  const near = findNearMiss(id, [...exercises.keys()]);
  const help = near ? `did you mean ${near}?` : "see all with: unwind list exercises";
  return { path: [...path, "exercise"], message: `there is no exercise ${quoteText(id, 64)}; ${help}` };
}

/** A change that touched nothing would be a silent mistake. */
function findInapplicableOverrides(
  block: BlockInput,
  { id, pattern, sides }: Exercise,
  path: JsonPath,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  if (block.tempo !== undefined && (pattern.type === "open" || !findStartingStroke(pattern.strokes))) {
    fault("tempo", `expected none, as ${id} is not done in a tempo`);
  }
  if (block.reps !== undefined && pattern.type === "open") {
    fault("reps", `expected none, as ${id} waits for the person`);
  }
  if (block.side !== undefined && sides.mode === "both") {
    fault("side", `expected none, as ${id} works both sides at once`);
  }
  if (block.hold !== undefined) {
    const strokes = pattern.type === "open" ? 0 : pattern.strokes.length;
    if (pattern.type === "open") fault("hold", `expected none, as ${id} waits for the person`);
    else if (strokes !== 1) fault("hold", `expected none, as a repetition of ${id} has ${strokes} strokes`);
    const seconds = resolveAllLevels(extractAmount(block.hold), "seconds");
    if (strokes === 1 && LEVELS.some((level) => seconds[level] === 0)) {
      fault("hold", "expected a hold that lasts, found 0 seconds");
    }
  }
  return faults;
}
