/**
 * Keeps what V8 compiles of the program for later starts: runs the usual commands once, in memory, and writes down what
 * was compiled on the way. Node 20 has no such cache of its own.
 *
 * Only this very Node can use it; another one, or one that finds nothing, compiles anew. So it is left out of the
 * package, and nothing is lost but time when it cannot be made.
 */
import { once } from "node:events";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";

const { load, pieces, compiled } = createRequire(import.meta.url)("../../bin/unwind.js");

// V8 takes only what was compiled under the flags that a start has; the screen sets one of its own as it runs.
v8.setFlagsFromString = () => {};

/** Commands whose code is wanted at once. */
const USUAL = [
  "--help",
  "list",
  "plan",
  "plan --json",
  "show psoas-march",
  "run desk-break --plain --speed 1000",
  "stats",
  "history",
];

/** Nobody's settings and exercises; what is led here is kept here, and goes with the folder. */
const env = {
  UNWIND_HOME: await mkdtemp(join(tmpdir(), "unwind-build-")),
  UNWIND_QUESTIONS: "off",
  TERM: "xterm-256color",
};

/** A terminal that is not there. */
class Terminal extends PassThrough {
  isTTY = true;
  columns = 80;
  rows = 24;
  setRawMode = () => this;
  hasColors = () => true;
  getColorDepth = () => 8;
  ref = () => this;
  unref = () => this;
}

function shell() {
  const ending = new AbortController();
  const terminal = { stdin: new Terminal(), stdout: new Terminal().resume(), stderr: new Terminal().resume() };
  const quiet = { write: () => {}, error: () => {}, columns: 80, colour: true };
  return { ...terminal, ...quiet, env, signal: ending.signal, stop: (code) => ending.abort(code) };
}

function succeeded(what, code) {
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
}

export async function compile() {
  const { main } = load("cli.cjs");
  for (const words of USUAL) succeeded(words, await main(words.split(" "), shell()));
  const screen = shell();
  const session = main(["run", "desk-break", "--yes", "--speed", "8"], screen);
  // Until it has been drawn, and redrawn some times.
  await Promise.race([once(screen.stdout, "data"), session]);
  await sleep(600);
  screen.stop(0);
  succeeded("the screen", await session);
  await rm(env.UNWIND_HOME, { recursive: true, force: true });

  await mkdir(compiled, { recursive: true });
  for (const [name, { script, mark }] of pieces) {
    const half = join(compiled, `.${name}.${process.pid}`);
    await writeFile(half, Buffer.concat([Buffer.from(mark, "latin1"), script.createCachedData()]));
    await rename(half, join(compiled, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compile();
  process.exit();
}
