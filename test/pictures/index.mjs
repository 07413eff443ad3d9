/**
 * `npm run pictures`: draws the pictures of the README anew, into .github/pictures.
 *
 * The real program runs in a pseudo-terminal; the cells of the terminal emulator that the tests use become SVG. One
 * picture moves: a set, with what stands at its end. The page on a phone is a picture of Chromium's. `npm run pictures
 * -- set home` draws some of them.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readScriptWords } from "../support/script-words.mjs";
import { seedHistory } from "./history.mjs";
import { drawPhone } from "./phone.mjs";
import { openScreen } from "./screen.mjs";
import { drawMovingPicture, drawStill } from "./svg.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const UNWIND = join(ROOT, "bin/unwind.js");
const FOLDER = join(ROOT, ".github/pictures");

/** A README is loaded over slow connections too. */
const MAX_BYTES = 400_000;

const FRAME_MS = 100;

/** A still: its title, the program's words, what its screen shows when it is ready, the keys before that, and its height. */
const STILLS = {
  home: { title: "The home screen of unwind", words: [], shows: /psoas/i, rows: 24 },
  end: {
    title: "The page after a session",
    words: ["run", "micro-break", "--yes", "--mute", "--speed", "200"],
    shows: /any key/i,
    rows: 24,
  },
  statistics: { title: "The statistics of twelve weeks", words: ["stats"], shows: null, rows: 60 },
  test: {
    title: "A page of the guided Thomas test",
    words: ["assess"],
    shows: /Thomas test/,
    keys: ["\r", "\r", "1", "\r", "1", "\r"],
    rows: 24,
  },
};

async function drawStillOf({ title, words, keys = [], shows, rows }, surroundings) {
  const screen = openScreen([UNWIND, ...words], { ...surroundings, columns: 80, rows });
  if (shows) await screen.waitFor(shows);
  for (const key of keys) {
    await sleep(400);
    screen.press(key);
  }
  if (shows) await sleep(700);
  else await screen.ended;
  const cells = await screen.cells();
  await screen.close();
  return drawStill(title, cells);
}

/** Two repetitions of a march and what follows: get ready, lift, hold, lower, the other side, done. */
async function drawSet(surroundings) {
  const words = "run psoas-march --yes --mute --prepare 3 --sets 1 --reps 2".split(" ");
  const screen = openScreen([UNWIND, ...words], { ...surroundings, columns: 80, rows: 24 });
  await screen.waitFor(/GET READY|Psoas march/);
  const frames = [];
  const startMs = performance.now();
  for (let atMs = 0; atMs < 20_000; atMs += FRAME_MS) {
    await sleep(Math.max(0, startMs + atMs - performance.now()));
    frames.push({ atMs, cells: await screen.cells() });
  }
  await screen.close();
  return drawMovingPicture("Two repetitions of the psoas march, counted in big digits", frames, 20_000);
}

const NAMES = ["set", ...Object.keys(STILLS), "phone"];
const { names } = readScriptWords(import.meta.url, {}, NAMES);
const wanted = names.length > 0 ? names : NAMES;

const home = await mkdtemp(join(tmpdir(), "unwind-pictures-"));
try {
  const { CI, NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  const env = {
    ...rest,
    ...{
      UNWIND_HOME: home,
      UNWIND_SCREENING: "off",
      UNWIND_QUESTIONS: "off",
      UNWIND_SOUND: "off",
      UNWIND_VOICE: "off",
    },
    ...{ TERM: "xterm-256color", COLORTERM: "truecolor", FORCE_COLOR: "3", LANG: "C.UTF-8" },
  };
  await seedHistory((words, options) => execFileSync(process.execPath, [UNWIND, ...words], { env, ...options }), home);
  const surroundings = { env, cwd: home };
  for (const name of wanted.filter((one) => one !== "phone")) {
    const svg = name === "set" ? await drawSet(surroundings) : await drawStillOf(STILLS[name], surroundings);
    if (Buffer.byteLength(svg) > MAX_BYTES) throw new Error(`${name}.svg takes ${Buffer.byteLength(svg)} bytes`);
    await writeFile(join(FOLDER, `${name}.svg`), svg);
    console.log(`${name}.svg  ${Math.ceil(Buffer.byteLength(svg) / 1000)} KB`);
  }
  if (wanted.includes("phone")) {
    const png = await drawPhone(UNWIND, surroundings);
    await writeFile(join(FOLDER, "phone.png"), png);
    console.log(`phone.png  ${Math.ceil(png.length / 1000)} KB`);
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
