/**
 * Writes V8's code cache for later starts: runs the usual commands once, in memory, and saves what was compiled. Node 20
 * has no such cache of its own.
 *
 * Only the same Node can use it; any other compiles anew. It is therefore not published, and only time is lost if it
 * cannot be made.
 */
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";

const { CACHE_FOLDER, HEADER_LENGTH, SOURCES, alignCache, loadFile, loadedFiles, readBuildHash, wrapSource } =
  createRequire(import.meta.url)("../../bin/unwind.js");

const DIST = dirname(CACHE_FOLDER);

// V8 accepts the cache only under the flags it was made with; the screen sets a flag at run time.
v8.setFlagsFromString = () => {};

/** Commands whose start-up time matters. */
const USUAL_COMMANDS = [
  "--help",
  "list",
  "plan",
  "plan --json",
  "plan 2x(20s work, 10s rest)",
  "show psoas-march",
  "ctl list --json",
  "complete -- run ps",
  "run desk-break --plain --speed 1000 --count",
  "stats",
  "history",
];

/** The files of the build that most commands load. Their sources share a file. */
const SHARED_SOURCES = ["cli.cjs", "list.cjs", "flags.cjs", "catalog.cjs"];

/** An empty home: sessions run here are recorded here and deleted with the folder. */
const env = {
  UNWIND_HOME: await mkdtemp(join(tmpdir(), "unwind-build-")),
  UNWIND_QUESTIONS: "off",
  TERM: "xterm-256color",
};

/** A fake terminal. */
class FakeTerminal extends PassThrough {
  isTTY = true;
  columns = 80;
  rows = 24;
  setRawMode = () => this;
  hasColors = () => true;
  getColorDepth = () => 8;
  ref = () => this;
  unref = () => this;
}

function createShell() {
  const ending = new AbortController();
  const terminal = {
    stdin: new FakeTerminal(),
    stdout: new FakeTerminal().resume(),
    stderr: new FakeTerminal().resume(),
  };
  const quiet = { write: () => {}, error: () => {}, columns: 80, colour: true };
  return { ...terminal, ...quiet, env, signal: ending.signal, stop: (code) => ending.abort(code) };
}

/** A workout in a line is one word. */
function splitWords(words) {
  const [command, ...rest] = words.split(" ");
  return rest[0]?.includes("(") ? [command, rest.join(" ")] : [command, ...rest];
}

function expectSuccess(what, code) {
  if (code !== 0) throw new Error(`${what} exited with code ${code}`);
}

async function writeCodeCache() {
  await rm(CACHE_FOLDER, { recursive: true, force: true });
  const { main } = loadFile("cli.cjs");
  for (const words of USUAL_COMMANDS) expectSuccess(words, await main(splitWords(words), createShell()));
  const screen = createShell();
  const session = main(["run", "desk-break", "--yes", "--speed", "8"], screen);
  // Wait until it has been drawn, and redrawn a few times.
  await Promise.race([once(screen.stdout, "data"), session]);
  await sleep(600);
  screen.stop(0);
  expectSuccess("the screen", await session);
  await rm(env.UNWIND_HOME, { recursive: true, force: true });

  await mkdir(CACHE_FOLDER, { recursive: true });
  let sources = readBuildHash();
  for (const [name, { script }] of loadedFiles) {
    const source = wrapSource(await readFile(join(DIST, name), "utf8"));
    const isShared = SHARED_SOURCES.includes(name);
    await writeCache(name, formatCache(source, script, isShared ? sources.length : null));
    if (isShared) sources += source;
  }
  await writeCache(SOURCES, sources);
}

async function writeCache(name, content) {
  const temporaryPath = join(CACHE_FOLDER, `.${name}.${process.pid}`);
  await writeFile(temporaryPath, content);
  await rename(temporaryPath, join(CACHE_FOLDER, name));
}

/** A file as `readCache` of bin/unwind.js reads it; its source starts at that place of the file of sources, if at any. */
function formatCache(source, script, sharedStart) {
  // Its bytes are taken for characters.
  if (/[^\0-\x7f]/.test(source)) throw new Error("a built file is not plain ASCII");
  const place = Buffer.alloc(8);
  place.writeUInt32LE(sharedStart ?? HEADER_LENGTH);
  place.writeUInt32LE(source.length, 4);
  const start = Buffer.concat([Buffer.from(readBuildHash()), place, Buffer.from(sharedStart === null ? source : "")]);
  const padding = Buffer.alloc(alignCache(start.length) - start.length);
  return Buffer.concat([start, padding, script.createCachedData()]);
}

await writeCodeCache();
process.exit();
