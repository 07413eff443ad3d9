/** What is said in every shipped routine at every level, as somebody with closed eyes hears it. */
import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import { LEVELS, type Level } from "../../src/terms.ts";
import { ALL } from "../cues/support.ts";

const { routines, exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });
/** Routines of sets; circuits with exercises of their own are led by their clocks. */
const ofSets = [...routines.values()].filter(({ sections }) =>
  sections.every(({ blocks }) => blocks.every(({ exercise }) => exercises.has(exercise))),
);
const MINUTE_MS = 60_000;
/** Each routine at each level; and at the standard level on one side, from the right, and cut to a time. */
const shipped = ofSets.flatMap((routine) => {
  const at = (level: Level, how: string, flags: PlanFlags = {}) => ({ id: routine.id, routine, level, how, flags });
  return [
    ...LEVELS.map((level) => at(level, "in full")),
    at("standard", "on the left alone", { side: "left" }),
    at("standard", "on the right alone", { side: "right" }),
    at("standard", "from the right", { firstSide: "right" }),
    ...[3, 5, 8, 10, 15, 20].map((minutes) => at("standard", `in ${minutes} minutes`, { fitMs: minutes * MINUTE_MS })),
  ];
});

/** The plan of a routine, and what is said from one moment to another. */
function listen({ routine, level, flags }: (typeof shipped)[number]) {
  const plan = compilePlan(routine, exercises, { ...PLAN_DEFAULTS, level }, flags);
  const hear = (voice: "full" | "brief") =>
    buildCueSheet(plan, { ...ALL, voice }, estimateSpeechMs).flatMap((cue) => (cue.kind === "speech" ? [cue] : []));
  const cues = hear("full");
  const sets = plan.steps.filter(({ kind }) => kind === "set");
  /** From the gap before a set until its first stroke is under way. */
  const saidBefore = (set: Step) => {
    const gap = plan.steps[set.index - 1];
    return cues.filter(({ atMs, step }) => step >= (gap?.index ?? 0) && step <= set.index && atMs <= set.atMs + 500);
  };
  return { plan, cues, sets, saidBefore, hear };
}

const isSingleHold = ({ beats, reps }: Step) =>
  beats.length === 1 && reps === 1 && (beats[0]?.phase === "hold" || beats[0]?.phase === "stretch");

describe.each(shipped)("$id at level $level $how", (shippedAt) => {
  const { plan, cues, sets, saidBefore, hear } = listen(shippedAt);
  const firstSets = sets.filter(({ index, block }) => sets.find((set) => set.block === block)?.index === index);

  test("says the name of each exercise before it begins", () => {
    const unnamed = firstSets.filter((set) => {
      const name = plan.exercises[set.exercise]?.name.toLowerCase() ?? "";
      return !saidBefore(set).some(({ text }) => text.toLowerCase().includes(name));
    });
    expect(unnamed.map(({ label }) => label)).toEqual([]);
  });

  test("says in full where to put which leg before each side, in every set that changes sides", () => {
    const missing = sets.filter((set) => {
      const meaning = plan.exercises[set.exercise]?.sideMeaning;
      if (!set.side || !meaning || plan.steps[set.index - 1]?.side !== set.side) return false;
      if (set.set.index > 1 && sets[sets.indexOf(set) - 1]?.side === set.side) return false;
      const expected = meaning[set.side].toLowerCase();
      return !saidBefore(set).some(({ text }) => text.toLowerCase().includes(expected));
    });
    expect(missing.map(({ label }) => label)).toEqual([]);
  });

  test("says how to get into position, or what is different here, where no side tells it", () => {
    const missing = firstSets.filter((set) => {
      const exercise = plan.exercises[set.exercise];
      if (!exercise || exercise.sides === "each") return false;
      return !saidBefore(set).some(({ name, text }) => /^(position|note)$/.test(name) && text.length > 5);
    });
    expect(missing.map(({ label }) => label)).toEqual([]);
  });

  test("tells the position before the side, and before each first set something to do", () => {
    for (const set of firstSets) {
      const before = saidBefore(set).filter(({ step }) => step < set.index);
      const at = (name: string) => before.findIndex((cue) => cue.name === name);
      if (at("side") >= 0 && at("position") >= 0) expect(at("position"), set.label).toBeLessThan(at("side"));
      expect(before.at(-1)?.name, set.label).toMatch(/^(note|side|position|how|reminder)$/);
      const hasNote = plan.blocks[set.block]?.note !== undefined;
      if (!hasNote)
        expect(
          before.some(({ name }) => name === "how" || name === "reminder"),
          set.label,
        ).toBe(true);
    }
  });

  test("tells what to do first, before it or as it begins", () => {
    const untold = firstSets.filter((set) => {
      const [first] = set.beats;
      const cue = plan.blocks[set.block]?.strokes[0]?.cue;
      if (!first || !cue) return false;
      const endsMs = set.atMs + first.durationMs;
      if (cues.some(({ step, name, atMs }) => step === set.index && name === "stroke" && atMs < endsMs)) return false;
      const told = saidBefore(set).flatMap(({ name, text }) => (name === "how" ? [text.toLowerCase()] : []));
      const [what = ""] = cue.toLowerCase().split(" ");
      return !told.some((text) => text.includes(what));
    });
    expect(untold.map(({ label }) => label)).toEqual([]);
  });

  test("names the side to a brief voice, too, and where to put which leg", () => {
    const brief = hear("brief");
    const missing = sets.filter((set) => {
      const meaning = plan.exercises[set.exercise]?.sideMeaning;
      const before = sets[sets.indexOf(set) - 1];
      if (!set.side || !meaning || (before?.exercise === set.exercise && before.side === set.side)) return false;
      const expected = meaning[set.side].toLowerCase();
      return !brief.some(({ step, text }) => step === set.index - 1 && text.toLowerCase().includes(expected));
    });
    expect(missing.map(({ label }) => label)).toEqual([]);
  });

  test("leaves at least three seconds of silence to move before each first set", () => {
    for (const set of firstSets) {
      const last = saidBefore(set).findLast(({ step }) => step < set.index);
      expect(set.atMs - (last ? last.atMs + last.durationMs : 0), set.label).toBeGreaterThanOrEqual(3000);
    }
  });

  test("begins later sets of a hold with a cue", () => {
    const silent = sets.filter(
      (set) => isSingleHold(set) && !cues.some(({ step, name }) => step === set.index && name === "stroke"),
    );
    expect(silent.map(({ label }) => label)).toEqual([]);
  });

  test("has one breathing cue in every hold", () => {
    const breaths = sets
      .filter(isSingleHold)
      .map((set) => cues.filter(({ step, text }) => step === set.index && /breath/i.test(text)).length);
    expect(breaths.every((count) => count === 1)).toBe(true);
  });

  test("says no cue twice in a set", () => {
    const repeated = sets.filter((set) => {
      const said = saidBefore(set)
        .concat(cues.filter(({ step, atMs }) => step === set.index && atMs > set.atMs + 500))
        .filter(({ name }) => name === "reminder" || (name === "stroke" && isSingleHold(set)))
        .map(({ text }) => text.toLowerCase().replace(/\.$/, ""));
      return said.some((text, index) => said.some((other, at) => at !== index && other.includes(text)));
    });
    expect(repeated.map(({ label }) => label)).toEqual([]);
  });

  test("calls every stroke of an effort, a release and a stretch", () => {
    const called = ["contract", "relax", "stretch"];
    const uncalled = sets.flatMap((set) =>
      set.beats
        .filter(({ phase }) => set.beats.length > 1 && called.includes(phase))
        .filter(({ atMs, durationMs }) => {
          const [from, to] = [set.atMs + atMs, set.atMs + atMs + durationMs];
          return !cues.some((cue) => cue.name === "stroke" && cue.atMs >= from && cue.atMs < to);
        }),
    );
    expect(uncalled).toEqual([]);
    expect(cues.some(({ text }) => /contract/i.test(text))).toBe(false);
  });

  test("keeps halfway ten seconds away from ten seconds, and says last set once an exercise", () => {
    for (const set of sets) {
      const at = (name: string) => cues.find((cue) => cue.step === set.index && cue.name === name)?.atMs;
      const [half, ten] = [at("half-way"), at("ten-seconds")];
      if (half !== undefined && ten !== undefined) expect(ten - half).toBeGreaterThan(9_500);
    }
    const lastSets = plan.blocks.map((_, block) =>
      cues.filter(({ name, step }) => name === "last-set" && plan.steps[step]?.block === block),
    );
    const expected = plan.blocks.map((_, block) => (sets.some((set) => set.block === block && set.set.of > 1) ? 1 : 0));
    expect(lastSets.map((said) => said.length)).toEqual(expected);
  });
});
