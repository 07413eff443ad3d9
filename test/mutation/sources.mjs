/**
 * The sources as they were when they were mutated: a copy, as somebody may go on working on them meanwhile. It finds in
 * them what a mutant replaces, and which mutants the compiler refuses.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

// Below node_modules, where the packages that the sources import are found.
const FOLDER = path.resolve(`node_modules/.cache/unwind-mutants-${process.pid}`);

/** Copies the sources; to be called before they are mutated. */
export function copySources() {
  removeSources();
  mkdirSync(FOLDER, { recursive: true });
  cpSync("src", path.join(FOLDER, "src"), { recursive: true });
}

export function removeSources() {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** The code that a mutant replaces. */
export function findOriginal(mutant) {
  const { text, start, end } = locate(mutant);
  return text.slice(start, end);
}

/**
 * Those of the mutants that type-check. A fault that does not pass `npm run types` needs no test, and a mutant that is one
 * tells nothing about the tests: it counts neither as killed nor as survived, as in Stryker's own type checker, which does
 * not know TypeScript 7. Every mutant becomes a copy of its file beside it, and all of them are checked in one run.
 */
export function dropUntyped(mutants) {
  const write = (fileName, name, text) => {
    const copy = findPath(fileName).replace(/\.ts$/, `.${name}.ts`);
    writeFileSync(path.join(FOLDER, copy), text);
    return copy;
  };
  const copies = mutants.map((mutant, index) => write(mutant.fileName, `mutant-${index}`, applyMutant(mutant)));
  // A copy without a mutant has to pass, or the others tell nothing.
  for (const file of new Set(mutants.map(({ fileName }) => fileName)))
    copies.push(write(file, "unchanged", read(file)));
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  // What a mutant leaves unused is no fault of its types.
  const loose = { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true, noEmit: true };
  const config = { compilerOptions: { ...compilerOptions, ...loose }, files: copies };
  writeFileSync(path.join(FOLDER, "tsconfig.json"), JSON.stringify(config));
  const compiler = path.resolve("node_modules/typescript/bin/tsc");
  const options = { encoding: "utf8", maxBuffer: 2 ** 28 };
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", FOLDER, "--pretty", "false"], options);
  if (/^error|\.unchanged\.ts\(/m.test(stdout) || stderr) {
    throw new Error(`The mutants cannot be type-checked: ${stderr || stdout}`);
  }
  const refused = new Set([...stdout.matchAll(/\.mutant-(\d+)\.ts\(/g)].map(([, index]) => Number(index)));
  return mutants.filter((_, index) => !refused.has(index));
}

/** The path of a source as the project names it: "src/plan/dose.ts". */
export function findPath(fileName) {
  return path.relative(process.cwd(), fileName);
}

function applyMutant(mutant) {
  const { text, start, end } = locate(mutant);
  return text.slice(0, start) + mutant.replacement + text.slice(end);
}

function locate({ fileName, location }) {
  const text = read(fileName);
  const lines = text.split("\n");
  const offsetOf = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return { text, start: offsetOf(location.start), end: offsetOf(location.end) };
}

function read(fileName) {
  return readFileSync(path.join(FOLDER, findPath(fileName)), "utf8");
}
