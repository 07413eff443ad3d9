/**
 * What sound costs, and how late tones are heard: a private PulseAudio plays into nothing, its monitor is recorded, and
 * every tone of a session
 * is looked for at the moment at which it was due.
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { NODE, percentile } from "./measure.mjs";
import { inTerminal, usage } from "./terminal.mjs";

const UNWIND = join(import.meta.dirname, "../../bin/unwind.js");
const RATE = 48_000;
/** Louder than this begins a sound. */
const LOUD = 200;
/** A tone is looked for this long before and after it was due, and heard over this long to know its pitch. */
const EARLY_MS = 60;
const LATE_MS = 600;
const PITCH_MS = 40;
/** Tones that nothing can run into: no line is spoken. */
const SESSION = ["run", "kneeling-lunge", "--sets", "1", "--hold", "12", "--json", "--voice", "off"];

/** @returns rows of the table; one that says why, where no PulseAudio can be started */
export async function heard({ seconds, surroundings }) {
  const name = "tones heard late";
  const missing = ["pulseaudio", "pactl", "parec", "pacat"].filter(
    (program) => spawnSync(program, ["--version"]).error,
  );
  if (missing.length > 0) return [{ name, shown: `not measured: no ${missing.join(", ")} here` }];
  const folder = await mkdtemp(join(tmpdir(), "unwind-heard-"));
  const server = `unix:${join(folder, "native")}`;
  const env = { ...surroundings.env, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder, PULSE_SERVER: server };
  const pulse = spawn(
    "pulseaudio",
    [
      ..."-n --daemonize=no --exit-idle-time=-1 --realtime=no --high-priority=no".split(" "),
      ...["-L", "module-null-sink sink_name=nothing rate=48000 channels=2 format=s16le"],
      ...["-L", `module-native-protocol-unix auth-anonymous=1 socket=${join(folder, "native")}`],
    ],
    { env, stdio: "ignore" },
  );
  try {
    for (let tries = 0; spawnSync("pactl", ["info"], { env }).status !== 0; tries++) {
      if (tries > 50) return [{ name, shown: "not measured: PulseAudio does not start here" }];
      await sleep(100);
    }
    const lateMs = await lateness({ ...surroundings, env });
    const found = lateMs.filter((ms) => ms !== null);
    const row = (which, p, bar) => ({
      name: `${name}, ${which}`,
      value: percentile(found, p),
      shown: `${percentile(found, p).toFixed(1)} ms`,
      note: `${found.length} of ${lateMs.length} heard`,
      bar,
    });
    return [row("median", 0.5, [15]), row("max", 1), await cpu({ ...surroundings, env }, seconds)];
  } finally {
    pulse.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a session with every sound takes of the machine: the program, its figure in motion, and its sound process. */
async function cpu(surroundings, seconds) {
  const terminal = inTerminal([UNWIND, "run", "psoas-march", "--yes", "--sets", "10"], surroundings);
  // Past the first repetition: what is drawn and said once is no measure for half an hour.
  await sleep(20_000);
  const processes = [terminal.pid, ...childrenOf(terminal.pid, "sound-helper")];
  const used = () => processes.reduce((sum, pid) => sum + usage(pid).cpuSeconds, 0);
  const before = used();
  await sleep(seconds * 1000);
  const share = ((used() - before) / seconds) * 100;
  await terminal.kill();
  const note = `${processes.length} processes, with a figure in motion`;
  return { name: "CPU with sound", value: share, shown: `${share.toFixed(2)} %`, note, bar: [5] };
}

/** Processes that another one started, by a word of their command. */
function childrenOf(parent, word) {
  return readdirSync("/proc").filter((pid) => {
    try {
      const [, fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
      return Number(fields.split(" ")[1]) === parent && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  });
}

async function lateness(surroundings) {
  const recorder = spawn(
    "parec",
    ["-d", "nothing.monitor", "--format=s16le", `--rate=${RATE}`, "--channels=1", "--latency-msec=5", "--raw"],
    { ...surroundings, stdio: ["ignore", "pipe", "ignore"] },
  );
  const chunks = [];
  let samples = 0;
  // A chunk can only come late: the earliest tells best when the first sample was played.
  let startMs = Number.POSITIVE_INFINITY;
  recorder.stdout.on("data", (chunk) => {
    chunks.push(chunk);
    samples += chunk.length / 2;
    startMs = Math.min(startMs, performance.timeOrigin + performance.now() - (samples / RATE) * 1000);
  });
  const child = spawn(NODE, [UNWIND, ...SESSION], { ...surroundings, stdio: ["pipe", "pipe", "inherit"] });
  const tones = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, kind, due, hz } = JSON.parse(line);
    if (event === "cue" && kind === "tone") tones.push({ due, hz });
  }
  await sleep(700);
  startMs += aheadMs(surroundings);
  recorder.kill();
  const pcm = Buffer.concat(chunks);
  const recorded = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1);
  return tones.map(({ due, hz }) => {
    const at = onset(recorded, ((due - startMs) / 1000) * RATE, hz);
    return at === null ? null : startMs + (at / RATE) * 1000 - due;
  });
}

/** A null sink renders a block before a loudspeaker would play it: the monitor has every sample that much too early. */
function aheadMs({ env }) {
  const { stdout } = spawnSync("pactl", ["list", "sinks"], { env, encoding: "utf8" });
  return Number(/configured (\d+) usec/.exec(stdout)?.[1] ?? 5000) / 1000;
}

/** The first sample of a sound of that pitch around `expected`; null when there is none. */
function onset(recorded, expected, hz) {
  const from = Math.max(0, Math.round(expected - (EARLY_MS / 1000) * RATE));
  const to = Math.min(recorded.length, expected + (LATE_MS / 1000) * RATE);
  for (let at = from, quiet = 0; at < to; at++) {
    if (Math.abs(recorded[at]) < LOUD) {
      quiet++;
      continue;
    }
    // A sound begins after silence; then its pitch decides whether it is the one.
    if (quiet > RATE / 100 && isPitch(recorded.subarray(at, at + (PITCH_MS / 1000) * RATE), hz)) return at;
    quiet = 0;
  }
  return null;
}

/** Whether most of what sounds is at that pitch. */
function isPitch(samples, hz) {
  let [cosine, sine, energy] = [0, 0, 0];
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hz * index) / RATE;
    cosine += sample * Math.cos(angle);
    sine += sample * Math.sin(angle);
    energy += sample * sample;
  }
  return energy > 0 && (2 * (cosine ** 2 + sine ** 2)) / (samples.length * energy) > 0.6;
}
