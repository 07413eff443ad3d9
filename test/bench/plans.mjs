/** Compiles a plan of 100,000 steps: the compiler alone, bundled on the fly from its source. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { median } from "./measure.mjs";

const BLOCKS = 1000;
/** Each with a rest before it, or the preparation: two steps. */
const SETS = 50;

/**
 * Compiles a plan of sets, one of as many blocks and rests that are written out, and one of the same in rounds of rounds.
 *
 * @returns {Promise<{ ms: number, steps: number, nestedRatio: number }>} the median of seven compilations of the sets; the
 * median of how many times as long the rounds take as what is written out, measured in turn
 */
export async function compileMs(root) {
  const folder = await mkdtemp(join(tmpdir(), "unwind-bench-"));
  try {
    const outfile = join(folder, "compile.mjs");
    const entryPoints = [join(root, "src/plan/compile.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning" });
    const { compilePlan } = await import(pathToFileURL(outfile).href);
    const measure = (routine) => {
      const start = performance.now();
      const steps = compilePlan(routine, EXERCISES).steps.length;
      return { ms: performance.now() - start, steps };
    };
    const rounds = Array.from({ length: 7 }, () => ({
      sets: measure(ROUTINE),
      flat: measure(WRITTEN_OUT),
      nested: measure(NESTED),
    }));
    const [{ sets, flat, nested }] = rounds;
    if (flat.steps !== nested.steps) throw new Error(`${flat.steps} steps written out, ${nested.steps} in rounds`);
    return {
      ms: median(rounds.map((round) => round.sets.ms)),
      steps: sets.steps,
      nestedRatio: median(rounds.map((round) => round.nested.ms / round.flat.ms)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const figure = (value) => ({ amount: { type: "single", value }, basis: "default", reason: "for the benchmark" });

/** Half a second each, so that 100,000 steps stay within the day that a plan may last. */
const EXERCISE = {
  id: "short-hold",
  name: "Short hold",
  aliases: [],
  kind: "stretch",
  summary: "",
  targets: ["psoas"],
  equipment: [],
  sides: { mode: "both" },
  position: "",
  steps: ["Hold."],
  cues: [],
  cautions: [],
  pattern: { type: "strokes", strokes: [{ phase: "hold", seconds: figure(0.5), fast: false, cue: null }] },
  dose: { sets: figure(SETS), reps: figure(1), rest: figure(0.5) },
  easier: [],
  harder: [],
  source: { guide: "", section: null, author: null },
  origin: "yours",
};
const EXERCISES = new Map([[EXERCISE.id, EXERCISE]]);

const BLOCK = {
  exercise: EXERCISE.id,
  sets: null,
  reps: null,
  hold: null,
  strokes: null,
  rest: null,
  equipment: null,
  note: null,
};

const ROUTINE = {
  id: "long",
  name: "Long",
  aliases: [],
  summary: "",
  sections: [{ title: "All", summary: null, blocks: new Array(BLOCKS).fill(BLOCK), advice: [], source: null }],
  about: [],
  notice: null,
  source: null,
  origin: "yours",
};

/** As many sets and rests, four groups deep: 10 × 10 × 10 × 10 rounds of five blocks with a rest between any two. */
const ROUNDS = 10;
const DEPTH = 4;
const FIVE_BLOCKS = Array.from({ length: 5 }, () => ({ ...BLOCK, sets: figure(1) }));

function nest(depth) {
  const items = depth === 0 ? FIVE_BLOCKS.map((block) => ({ type: "block", block })) : [nest(depth - 1)];
  if (depth === 0) return items;
  const group = { name: null, note: null, rounds: new Array(ROUNDS).fill({}), between: 0.5, rest: 0.5 };
  return { type: "group", group: { ...group, items: items.flat() } };
}

const NESTED = {
  ...ROUTINE,
  id: "nested",
  sections: [{ ...ROUTINE.sections[0], blocks: FIVE_BLOCKS, items: [nest(DEPTH)] }],
};

const REST = { type: "rest", rest: { rest: 0.5, note: null } };
const MANY_BLOCKS = Array.from({ length: 5 * ROUNDS ** DEPTH }, () => ({ ...BLOCK, sets: figure(1) }));

const WRITTEN_OUT = {
  ...ROUTINE,
  id: "written-out",
  sections: [
    {
      ...ROUTINE.sections[0],
      blocks: MANY_BLOCKS,
      items: MANY_BLOCKS.flatMap((block, index) => [...(index > 0 ? [REST] : []), { type: "block", block }]),
    },
  ],
};
