/**
 * `npm run bench`: what the program costs, measured on this machine against `node -e 0` in the same run.
 *
 *   npm run bench                      everything, about thirteen minutes
 *   npm run bench -- start compile     some of: start, running, lateness, compile, history, sound, reach
 *   npm run bench -- --markdown        the table of README.md beside this
 *   npm run bench -- --runs 31 --seconds 30
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { readNumber, readScriptWords } from "../support/script-words.mjs";
import { SECTIONS } from "./sections.mjs";
import { markdownTable, textTable } from "./table.mjs";

const { values, names } = readScriptWords(
  import.meta.url,
  {
    markdown: { type: "boolean", default: false },
    runs: { type: "string", default: "15" },
    seconds: { type: "string", default: "60" },
  },
  Object.keys(SECTIONS),
);
const runs = readNumber("runs", values.runs, 1);
const seconds = readNumber("seconds", values.seconds, 1);

const home = await mkdtemp(join(tmpdir(), "unwind-bench-"));
try {
  const { CI, NO_COLOR, FORCE_COLOR, DEBUG, NODE_OPTIONS, NODE_EXTRA_CA_CERTS, ...rest } = process.env;
  const surroundings = {
    cwd: home,
    env: { ...rest, UNWIND_HOME: home, UNWIND_SCREENING: "off", TERM: "xterm-256color", LANG: "C.UTF-8" },
  };
  const asked = { runs, seconds, surroundings };
  const rows = [];
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (process.stderr.isTTY) process.stderr.write(`measuring ${name} …\n`);
    rows.push(...(await section(asked)));
  }
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores`;
  console.log(values.markdown ? markdownTable(rows, machine) : textTable(rows, machine));
} finally {
  await rm(home, { recursive: true, force: true });
}
