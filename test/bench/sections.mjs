/** What is measured: start-up, the cost of running, the lateness of step ends, the compiler. Each gives rows of a table. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { lookingBack } from "./history.mjs";
import { NODE, percentile, ratios, runMs } from "./measure.mjs";
import { compileMs } from "./plans.mjs";
import { inTerminal, usage } from "./terminal.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const UNWIND = join(ROOT, "bin/unwind.js");

/** Big figures are made of block elements: with the first of them the step is on the screen. */
const FIGURES = /[\u2580-\u259f]/;

/** Steps of one second each, as many as a session can want. */
const ONE_SECOND_STEPS = "--sets 100 --hold 1 --rest 1 --prepare 1 --switch 1".split(" ");

/** Start-up: from nothing to the end of the command, or to the first figures of the first step. */
async function startUp({ runs, surroundings }) {
  const command = (...words) => [words.join(" "), () => runMs([UNWIND, ...words], surroundings)];
  const firstFrame = async () => {
    const terminal = inTerminal([UNWIND, "run", "--yes"], surroundings);
    const ms = await terminal.shows(FIGURES);
    await terminal.kill();
    return ms;
  };
  const programs = Object.fromEntries([
    command("--help"),
    command("list"),
    command("plan"),
    ["first live frame of run", firstFrame],
  ]);
  const measured = await ratios(programs, runs, surroundings);
  const bars = { list: [1.3, 1.15], "first live frame of run": [2.3, 2] };
  return Object.entries(measured).map(([name, { ratio, ms }]) => ({
    name,
    value: ratio,
    shown: `${ratio.toFixed(2)} × node -e 0`,
    note: `${ms.toFixed(0)} ms`,
    bar: bars[name],
  }));
}

/** What a session takes of the machine and of the terminal, running and paused. */
async function running({ seconds, surroundings }) {
  const terminal = inTerminal([UNWIND, "run", "psoas-march", "--yes", "--sets", "10"], surroundings);
  await terminal.shows(FIGURES);
  await sleep(5_000);
  const start = usage(terminal.pid);
  const bytesBefore = terminal.bytes();
  await sleep(Math.min(15, seconds) * 1000);
  const { residentMb } = usage(terminal.pid);
  await sleep(Math.max(0, seconds - 15) * 1000);
  const end = usage(terminal.pid);
  const bytes = terminal.bytes() - bytesBefore;

  terminal.press(" ");
  await sleep(2_000);
  const pausedStart = usage(terminal.pid);
  const pausedBytesBefore = terminal.bytes();
  await sleep((seconds / 2) * 1000);
  const paused = usage(terminal.pid).cpuSeconds - pausedStart.cpuSeconds;
  const pausedBytes = terminal.bytes() - pausedBytesBefore;
  terminal.press("\x03");
  await terminal.ended;

  const cpu = (name, used, over, bar) => ({
    name,
    value: (100 * used) / over,
    shown: `${((60 * used) / over).toFixed(2)} s a minute`,
    note: `${((100 * used) / over).toFixed(2)} %`,
    bar,
  });
  const rate = (name, count, over, bar) => ({
    name,
    value: count / over,
    shown: `${Math.round(count / over)} B/s`,
    bar,
  });
  return [
    cpu("CPU, running", end.cpuSeconds - start.cpuSeconds, seconds, [2, 1]),
    cpu("CPU, paused", paused, seconds / 2, [0.2]),
    rate("to the terminal, running", bytes, seconds, [1200, 700]),
    rate("to the terminal, paused", pausedBytes, seconds / 2),
    {
      name: "resident memory",
      value: residentMb,
      shown: `${residentMb.toFixed(0)} MB`,
      note: "after 20 s",
      bar: [90, 75],
    },
  ];
}

/** How late the end of a step is told, over steps of a second each: on the screen's side of a pipe, clock to clock. */
async function lateness({ seconds, surroundings }) {
  const words = [UNWIND, "run", "kneeling-lunge", "--json", ...ONE_SECOND_STEPS];
  const child = spawn(NODE, words, { ...surroundings, stdio: ["pipe", "pipe", "inherit"] });
  const lateMs = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const arrived = performance.timeOrigin + performance.now();
    const { event, time } = JSON.parse(line);
    if (event !== "step-ended") continue;
    lateMs.push(arrived - Date.parse(time));
    if (lateMs.length >= seconds) break;
  }
  child.kill("SIGKILL");
  const row = (name, p, bar) => ({
    name: `step ends late, ${name}`,
    value: percentile(lateMs, p),
    shown: `${percentile(lateMs, p).toFixed(1)} ms`,
    note: p === 1 ? `of ${lateMs.length}` : undefined,
    bar,
  });
  return [row("p50", 0.5), row("p99", 0.99, [3]), row("max", 1)];
}

/** The compiler, on a routine far larger than any that a person does. */
async function compiling() {
  const { ms, steps } = await compileMs(ROOT);
  return [{ name: `plan of ${steps.toLocaleString("en")} steps compiled`, value: ms, shown: `${ms.toFixed(0)} ms` }];
}

export const SECTIONS = { start: startUp, running, lateness, compile: compiling, history: lookingBack };
