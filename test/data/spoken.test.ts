/** What decides an exercise is always said before its first stroke on each side, in every shipped routine at every level. */
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { exercisesOf } from "../../src/catalog/own-exercises.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { LEVELS } from "../../src/terms.ts";
import { ALL } from "../cues/support.ts";

const { routines, exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
const shipped = [...routines.values()].flatMap((routine) =>
  LEVELS.map((level) => ({ id: routine.id, routine, level })),
);

test.each(shipped)(
  "$id at level $level: where to put which leg is said in full before each side",
  ({ routine, level }) => {
    const plan = compilePlan(routine, exercisesOf(routine, exercises), { ...PLAN_DEFAULTS, level });
    const cues = buildCueSheet(plan, { ...ALL, voice: "full" }, estimateSpeechMs);
    const missing = plan.steps.filter((step) => {
      const meaning = plan.exercises[step.exercise]?.sideMeaning;
      if (step.kind !== "set" || step.set.index !== 1 || !step.side || !meaning) return false;
      const gap = plan.steps[step.index - 1];
      const said = cues.filter(
        (cue) => cue.kind === "speech" && cue.atMs >= (gap?.atMs ?? 0) && cue.atMs <= step.atMs + 500,
      );
      const expected = meaning[step.side].toLowerCase();
      return !said.some((cue) => cue.kind === "speech" && cue.text.toLowerCase().includes(expected));
    });
    expect(missing.map(({ label }) => label)).toEqual([]);
  },
);
