/** Checks a routine against the exercises it refers to, which the schema of one file cannot do. */
import type { JsonPath } from "../files/json-location.ts";
import { LEVELS } from "../terms.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";
import { resolveAllLevels } from "./doses.ts";
import type { ContentFault } from "./faults.ts";
import { extractAmount } from "./normalise.ts";
import type { BlockInput, RoutineFile } from "./schema.ts";
import { findStartingStroke } from "./tempo.ts";
import type { Exercise } from "./types.ts";

/** Finds blocks that refer to an unknown exercise or override something their exercise does not have. */
export function findBlockFaults(
  routine: RoutineFile,
  exercises: ReadonlyMap<string, Exercise>,
): readonly ContentFault[] {
  return collectBlocks(routine).flatMap(({ block, path }) => {
    const exercise = exercises.get(block.exercise);
    return exercise
      ? findInapplicableOverrides(block, exercise, path)
      : [createUnknownExerciseFault(block.exercise, path, [...exercises.keys()])];
  });
}

/** The ids of the exercises in a routine. */
export function collectExerciseIds(routine: RoutineFile): readonly string[] {
  return collectBlocks(routine).map(({ block }) => block.exercise);
}

function collectBlocks(routine: RoutineFile): readonly { block: BlockInput; path: JsonPath }[] {
  const own = (routine.blocks ?? []).map((block, index) => ({ block, path: ["blocks", index] }));
  const inSections = (routine.sections ?? []).flatMap((section, sectionIndex) =>
    (section.blocks ?? []).map((block, index) => ({ block, path: ["sections", sectionIndex, "blocks", index] })),
  );
  return [...own, ...inSections];
}

function createUnknownExerciseFault(id: string, path: JsonPath, known: readonly string[]): ContentFault {
  const help = suggestNearMiss(id, known) ?? "see all with: unwind list exercises";
  return { path: [...path, "exercise"], message: `there is no exercise ${quoteText(id, 64)}; ${help}` };
}

/** An override without effect would be a silent mistake. */
function findInapplicableOverrides(
  block: BlockInput,
  { id, pattern, sides }: Exercise,
  path: JsonPath,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const isOpen = pattern.type === "open";
  const strokes = pattern.type === "strokes" ? pattern.strokes : [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  if (block.tempo !== undefined && !findStartingStroke(strokes)) {
    fault("tempo", `expected none, as ${id} is not done in a tempo`);
  }
  if (block.reps !== undefined && isOpen) {
    fault("reps", `expected none, as ${id} waits for the person`);
  }
  if (block.side !== undefined && sides.mode === "both") {
    fault("side", `expected none, as ${id} works both sides at once`);
  }
  if (block.hold !== undefined) {
    const seconds = resolveAllLevels(extractAmount(block.hold), "seconds");
    if (isOpen) fault("hold", `expected none, as ${id} waits for the person`);
    else if (strokes.length === 0) fault("hold", `expected none, as ${id} is done in repetitions`);
    else if (strokes.length !== 1)
      fault("hold", `expected none, as a repetition of ${id} has ${strokes.length} strokes`);
    else if (LEVELS.some((level) => seconds[level] === 0)) fault("hold", "expected a hold that lasts, found 0 seconds");
  }
  return faults;
}
