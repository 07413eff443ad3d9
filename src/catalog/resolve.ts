/** A routine held against the exercises that it names: what the schema of one file cannot know. */

import type { JsonPath } from "../files/locate.ts";
import { LEVELS } from "../terms.ts";
import { nearMiss } from "../text/near-miss.ts";
import { quoted } from "../text/safe-text.ts";
import { atLevels } from "./amounts.ts";
import type { Fault } from "./faults.ts";
import { amountIn } from "./normalise.ts";
import type { RoutineFile } from "./schema.ts";
import { startOf } from "./tempo.ts";
import type { Exercise } from "./types.ts";

type BlockFile = NonNullable<RoutineFile["blocks"]>[number];

/** Blocks that name no known exercise, or change what their exercise does not have. */
export function blockFaults(routine: RoutineFile, exercises: ReadonlyMap<string, Exercise>): readonly Fault[] {
  return blocksOf(routine).flatMap(({ block, path }) => {
    const exercise = exercises.get(block.exercise);
    return exercise ? misfits(block, exercise, path) : [unknownExercise(block.exercise, path, exercises)];
  });
}

/** The exercises that a routine names. */
export function exercisesNamed(routine: RoutineFile): readonly string[] {
  return blocksOf(routine).map(({ block }) => block.exercise);
}

function blocksOf(routine: RoutineFile): readonly { block: BlockFile; path: JsonPath }[] {
  const own = (routine.blocks ?? []).map((block, index) => ({ block, path: ["blocks", index] }));
  const inSections = (routine.sections ?? []).flatMap((section, place) =>
    (section.blocks ?? []).map((block, index) => ({ block, path: ["sections", place, "blocks", index] })),
  );
  return [...own, ...inSections];
}

function unknownExercise(id: string, path: JsonPath, exercises: ReadonlyMap<string, Exercise>): Fault {
  const near = nearMiss(id, [...exercises.keys()]);
  const help = near ? `did you mean ${near}?` : "see all with: unwind list exercises";
  return { path: [...path, "exercise"], message: `there is no exercise ${quoted(id, 64)}; ${help}` };
}

/** A change that touched nothing would be a silent mistake. */
function misfits(block: BlockFile, { id, pattern, sides }: Exercise, path: JsonPath): readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  if (block.tempo !== undefined && (pattern.type === "open" || !startOf(pattern.strokes))) {
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
    const seconds = atLevels(amountIn(block.hold), "seconds");
    if (strokes === 1 && LEVELS.some((level) => seconds[level] === 0)) {
      fault("hold", "expected a hold that lasts, found 0 seconds");
    }
  }
  return faults;
}
