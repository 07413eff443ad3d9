/** What V8 compiled ahead is taken: a start that compiles anew would only show in the benchmark. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";

const LOAD = `
const { load, pieces, compiled } = require("./bin/unwind.js");
for (const name of require("node:fs").readdirSync(compiled)) load(name);
console.log(JSON.stringify([...pieces].map(([name, { script }]) => [name, script.cachedDataRejected])));
`;

test("this Node takes all that was compiled ahead: the commands and the screen", () => {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, ...env } = process.env;
  const taken = JSON.parse(execFileSync(process.execPath, ["-e", LOAD], { encoding: "utf8", env }));
  const screen = readdirSync("dist").find((name) => /^ui-\w+\.cjs$/.test(name));
  const rejected = new Map<string, boolean>(taken);
  // With them comes what keeps a session.
  expect([...rejected.keys()]).toEqual(expect.arrayContaining(["cli.cjs", screen]));
  expect([...rejected].filter(([, refused]) => refused !== false)).toEqual([]);
});
