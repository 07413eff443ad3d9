/** V8 accepts the code cache, as a start that compiles anew would only show in the benchmark; and never that of another build. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-files.ts";

const { CACHE_FOLDER, SOURCES } = createRequire(import.meta.url)("../../bin/unwind.js");

const LOAD = `
const { CACHE_FOLDER, SOURCES, loadFile, loadedFiles } = require("./bin/unwind.js");
for (const name of require("node:fs").readdirSync(CACHE_FOLDER)) if (name !== SOURCES) loadFile(name);
console.log(JSON.stringify([...loadedFiles].map(([name, { script }]) => [name, script.cachedDataRejected])));
`;

interface BuiltFiles {
  readonly source: string;
  readonly cache: string;
  /** The file of sources. */
  readonly sources: string;
}

/** What a copy of the program exports, and whether V8 refused its cache, after `spoil` changed the file or its cache. */
function startWith(spoil: (files: BuiltFiles) => void): string {
  const root = temporaryFolder();
  cpSync("bin", path.join(root, "bin"), { recursive: true });
  const cacheFolder = path.join(root, "dist", path.basename(CACHE_FOLDER));
  mkdirSync(cacheFolder, { recursive: true });
  const source = path.join(root, "dist/cli.cjs");
  const cache = path.join(cacheFolder, "cli.cjs");
  const [builtSource, builtCache] = ["dist/cli.cjs", path.join(CACHE_FOLDER, "cli.cjs")];
  cpSync(builtSource, source);
  cpSync(builtCache, cache);
  const sources = path.join(cacheFolder, SOURCES);
  cpSync(path.join(CACHE_FOLDER, SOURCES), sources);
  for (const name of readdirSync("dist").filter((one) => /\.cjs$/.test(one) && one !== "cli.cjs")) {
    cpSync(path.join("dist", name), path.join(root, "dist", name));
  }
  spoil({ source, cache, sources });
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...env } = process.env;
  const load = `
    const { loadFile, loadedFiles } = require("./bin/unwind.js");
    const exports = loadFile("cli.cjs");
    const { cachedDataRejected } = loadedFiles.get("cli.cjs").script;
    console.log(exports.built ?? typeof exports.main, cachedDataRejected);`;
  return execFileSync(process.execPath, ["-e", load], { encoding: "utf8", env, cwd: root }).trim();
}

const edit = (file: string, change: (bytes: Buffer) => Buffer) => writeFileSync(file, change(readFileSync(file)));
test("a start takes a cache that is of the same build", () => {
  expect(startWith(() => {})).toBe("function false");
});

test("after another build a start runs that, whatever the old cache holds", () => {
  const rebuilt = 'exports.built = "anew";';
  const stale = startWith(({ source }) => writeFileSync(source, `/*${"f".repeat(64)}*/${rebuilt}`));
  expect(stale).toBe("anew undefined");
});

test("a cache that was cut off, that is empty, or that is missing costs time only", () => {
  const spoiled = [
    ({ cache }: BuiltFiles) => edit(cache, (bytes) => bytes.subarray(0, bytes.length - 1000)),
    ({ cache }: BuiltFiles) => edit(cache, (bytes) => bytes.subarray(0, 78)),
    ({ cache }: BuiltFiles) => writeFileSync(cache, ""),
    ({ cache }: BuiltFiles) => rmSync(cache),
    ({ sources }: BuiltFiles) => edit(sources, (bytes) => bytes.subarray(0, 1000)),
    ({ sources }: BuiltFiles) => edit(sources, (bytes) => bytes.fill("f", 0, 10)),
    ({ sources }: BuiltFiles) => writeFileSync(sources, ""),
    ({ sources }: BuiltFiles) => rmSync(sources),
  ];
  for (const spoil of spoiled) expect(startWith(spoil)).toMatch(/^function (true|undefined)$/);
});

test("this Node accepts the whole code cache: the commands, what they print, and the screen", () => {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...env } = process.env;
  const taken = JSON.parse(execFileSync(process.execPath, ["-e", LOAD], { encoding: "utf8", env }));
  const rejected = new Map<string, boolean>(taken);
  const files = ["cli.cjs", "catalog.cjs", "session.cjs", "screen.cjs", expect.stringMatching(/^stats-page-/)];
  expect([...rejected.keys()]).toEqual(expect.arrayContaining(files));
  expect([...rejected].filter(([, refused]) => refused !== false)).toEqual([]);
});

test("the shared sources are long enough for V8 to keep them out of the space for new objects", () => {
  expect(statSync(path.join(CACHE_FOLDER, SOURCES)).size).toBeGreaterThan(128 * 1024);
});
