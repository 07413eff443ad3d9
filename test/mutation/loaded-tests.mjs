/**
 * Stands in for "vitest" in the tests of a room under mutation: collects them, so that they stay loaded and can be run
 * again and again. What they expect is vitest's own `expect`, what they replace its own `vi`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { chai, expect, vi } from "vitest";

export { expect, vi };

/** @typedef {{ id: string, name: string, file: string, run: () => unknown, before: Hook[], after: Hook[] }} LoadedTest */
/** @typedef {() => unknown} Hook */

/** @type {LoadedTest[]} */
let tests = [];
/** The file and the describes in which a test is collected. */
let suite = { file: "", names: [], before: [], after: [] };
/** @type {Hook[]} */
let whenFinished = [];
/** The file of the test that runs: what a file snapshot is relative to. */
let runningFile = "";

/** Collects the tests that `load` declares as those of one file. */
export async function collectFile(file, load) {
  suite = { file, names: [], before: [], after: [] };
  await load();
}

/** The tests that were collected since it was asked last. */
export function takeTests() {
  const taken = tests;
  tests = [];
  return taken;
}

/** Runs one test with its hooks; throws what it throws. */
export async function runTest({ file, run, before, after }) {
  runningFile = file;
  try {
    for (const hook of before) await hook();
    await run();
  } finally {
    for (const hook of [...after, ...whenFinished]) await hook();
    whenFinished = [];
  }
}

export const beforeEach = (hook) => suite.before.push(hook);
export const afterEach = (hook) => suite.after.push(hook);
export const onTestFinished = (hook) => whenFinished.push(hook);

function declare(name, run) {
  const names = [...suite.names, name].join(" ");
  const { file, before, after } = suite;
  tests.push({ id: `${file}#${tests.length} ${names}`, name: names, file, run, before, after });
}

function nest(name, run) {
  const outer = suite;
  suite = { ...outer, names: [...outer.names, name], before: [...outer.before], after: [...outer.after] };
  run();
  suite = outer;
}

/** One declaration for each case; a case that is a list gives its parts, as in vitest. */
const forEach = (declareOne) => (cases) => (name, run) => {
  for (const one of cases) declareOne(name, () => (Array.isArray(one) ? run(...one) : run(one)));
};

export const test = Object.assign(declare, { each: forEach(declare) });
export const it = test;
export const describe = Object.assign(nest, { each: forEach(nest) });

/** The lines of an inline snapshot without the indentation of the test around them, and without its quotes. */
function unindent(text) {
  const lines = text.split("\n");
  const indent = /^\s*/u.exec(lines[1] ?? "")?.[0] ?? "";
  const inner =
    lines.length < 2
      ? text
      : lines
          .slice(1, -1)
          .map((line) => line.slice(indent.length))
          .join("\n");
  return inner.replace(/^"(.*)"$/su, "$1");
}

// Snapshots are kept by a run of vitest, which there is none of here.
chai.use(({ Assertion }, { addMethod }) => {
  addMethod(Assertion.prototype, "toMatchFileSnapshot", function (file) {
    expect(this._obj).toBe(readFileSync(path.resolve(path.dirname(runningFile), file), "utf8"));
  });
  addMethod(Assertion.prototype, "toMatchInlineSnapshot", function (snapshot) {
    expect(this._obj).toBe(unindent(snapshot));
  });
});
