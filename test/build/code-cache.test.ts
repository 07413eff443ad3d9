/** V8 accepts the code cache: a start that compiles anew would only show in the benchmark. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const LOAD = `
const { CACHE_FOLDER, loadFile, loadedFiles } = require("./bin/unwind.js");
for (const name of require("node:fs").readdirSync(CACHE_FOLDER)) loadFile(name);
console.log(JSON.stringify([...loadedFiles].map(([name, { script }]) => [name, script.cachedDataRejected])));
`;

test("this Node accepts the whole code cache: the commands and the screen", () => {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...env } = process.env;
  const taken = JSON.parse(execFileSync(process.execPath, ["-e", LOAD], { encoding: "utf8", env }));
  const rejected = new Map<string, boolean>(taken);
  expect([...rejected.keys()]).toEqual(expect.arrayContaining(["cli.cjs", "catalog.cjs", "session.cjs", "screen.cjs"]));
  expect([...rejected].filter(([, refused]) => refused !== false)).toEqual([]);
});
