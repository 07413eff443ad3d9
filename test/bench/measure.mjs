/** Figures from samples, and the time that a program takes from its start to its end. */
import { spawnSync } from "node:child_process";
import { constants, getPriority, setPriority } from "node:os";

export const NODE = process.execPath;

/** The value below which the share `p` (0 to 1) of the samples lies; the nearest rank, so that it is one of them. */
export function percentile(samples, p) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}

export const median = (samples) => percentile(samples, 0.5);

/** Milliseconds from start to end of `node` with these words; its output goes through a pipe, as in a script. */
export function runMs(words, { env, cwd }) {
  const start = performance.now();
  const { status, stderr } = spawnSync(NODE, words, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}: ${stderr}`);
  return ms;
}

/** The surroundings of a new user: without a setting, what the build has prepared is enough for most commands. */
export function withoutSettings({ env, ...others }) {
  const isSetting = (name) => name.startsWith("UNWIND_") && name !== "UNWIND_HOME";
  return { ...others, env: Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting(name))) };
}

/**
 * Median of `measure()` over `node -e 0`, measured side by side in pairs: the machine's mood of the moment is in both
 * and leaves the ratio alone.
 *
 * @param {Record<string, () => number | Promise<number>>} programs milliseconds of one run each
 * @returns {Promise<Record<string, { ratio: number, ms: number }>>}
 */
export async function ratios(programs, runs, surroundings) {
  const baseline = () => runMs(["-e", "0"], surroundings);
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let run = -1; run < runs; run++) {
    for (const [name, measure] of Object.entries(programs)) {
      const before = baseline();
      const ms = await measure();
      const base = (before + baseline()) / 2;
      // The first round only warms the disk's cache.
      if (run >= 0) samples[name].push({ ratio: ms / base, ms });
    }
  }
  const summary = (taken) => ({ ratio: median(taken.map((one) => one.ratio)), ms: median(taken.map((one) => one.ms)) });
  return Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, summary(taken)]));
}

/**
 * Puts this process before others while something is timed, where that is allowed: what it measures should not be how
 * long it waits for a processor itself. Programs that are started meanwhile would inherit it.
 *
 * @returns a function that takes it back.
 */
export function takePriority() {
  const before = getPriority();
  const set = (priority) => {
    try {
      setPriority(priority);
    } catch {
      // Only an administrator may.
    }
  };
  set(constants.priority.PRIORITY_HIGHEST);
  return () => set(before);
}

/**
 * Milliseconds between the time that each step end is told with and its arrival here, as `unwind run --json` writes them.
 * A chunk is dated before it is read.
 *
 * @param {(lateMs: number, how: string) => void} onStepEnd
 */
export function followStepEnds(output, onStepEnd) {
  let rest = "";
  output.setEncoding("utf8").on("data", (chunk) => {
    const arrived = performance.timeOrigin + performance.now();
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      const { event, time, how } = JSON.parse(line);
      if (event === "step-ended") onStepEnd(arrived - Date.parse(time), how);
    }
  });
}
