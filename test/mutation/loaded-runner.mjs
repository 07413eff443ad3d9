/**
 * Stryker's test runner for this code: keeps the tests of a room loaded, so that a mutant costs only the tests that reach
 * it: see README.md.
 *
 * A mutant that a test kills is believed only when the same test passes without it right after: otherwise the mutant has
 * left something behind, everything is loaded anew, and it is asked once more.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { collectFile, runTest, takeTests } from "./loaded-tests.mjs";

/**
 * How long the tests of one mutant may take in all, the quickest first. What they have not noticed by then has survived:
 * a property that goes through whole sessions takes seconds, and tables have to bite by themselves.
 */
const MAX_MS = 3000;

/** How long each test took in the initial run, for the other processes. */
const DURATIONS_FILE = ".loaded-tests-durations.json";

/** Where the mutated code asks which mutant is active, and notes which ones a test reaches. */
const stryker = {};
globalThis.__stryker__ = stryker;

const STAND_INS = { vitest: "./loaded-tests.mjs", "fast-check": "./few-cases.mjs" };

/** Each module of the project knows where it lies, though all are one file when they run. */
const keepPlaces = {
  name: "keep-places",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(vitest|fast-check)$/ }, ({ path: name }) => ({
      path: new URL(STAND_INS[name], import.meta.url).href,
      external: true,
    }));
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const code = await readFile(file, "utf8");
      const contents = code
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href))
        .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file)));
      return { contents, loader: "ts" };
    });
  },
};

class LoadedTestRunner {
  #bundle = path.resolve(`.loaded-tests-${process.env.STRYKER_MUTATOR_WORKER ?? 0}.mjs`);
  #worlds = 0;
  #isSpoilt = false;
  /** @type {Map<string, import("./loaded-tests.mjs").LoadedTest>} */
  #tests = new Map();
  /** How long each took without a mutant. */
  #durations = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = process.env.MUTATION_TESTS.split(",").map((file) => path.resolve(file));
    const lines = files.map((file) => `  [${JSON.stringify(file)}, () => import(${JSON.stringify(file)})],`);
    const { outputFiles } = await build({
      stdin: { contents: `export const files = [\n${lines.join("\n")}\n];\n`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      logLevel: "error",
      plugins: [keepPlaces],
    });
    writeFileSync(this.#bundle, outputFiles[0].contents);
    if (existsSync(DURATIONS_FILE)) this.#durations = new Map(JSON.parse(readFileSync(DURATIONS_FILE, "utf8")));
    await this.#load();
  }

  /** Loads everything anew: modules, their constants, and what they remember. */
  async #load() {
    const { files } = await import(`${pathToFileURL(this.#bundle).href}?world=${this.#worlds++}`);
    takeTests();
    for (const [file, load] of files) await collectFile(file, load);
    this.#tests = new Map(takeTests().map((test) => [test.id, test]));
    this.#isSpoilt = false;
  }

  async dryRun() {
    const results = [];
    for (const [id, test] of this.#tests) {
      stryker.currentTestId = id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - start;
      this.#durations.set(id, timeSpentMs);
      results.push({ id, name: test.name, timeSpentMs, ...outcome(failure) });
    }
    stryker.currentTestId = undefined;
    writeFileSync(DURATIONS_FILE, JSON.stringify([...this.#durations]));
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const isStatic = mutantActivation === "static";
    Object.assign(stryker, { activeMutant: undefined, hitCount: 0, hitLimit });
    if (this.#isSpoilt) await this.#load();
    if (isStatic) {
      stryker.activeMutant = activeMutant.id;
      try {
        await this.#load();
      } catch (error) {
        return { status: "killed", killedBy: ["loading"], failureMessage: String(error), nrOfTests: 0 };
      } finally {
        // What was loaded with the mutant in it is of no use to the next one.
        this.#isSpoilt = true;
      }
    }
    const ids = testFilter ?? [...this.#tests.keys()];
    const slowness = (id) => this.#durations.get(id) ?? 0;
    let nrOfTests = 0;
    const startedMs = performance.now();
    for (const id of ids.toSorted((a, b) => slowness(a) - slowness(b))) {
      if (performance.now() - startedMs + slowness(id) > MAX_MS) break;
      const test = this.#tests.get(id);
      nrOfTests += 1;
      stryker.activeMutant = activeMutant.id;
      const failure = await failureOf(test);
      stryker.activeMutant = undefined;
      if (stryker.hitCount > hitLimit) return { status: "timeout", reason: "it goes round and round" };
      if (failure === undefined) continue;
      if (!isStatic && (await failureOf(test)) !== undefined) {
        this.#isSpoilt = true;
        await this.#load();
        stryker.activeMutant = activeMutant.id;
        const again = await failureOf(this.#tests.get(id));
        stryker.activeMutant = undefined;
        this.#isSpoilt = true;
        if (again === undefined) continue;
      }
      return { status: "killed", killedBy: [id], failureMessage: failure, nrOfTests };
    }
    return { status: "survived", nrOfTests };
  }
}

/** What a test fails with, in words; nothing when it passes. */
async function failureOf(test) {
  try {
    await runTest(test);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error) || "it fails";
  }
}

const outcome = (failure) => (failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure });

export const strykerPlugins = [{ kind: "TestRunner", name: "loaded", factory: () => new LoadedTestRunner() }];
