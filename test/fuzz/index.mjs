/**
 * `npm run fuzz -- --minutes 10`: the fuzz tests for as long as asked, and two hundred kills.
 *
 * Both files of fuzz tests run at the same time, each for the whole time. FUZZ_SEED repeats a run: it is printed.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, kills: { type: "string", default: "200" } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(`--minutes ${values.minutes}: expected a number, such as 10`);
  process.exit(2);
}
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
  Number(values.kills) > 0 ? runTests(["test/e2e/kill.test.ts"], { UNWIND_KILLS: values.kills }) : 0,
];
process.exitCode = Math.max(...statuses);
