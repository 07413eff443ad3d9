/**
 * The sources as they were when they were mutated: a copy, as somebody may go on working on them meanwhile. It finds in
 * them what a mutant replaces, and which mutants the compiler refuses.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

// Below node_modules, where the packages that the sources import are found; the checker is a process of its own.
process.env.MUTATION_SOURCES ??= path.resolve(`node_modules/.cache/unwind-mutants-${process.pid}`);
const FOLDER = process.env.MUTATION_SOURCES;

/** Copies the sources; to be called before they are mutated. */
export function copySources() {
  removeSources();
  mkdirSync(FOLDER, { recursive: true });
  cpSync("src", path.join(FOLDER, "src"), { recursive: true });
  cpSync("tsconfig.json", path.join(FOLDER, "tsconfig.project.json"));
}

export function removeSources() {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** The code that a mutant replaces, as results have it: there lines and columns count from 1. */
export function findOriginal({ fileName, location }) {
  const { text, start, end } = locate(fileName, location, 1);
  return text.slice(start, end);
}

/** The ids of the mutants that do not type-check. */
export function findUntyped(mutants) {
  const write = (fileName, name, text) => {
    const copy = findPath(fileName).replace(/\.ts$/, `.${name}.ts`);
    writeFileSync(path.join(FOLDER, copy), text);
    return copy;
  };
  const copies = mutants.map((mutant, index) => write(mutant.fileName, `mutant-${index}`, applyMutant(mutant)));
  // A copy without a mutant has to pass, or the others tell nothing.
  for (const file of new Set(mutants.map(({ fileName }) => fileName)))
    copies.push(write(file, "unchanged", read(file)));
  const { compilerOptions } = JSON.parse(readFileSync(path.join(FOLDER, "tsconfig.project.json"), "utf8"));
  // What a mutant leaves unused is no fault of its types.
  const loose = { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true, noEmit: true };
  const config = { compilerOptions: { ...compilerOptions, ...loose }, files: copies };
  writeFileSync(path.join(FOLDER, "tsconfig.json"), JSON.stringify(config));
  const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const options = { encoding: "utf8", maxBuffer: 2 ** 28 };
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", FOLDER, "--pretty", "false"], options);
  if (/^error|\.unchanged\.ts\(/m.test(stdout) || stderr) {
    throw new Error(`The mutants cannot be type-checked: ${stderr || stdout}`);
  }
  return new Set([...stdout.matchAll(/\.mutant-(\d+)\.ts\(/g)].map(([, index]) => mutants[Number(index)]?.id));
}

/** The path of a source as the project names it, wherever it was copied to: "src/plan/dose.ts". */
export function findPath(fileName) {
  return fileName.slice(fileName.lastIndexOf("src/"));
}

/** The text of a file with a mutant in it, as a checker gets it: there lines and columns count from 0. */
function applyMutant({ fileName, location, replacement }) {
  const { text, start, end } = locate(fileName, location, 0);
  return text.slice(0, start) + replacement + text.slice(end);
}

function locate(fileName, { start, end }, first) {
  const text = read(fileName);
  const lines = text.split("\n");
  const offsetOf = ({ line, column }) =>
    lines.slice(0, line - first).reduce((sum, one) => sum + one.length + 1, 0) + column - first;
  return { text, start: offsetOf(start), end: offsetOf(end) };
}

function read(fileName) {
  return readFileSync(path.join(FOLDER, findPath(fileName)), "utf8");
}
