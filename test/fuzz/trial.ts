/** One run of the program against what a trial has laid out, and what must hold of every run. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import { runUnwindIn } from "../support/run-unwind.ts";

/** So long each property is tried; without it, a few times only. */
const MINUTES = Number(process.env["FUZZ_MINUTES"] ?? 0);
/** Printed with every failure, and taken from there: FUZZ_SEED=… npm run fuzz. */
const SEED = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const FEW_RUNS = 25;
const MAX_CPU_MS = 5000;

const DOCUMENTED = Object.values(EXIT_CODES).filter((code) => code !== EXIT_CODES.defect);

/** A folder that is a home for one trial, with files laid out in it. */
export interface Trial {
  readonly home: string;
  lay(name: string, bytes: Buffer | string): string;
  run(...words: readonly string[]): Promise<string>;
  runReading(input: Buffer, ...words: readonly string[]): Promise<string>;
}

/** Tries something again and again. @param share of the time that the file has, in a long run. */
export function fuzz<T>(
  name: string,
  input: fc.Arbitrary<T>,
  share: number,
  attempt: (trial: Trial, value: T) => Promise<void>,
) {
  const ms = MINUTES * 60_000 * share;
  test(name, { timeout: ms + 120_000 }, async () => {
    const options: fc.Parameters<[T]> =
      ms > 0
        ? { seed: SEED, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: ms, markInterruptAsFailure: false }
        : { seed: SEED, numRuns: FEW_RUNS };
    await fc.assert(
      fc.asyncProperty(input, async (value) => {
        const home = mkdtempSync(join(tmpdir(), "unwind-fuzz-"));
        try {
          await attempt(createTrial(home), value);
        } finally {
          rmSync(home, { recursive: true, force: true });
        }
      }),
      { ...options, endOnFailure: ms > 0 },
    );
  });
}

/** What is answered in text, whatever stands beside it. */
const TEXT_WORDS = ["help", "--help", "-h", "--version", "-V"];

function createTrial(home: string): Trial {
  const runReading = async (input: Buffer, ...words: readonly string[]) => {
    const begun = process.cpuUsage();
    const { code, out, error } = await runUnwindIn(home, input, words);
    const about = JSON.stringify(words);
    // What it cost, not how long a busy machine took over it.
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000, `${about} takes long`).toBeLessThan(MAX_CPU_MS);
    expect(DOCUMENTED, `${about}: ${error}`).toContain(code);
    expect(out + error, about).not.toMatch(/this is a bug in unwind|\n\s+at .*:\d+:\d+/);
    expect((out + error).replace(/\r?\n/g, ""), about).not.toMatch(/\p{Cc}/u);
    if (code !== 0) expect(error, about).toMatch(/^unwind: |\nunwind: /);
    // A note may be any text, this one too.
    const isNote = words[words.indexOf("--json") - 1] === "--notes";
    const isTextAskedFor = isNote || words.some((word) => TEXT_WORDS.includes(word));
    if (code === 0 && words.includes("--json") && !isTextAskedFor && out.trim() !== "") JSON.parse(out);
    return out;
  };
  return {
    home,
    lay(name, bytes) {
      const path = join(home, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      return path;
    },
    run: (...words) => runReading(Buffer.alloc(0), ...words),
    runReading,
  };
}

/** Whether a file's bytes are still somewhere in a folder: read or moved, and not lost. */
export function isKept(home: string, bytes: Buffer): boolean {
  return readdirSync(home, { recursive: true, encoding: "utf8" })
    .map((name) => join(home, name))
    .some((path) => statSync(path).isFile() && readFileSync(path).equals(bytes));
}
