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

/** @returns {Promise<{ ms: number, steps: number }>} the median of seven compilations */
export async function compileMs(root) {
  const folder = await mkdtemp(join(tmpdir(), "unwind-bench-"));
  try {
    const outfile = join(folder, "compile.mjs");
    const entryPoints = [join(root, "src/plan/compile.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning" });
    const { compilePlan } = await import(pathToFileURL(outfile).href);
    const taken = [];
    let steps = 0;
    for (let round = 0; round < 7; round++) {
      const start = performance.now();
      steps = compilePlan(ROUTINE, EXERCISES).steps.length;
      taken.push(performance.now() - start);
    }
    return { ms: median(taken), steps };
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
