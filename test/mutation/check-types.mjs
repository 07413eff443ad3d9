/**
 * Tells which mutants the compiler refuses: a fault that does not pass `npm run types` needs no test, and a mutant that is
 * one tells nothing about the tests. They count neither as killed nor as survived, as in Stryker's own type checker, which
 * does not know TypeScript 7.
 *
 * Every mutant becomes a copy of its file beside it, in a copy of the sources, and all of them are checked in one run.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { applyMutant } from "./places.mjs";

const FOLDER = path.resolve("node_modules/.cache/unwind-mutants");

/** Those of the mutants that type-check. */
export function dropUntyped(mutants) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync("src", path.join(FOLDER, "src"), { recursive: true });
  const write = (fileName, name, text) => {
    const copy = path.relative(process.cwd(), fileName).replace(/\.ts$/, `.${name}.ts`);
    writeFileSync(path.join(FOLDER, copy), text);
    return copy;
  };
  const copies = mutants.map((mutant, index) => write(mutant.fileName, `mutant-${index}`, applyMutant(mutant)));
  // A copy without a mutant has to pass, or the others tell nothing.
  for (const file of new Set(mutants.map(({ fileName }) => fileName))) {
    copies.push(write(file, "unchanged", readFileSync(file, "utf8")));
  }
  const { compilerOptions } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  // What a mutant leaves unused is no fault of its types.
  const loose = { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true, noEmit: true };
  const config = { compilerOptions: { ...compilerOptions, ...loose }, files: copies };
  writeFileSync(path.join(FOLDER, "tsconfig.json"), JSON.stringify(config));
  const compiler = path.resolve("node_modules/typescript/bin/tsc");
  const options = { encoding: "utf8", maxBuffer: 2 ** 28 };
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", FOLDER, "--pretty", "false"], options);
  const refused = new Set([...stdout.matchAll(/\.mutant-(\d+)\.ts\(/g)].map(([, index]) => Number(index)));
  if (/^error|\.unchanged\.ts\(/m.test(stdout) || stderr)
    throw new Error(`The mutants cannot be type-checked: ${stderr || stdout}`);
  rmSync(FOLDER, { recursive: true, force: true });
  return mutants.filter((_, index) => !refused.has(index));
}
