/** What is measured: start-up, the cost of running, the lateness of step ends, the compiler. Each gives rows of a table. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { heard } from "./heard.mjs";
import { lookingBack } from "./history.mjs";
import { followStepEnds, NODE, percentile, ratios, runMs, takePriority, withoutSettings } from "./measure.mjs";
import { compileMs } from "./plans.mjs";
import { reachBench } from "./reach.mjs";
import { inTerminal, usage } from "./terminal.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const UNWIND = join(ROOT, "bin/unwind.js");

/** Big figures are made of block elements: with the first of them the step is on the screen. */
const FIGURES = /[\u2580-\u259f]/;

/** Steps of one second each, as many as a session can want. */
const ONE_SECOND_STEPS = "--sets 100 --hold 1 --rest 1 --prepare 1 --switch 1".split(" ");

/** Start-up: from nothing to the end of the command, or to the first figures of the first step. */
async function startUp({ runs, surroundings }) {
  const fresh = withoutSettings(surroundings);
  const command = (...words) => [words.join(" "), () => runMs([UNWIND, ...words], fresh)];
  const firstFrame = async () => {
    const terminal = inTerminal([UNWIND, "run", "--yes"], fresh);
    const ms = await terminal.shows(FIGURES);
    await terminal.kill();
    return ms;
  };
  const frame = "first live frame of run";
  const programs = Object.fromEntries([
    command("--help"),
    command("list"),
    command("plan"),
    command("ctl", "list", "--json"),
    command("complete", "--", "run", "ps"),
    [frame, firstFrame],
    ["list, with a setting of one's own", () => runMs([UNWIND, "list"], surroundings)],
    ["plan, with a setting of one's own", () => runMs([UNWIND, "plan"], surroundings)],
  ]);
  const measured = await ratios(programs, runs, surroundings);
  return Object.entries(measured).map(([name, { ratio, ms }]) => ({
    name,
    value: ratio,
    shown: `${ratio.toFixed(2)} × node -e 0`,
    note: `${ms.toFixed(0)} ms`,
    bar: name === frame ? [2.1, 1.5] : [1.3, 1.15],
  }));
}

/** A tempo set, the session that redraws most. */
const MARCH = [UNWIND, "run", "psoas-march", "--yes", "--sets", "10"];

/** What a session takes of the machine and of the terminal: running, with a figure in motion, paused. */
async function running({ seconds, surroundings }) {
  const still = inTerminal([...MARCH, "--no-motion"], surroundings);
  await still.shows(FIGURES);
  await sleep(5_000);
  const quiet = await taken(still, seconds);
  still.press(" ");
  await sleep(2_000);
  const paused = await taken(still, seconds / 2);
  still.press("\x03");
  await still.ended;

  const moving = inTerminal(MARCH, surroundings);
  await moving.shows(FIGURES);
  await sleep(5_000);
  const moved = await taken(moving, seconds / 2);
  moving.press("\x03");
  await moving.ended;
  return [
    cpu("CPU, running, figure at rest", quiet, [2, 1]),
    cpu("CPU, with a figure in motion", moved, [4]),
    cpu("CPU, paused", paused, [0.2]),
    rate("to the terminal, figure at rest", quiet, [1200, 700]),
    rate("to the terminal, figure in motion", moved, [2500]),
    rate("to the terminal, paused", paused),
    {
      name: "resident memory",
      value: moved.residentMb,
      shown: `${moved.residentMb.toFixed(0)} MB`,
      note: "with a figure in motion",
      bar: [90, 75],
    },
  ];
}

/** What a session takes in some seconds. */
async function taken(terminal, seconds) {
  const [before, bytesBefore] = [usage(terminal.pid), terminal.bytes()];
  await sleep(seconds * 1000);
  const { cpuSeconds, residentMb } = usage(terminal.pid);
  return { seconds, cpuSeconds: cpuSeconds - before.cpuSeconds, bytes: terminal.bytes() - bytesBefore, residentMb };
}

const cpu = (name, { cpuSeconds, seconds }, bar) => ({
  name,
  value: (100 * cpuSeconds) / seconds,
  shown: `${((60 * cpuSeconds) / seconds).toFixed(2)} s a minute`,
  note: `${((100 * cpuSeconds) / seconds).toFixed(2)} %`,
  bar,
});

const rate = (name, { bytes, seconds }, bar) => ({
  name,
  value: bytes / seconds,
  shown: `${Math.round(bytes / seconds)} B/s`,
  bar,
});

/** A program that does nothing but wait for each second and say so: what the machine and the pipe add by themselves. */
const BARE = `
let due = performance.now() + 1500;
const arm = () => {
  const left = due - performance.now();
  if (left > 2) return setTimeout(arm, left - 2);
  if (left > 0) return setImmediate(arm);
  const time = new Date(Math.round(performance.timeOrigin + due)).toISOString();
  process.stdout.write(JSON.stringify({ event: "step-ended", time }) + "\\n");
  due += 1000;
  arm();
};
arm();`;

/**
 * How late the end of a step is told, over steps of a second each: on the screen's side of a pipe, clock to clock. A
 * bare timer beside it, half a second apart, tells how much of it is the machine's.
 */
async function lateness({ seconds, surroundings }) {
  const words = [UNWIND, "run", "kneeling-lunge", "--json", ...ONE_SECOND_STEPS];
  const measured = [toldLate(words, seconds), toldLate(["-e", BARE], seconds)];
  const restorePriority = takePriority();
  const [lateMs, bareMs] = await Promise.all(measured);
  restorePriority();
  const row = (what, of, name, p, bar) => ({
    name: `${what}, ${name}`,
    value: percentile(of, p),
    shown: `${percentile(of, p).toFixed(1)} ms`,
    note: p === 1 ? `of ${of.length}` : undefined,
    bar,
  });
  const late = "step ends late";
  const bare = "a bare timer beside it late";
  return [
    row(late, lateMs, "p50", 0.5),
    row(late, lateMs, "p99", 0.99, [3]),
    row(late, lateMs, "max", 1),
    row(bare, bareMs, "p50", 0.5),
    row(bare, bareMs, "max", 1),
  ];

  async function toldLate(args, count) {
    const child = spawn(NODE, args, { ...surroundings, stdio: ["pipe", "pipe", "inherit"] });
    const told = [];
    await new Promise((resolve) => {
      followStepEnds(child.stdout, (lateMs) => {
        told.push(lateMs);
        if (told.length === count) resolve();
      });
    });
    child.kill("SIGKILL");
    return told.slice(0, count);
  }
}

/** The compiler, on a routine far larger than any that a person does. */
async function compiling() {
  const { ms, steps, nestedRatio } = await compileMs(ROOT);
  const name = `plan of ${steps.toLocaleString("en")} steps compiled`;
  return [
    { name, value: ms, shown: `${ms.toFixed(0)} ms` },
    {
      name: "as many out of rounds in rounds",
      value: nestedRatio,
      shown: `${nestedRatio.toFixed(2)} × written out`,
      bar: [1.5],
    },
  ];
}

export const SECTIONS = {
  start: startUp,
  running,
  lateness,
  compile: compiling,
  history: lookingBack,
  sound: heard,
  reach: reachBench(UNWIND),
};
