/**
 * `npm run fuzz -- --minutes 10 --kills 200`: the fuzz tests for as long as asked, and that many kills.
 *
 * Both files of fuzz tests run at the same time, each for the whole time. FUZZ_SEED repeats a run: it is printed.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readNumber, readScriptWords } from "../support/script-words.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { values } = readScriptWords(
  import.meta.url,
  { minutes: { type: "string", default: "10" }, kills: { type: "string", default: "200" } },
  [],
);
const minutes = readNumber("minutes", values.minutes, 0.1);
const kills = readNumber("kills", values.kills, 0);
const seed = process.env.FUZZ_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`fuzzing for ${minutes} min, FUZZ_SEED=${seed}`);

function runTests(files, env) {
  const { status } = spawnSync("npx", ["vitest", "run", ...files], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

const statuses = [
  runTests(["test/fuzz"], { FUZZ_MINUTES: String(minutes), FUZZ_SEED: seed }),
  kills > 0 ? runTests(["test/e2e/kill.test.ts"], { UNWIND_KILLS: String(kills) }) : 0,
];
process.exitCode = Math.max(...statuses);
