/**
 * Mutation testing: changes the pure rooms in small ways, one at a time, and counts how many changes a test notices.
 *
 * `npm run mutation` measures every room, `npm run mutation -- plan cues` those that are named, and
 * `npm run mutation -- plan src/plan/dose.ts` some files of one room. What is worked out once,
 * when a file is loaded, takes all tests of a room for each change: `--static` measures that too. It fails when a room
 * scores less than 90 %, and when a change that is declared equivalent was not made any more.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { readScriptWords } from "../support/script-words.mjs";
import { ROOMS } from "./rooms.mjs";
import { copySources, findOriginal, findPath, removeSources } from "./sources.mjs";

const LEAST_SCORE = 90;

const words = readScriptWords(import.meta.url, { static: { type: "boolean", default: false } }, [
  ...Object.keys(ROOMS),
  ...process.argv.filter((word) => word.endsWith(".ts")),
]);
const files = words.names.filter((name) => name.endsWith(".ts"));
const names = words.names.filter((name) => !files.includes(name));

let isGood = true;
for (const name of names.length > 0 ? names : Object.keys(ROOMS)) isGood = (await measure(name)) && isGood;
process.exitCode = isGood ? 0 : 1;

/** Mutates one room, prints what survived and the score, and tells whether that is enough. */
async function measure(name) {
  const { tests, equivalent } = ROOMS[name];
  const mutate = files.length > 0 ? files : ROOMS[name].mutate;
  process.env.MUTATION_TESTS = listTests(tests).join(",");
  const stryker = new Stryker({
    mutate,
    testRunner: "loaded",
    checkers: ["types"],
    plugins: ["loaded-runner.mjs", "type-checker.mjs"].map((file) => new URL(file, import.meta.url).href),
    coverageAnalysis: "perTest",
    ignoreStatic: !words.values.static,
    // TypeScript 7 has no interface for Stryker to rewrite its configuration with: it shall not look for one.
    tsconfigFile: "none.json",
    disableTypeChecks: false,
    reporters: ["progress"],
    concurrency: 2,
    // The runner gives the tests of a mutant far less.
    timeoutMS: 10_000,
    timeoutFactor: 0,
    tempDirName: "node_modules/.cache/stryker",
    ignorePatterns: ["dist"],
    allowConsoleColors: false,
    logLevel: "warn",
  });
  copySources();
  const mutants = (await stryker.runMutationTest()).filter(({ status }) => status !== "Ignored");
  const results = mutants.filter(({ status }) => status !== "CompileError");
  const isKilled = ({ status }) => status === "Killed" || status === "Timeout";
  const used = new Set();
  const survivors = results
    .filter((mutant) => !isKilled(mutant))
    .filter((mutant) => {
      const known = equivalent.find((one) => isSame(one, mutant));
      if (known) used.add(known);
      return !known;
    });
  for (const mutant of survivors) {
    const { fileName, location, mutatorName, replacement } = mutant;
    const place = `${findPath(fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${place} ${mutatorName} (${mutant.status})\n  - ${findOriginal(mutant)}\n  + ${replacement}`);
  }
  removeSources();
  const killed = results.filter(isKilled).length;
  const score = (100 * killed) / (killed + survivors.length);
  const untyped = mutants.length - results.length;
  const same = results.length - killed - survivors.length;
  const left = `${untyped} that do not type-check and ${same} equivalent left out`;
  console.log(`${name}: ${score.toFixed(1)} %, ${killed} of ${killed + survivors.length} killed (${left})`);
  const stale = files.length > 0 ? [] : equivalent.filter((one) => !used.has(one));
  for (const { file, original, replacement } of stale) {
    console.log(`${name}: no longer survives, and need not be named: ${file}: ${original} → ${replacement}`);
  }
  return score >= LEAST_SCORE && stale.length === 0;
}

/** The test files in these folders and the folders in them. */
function listTests(folders) {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith(".test.ts"));
}

function isSame({ file, original, replacement }, mutant) {
  return mutant.fileName.endsWith(file) && findOriginal(mutant) === original && mutant.replacement === replacement;
}
