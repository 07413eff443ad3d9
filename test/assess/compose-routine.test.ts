/** The routine that follows from a test: what is in it, for which side, in which order, and why. */
import { expect, test } from "vitest";
import { composeRoutine } from "../../src/assess/compose-routine.ts";
import { type SideAnswers, UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { answers, hurt, TABLE, tested } from "./answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

const routineFor = (left: SideAnswers, right: SideAnswers) => composeRoutine(tested({ left, right }), TABLE, exercises);
const planFor = (left: SideAnswers, right: SideAnswers, flags = {}) =>
  compilePlan(routineFor(left, right), exercises, PLAN_DEFAULTS, flags);

/** "psoas-side-bend-stretch left ×3": the blocks as they follow one another. */
const blocksOf = (left: SideAnswers, right: SideAnswers) => {
  const plan = planFor(left, right);
  return plan.blocks.map(({ exercise, sets }, index) => {
    const sides = new Set(plan.steps.filter((step) => step.block === index && step.side).map((step) => step.side));
    return `${exercise}${sides.size > 0 ? ` ${[...sides].join("+")}` : ""} ×${sets}`;
  });
};

const ABOVE = answers({ thigh: "above" });
const PASSES = answers();

test("a short psoas on both sides gets its stretch and both techniques on both, then the bridge", () => {
  expect(blocksOf(ABOVE, ABOVE)).toEqual([
    "psoas-post-isometric-relaxation left+right ×1",
    "psoas-side-bend-stretch left+right ×2",
    "psoas-reciprocal-inhibition left+right ×1",
    "glute-bridge ×3",
  ]);
});

test("the tighter side comes first where both are worked, and nothing is done more on it", () => {
  expect(blocksOf(ABOVE, answers({ thigh: "above", drop: "yes" }))).toEqual([
    "psoas-post-isometric-relaxation right+left ×1",
    "psoas-side-bend-stretch right+left ×2",
    "psoas-reciprocal-inhibition right+left ×1",
    "kneeling-hip-flexor-stretch right ×2",
    "glute-bridge ×3",
  ]);
});

test("measured degrees tell the tighter of two sides that look the same, on either side", () => {
  const [more, less] = [answers({ thigh: "above", thighDegrees: 20 }), answers({ thigh: "above", thighDegrees: 8 })];
  expect(blocksOf(more, less)[0]).toBe("psoas-post-isometric-relaxation left+right ×1");
  expect(blocksOf(less, more)[0]).toBe("psoas-post-isometric-relaxation right+left ×1");
  const steps = planFor(less, more, { firstSide: "left" }).steps;
  expect(steps.find(({ kind }) => kind === "set")?.side).toBe("left");
});

test("what is not short is left out, and a side that passes works on the other hip flexors", () => {
  expect(blocksOf(answers({ knee: "straight" }), PASSES)).toEqual([
    "kneeling-hip-flexor-stretch left ×2",
    "kneeling-hip-flexor-stretch right ×2",
    "foam-roll-tfl right ×1",
    "foam-roll-adductors-sartorius right ×1",
    "glute-bridge ×3",
  ]);
});

test("an exercise that serves two muscles is done once on a side", () => {
  const all = answers({ thigh: "above", rotation: "out", drop: "yes" });
  const turned = answers({ thigh: "above", rotation: "in" });
  expect(blocksOf(all, turned).slice(3)).toEqual([
    "kneeling-hip-flexor-stretch left ×2",
    "kneeling-hip-flexor-stretch right ×2",
    "foam-roll-tfl left+right ×1",
    "glute-bridge ×3",
  ]);
});

test("who passes on both sides works on the other hip flexors and leaves the psoas alone", () => {
  expect(blocksOf(PASSES, answers({ rotation: "out" }))).toEqual([
    "kneeling-hip-flexor-stretch left+right ×2",
    "foam-roll-tfl left+right ×1",
    "foam-roll-adductors-sartorius left+right ×1",
    "glute-bridge ×3",
  ]);
});

test("the routine says what it follows from, by whom, and when to stop", () => {
  const { id, name, aliases, summary, about, notice, source, origin, sections } = routineFor(ABOVE, PASSES);
  expect({ id, name, aliases, summary, notice, origin }).toEqual({
    id: "for-me",
    name: "For me",
    aliases: [],
    summary: "Tested today.",
    notice: TABLE.plan.notice,
    origin: "shipped",
  });
  expect(about).toEqual([{ topic: "stop", title: "Stop and see someone", items: TABLE.stop.items, source: null }]);
  expect(source).toEqual({ ...TABLE.source, author: null });
  expect(sections.map(({ title, advice }) => [title, advice.slice(0, 1)])).toEqual([
    ["Psoas", [`Left side. ${TABLE.plan.release[0]?.why}`]],
    ["Other hip flexors", [`Right side. ${TABLE.plan.others.why}`]],
    ["Glutes and hamstrings", [TABLE.plan.opposite.why]],
  ]);
  expect(routineFor(PASSES, PASSES).sections[0]?.advice[0]).toBe(`Both sides. ${TABLE.plan.others.why}`);
  expect(sections[0]?.source).toEqual({ ...TABLE.plan.release[0]?.source, author: null });
});

test("while a side hurts the other does what leaves that hip at rest, and the plan begins with whom to see", () => {
  expect(blocksOf(hurt("hip"), ABOVE)).toEqual(["bedside-hip-flexor-stretch right ×2"]);
  expect(blocksOf(hurt("knee"), PASSES)).toEqual([
    "bedside-hip-flexor-stretch right ×2",
    "foam-roll-tfl right ×1",
    "foam-roll-adductors-sartorius right ×1",
  ]);
  expect(blocksOf(answers({ thigh: "above", rotation: "in", drop: "yes" }), hurt("both"))).toEqual([
    "bedside-hip-flexor-stretch left ×2",
    "foam-roll-tfl left ×1",
  ]);
  const first = routineFor(hurt("hip"), ABOVE).sections[0];
  expect(first).toMatchObject({ title: "See someone first", summary: null, blocks: [] });
  expect(first?.advice).toEqual(["The left side hurt in the test: it is left alone here.", ...TABLE.plan.pain.advice]);
  expect(routineFor(ABOVE, hurt("hip")).sections[0]?.advice[0]).toMatch(/^The right side/);
});

test("where no side was tested that does not hurt, there is advice and nothing to do", () => {
  for (const right of [hurt("both"), UNTESTED_ANSWERS]) {
    const { sections } = routineFor(hurt("hip"), right);
    expect(sections.map(({ title, blocks }) => [title, blocks])).toEqual([["See someone first", []]]);
  }
  expect(routineFor(hurt("hip"), hurt("knee")).sections[0]?.advice[0]).toBe(
    "Both sides hurt in the test: neither is worked here.",
  );
});

test("an exercise that is not known is left out", () => {
  const few = new Map([...exercises].filter(([id]) => id !== "psoas-side-bend-stretch"));
  const { sections } = composeRoutine(tested({ left: ABOVE, right: ABOVE }), TABLE, few);
  expect(sections[0]?.blocks.map(({ exercise }) => exercise)).toEqual([
    "psoas-post-isometric-relaxation",
    "psoas-reciprocal-inhibition",
  ]);
});

test("blocks carry their priority, and their side only where one is worked", () => {
  const [section] = routineFor(ABOVE, UNTESTED_ANSWERS).sections;
  expect(section?.blocks.map(({ priority, side }) => [priority, side])).toEqual([
    [4, "left"],
    [1, "left"],
    [2, "left"],
  ]);
});

test("what an exercise is for stands above them all, to be read; only what is done differently is spoken", () => {
  const turned = answers({ thigh: "above", rotation: "out" });
  const { sections } = routineFor(answers({ thigh: "above", drop: "yes" }), turned);
  expect(sections[0]?.advice).toEqual([
    "Both sides. The psoas may be short: the thigh stayed above level.",
    "Psoas post-isometric relaxation: a light effort, then a stretch at once.",
    "Psoas side-bend stretch: lengthens the psoas from both ends.",
    "Psoas reciprocal inhibition: glute and hamstring work lets the psoas go.",
  ]);
  expect(planFor(answers({ thigh: "above", drop: "yes" }), turned).blocks.map(({ note }) => note)).toEqual([
    null,
    null,
    null,
    "Bend the kneeling knee well.",
    "Bend the kneeling knee only a little.",
    "Start light.",
    null,
  ]);
  const [psoas] = routineFor(ABOVE, answers({ thigh: "above", drop: "yes" })).sections;
  expect(psoas?.advice[0]).toMatch(/^Both sides, right first: it is the tighter one\. The psoas may be short/);
});

test("in a short time neither side of two that are short gets more than the other, nor one that passes more than one that is short", () => {
  const secondsOf = (left: SideAnswers, right: SideAnswers, minutes: number) => {
    const { steps } = planFor(left, right, { fitMs: minutes * 60_000 });
    const sum = (side: string) =>
      steps.reduce((ms, step) => ms + (step.kind === "set" && step.side === side ? (step.durationMs ?? 0) : 0), 0);
    return { left: sum("left"), right: sum("right") };
  };
  const tighter = answers({ thigh: "above", thighDegrees: 20 });
  for (const minutes of [3, 5, 8, 10, 15]) {
    const both = secondsOf(answers({ thigh: "above", thighDegrees: 8 }), tighter, minutes);
    expect(both.left).toBe(both.right);
    const one = secondsOf(PASSES, answers({ thigh: "above", rotation: "out" }), minutes);
    expect(one.right, `${minutes} minutes`).toBeGreaterThan(one.left);
  }
});

test("an exercise of the person's own that works both sides at once is done as it is", () => {
  const own = new Map(exercises);
  const usual = exercises.get("psoas-side-bend-stretch") as Exercise;
  own.set(usual.id, { ...usual, sides: { mode: "both" } });
  const routine = composeRoutine(tested({ left: ABOVE, right: PASSES }), TABLE, own);
  const block = routine.sections[0]?.blocks.find(({ exercise }) => exercise === usual.id);
  expect(block).not.toHaveProperty("side");
  const plan = compilePlan(routine, own);
  expect(plan.steps.filter((step) => step.exercise === usual.id && step.kind === "set")).toHaveLength(2);
});
