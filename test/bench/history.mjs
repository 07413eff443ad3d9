/** What reading a long history costs: ten thousand sessions, and a hundred thousand. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, NODE, runMs } from "./measure.mjs";
import { inTerminal } from "./terminal.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const UNWIND = join(ROOT, "bin/unwind.js");
const DAY_MS = 86_400_000;

/** Big figures are made of block elements: with the first of them the step is on the screen. */
const FIGURES = /[\u2580-\u259f]/;

/** Tells at its end how much memory the process held at most. */
const PEAK = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))";

/** Sessions of the default routine, led once and then written again and again over the last years. */
function writeSessions(home, count, surroundings) {
  const env = { ...surroundings.env, UNWIND_HOME: home };
  runMs([UNWIND, "run", "--json", "--speed", "1000", "--count"], { ...surroundings, env });
  const sessions = join(home, "sessions");
  const [name] = readdirSync(sessions, { recursive: true }).filter((path) => path.endsWith(".json"));
  const text = readFileSync(join(sessions, name), "utf8");
  const template = JSON.parse(text);
  const now = Date.now();
  const days = Math.min(count, 7300);
  for (let number = 0; number < count; number++) {
    const id = `bench${number.toString(36).padStart(5, "0")}`;
    const startedAt = new Date(now - Math.floor(((count - number) * days * DAY_MS) / count)).toISOString();
    const folder = join(sessions, startedAt.slice(0, 4), startedAt.slice(5, 7));
    mkdirSync(folder, { recursive: true });
    const stem = `${startedAt.replace(/[-:]|\.\d+/g, "")}-${id}`;
    const own = text
      .replace(template.id, id)
      .replace(template.startedAt, startedAt)
      .replace('"effort": null', `"effort": ${number % 11}`);
    writeFileSync(join(folder, `${stem}.json`), own);
  }
  return { ...surroundings, env };
}

async function firstFrameMs(surroundings) {
  const terminal = inTerminal([UNWIND, "run", "--yes"], surroundings);
  const ms = await terminal.shows(FIGURES);
  await terminal.kill();
  return ms;
}

/** A few runs differ by more than the bar allows. */
const PAIRS = 40;

/** Pairs of a first frame with and without history, in turns, so that the machine's mood is in both. */
async function startRatio(empty, full) {
  const withMs = [];
  const withoutMs = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    if (pair % 2) withMs.push(await firstFrameMs(full));
    withoutMs.push(await firstFrameMs(empty));
    if (pair % 2 === 0) withMs.push(await firstFrameMs(full));
  }
  return median(withMs) / median(withoutMs);
}

function peakMb(words, surroundings) {
  const options = { ...surroundings, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1e8 };
  const { stderr } = spawnSync(
    NODE,
    ["--import", `data:text/javascript,${encodeURIComponent(PEAK)}`, UNWIND, ...words],
    options,
  );
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

export async function lookingBack({ runs, surroundings }) {
  const home = join(surroundings.cwd, "history");
  const full = writeSessions(home, 10_000, surroundings);
  const cold = [];
  const row = (name, ms, bar) => ({ name, value: ms, shown: `${ms.toFixed(0)} ms`, bar });
  for (let run = 0; run < 3; run++) {
    rmSync(join(home, "cache"), { recursive: true, force: true });
    cold.push(runMs([UNWIND, "stats", "--json"], full));
  }
  const times = (words) => median(Array.from({ length: runs }, () => runMs([UNWIND, ...words], full)));
  const rows = [
    row("stats of 10,000 sessions, never read before", median(cold), [3000]),
    row("stats of 10,000 sessions", times(["stats"]), [500]),
    row("history of 10,000 sessions", times(["history"]), [300]),
  ];
  const ratio = await startRatio(surroundings, full);
  rows.push({
    name: "first frame of run with 10,000 sessions",
    value: ratio,
    shown: `${ratio.toFixed(2)} × without`,
    bar: [1.05],
  });
  rmSync(home, { recursive: true, force: true });

  const large = writeSessions(home, 100_000, surroundings);
  const memory = (name) => {
    const mb = peakMb(["stats", "--json"], large);
    return { name, value: mb, shown: `${mb.toFixed(0)} MB` };
  };
  rows.push(row("stats of 100,000 sessions, never read before", runMs([UNWIND, "stats", "--json"], large)));
  rows.push(row("stats of 100,000 sessions", runMs([UNWIND, "stats"], large)));
  rows.push(memory("memory of stats of 100,000 sessions"));
  rmSync(join(home, "cache"), { recursive: true, force: true });
  rows.push(memory("memory of stats of 100,000 sessions, never read before"));
  rmSync(home, { recursive: true, force: true });
  return rows;
}
