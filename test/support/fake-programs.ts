/** Programs of our own making on a PATH of their own, in place of the players and voices of a machine. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock } from "../../src/clock.ts";
import type { Host } from "../../src/system/programs.ts";

export interface FakeMachine {
  readonly machine: Host;
  readonly folder: string;
  /** The arguments of every call of a program so far. */
  calls(name: string): string[][];
  /** What a program was given on standard input, all calls together. */
  input(name: string): Buffer;
}

/**
 * A machine with nothing but these programs. Each body is JavaScript that runs with `args` (its arguments), `fs`, and
 * `input` (all of standard input); one that begins with "early:" runs before any input was read.
 */
export function fakeMachine(clock: Clock, platform: NodeJS.Platform, programs: Record<string, string>): FakeMachine {
  const folder = mkdtempSync(join(tmpdir(), "unwind-fakes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Whatever stands in the folders above, the programs are CommonJS.
  writeFileSync(join(folder, "package.json"), "{}");
  for (const [name, body] of Object.entries(programs)) {
    const path = join(folder, platform === "win32" ? `${name}.EXE` : name);
    writeFileSync(path, script(join(folder, name), body));
    chmodSync(path, 0o755);
  }
  const lines = (name: string) => {
    const file = join(folder, `${name}.args`);
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  };
  return {
    folder,
    machine: { clock, platform, env: { PATH: folder, PATHEXT: ".EXE" } },
    calls: (name) => lines(name).map((line) => JSON.parse(line) as string[]),
    input: (name) =>
      existsSync(join(folder, `${name}.in`)) ? readFileSync(join(folder, `${name}.in`)) : Buffer.alloc(0),
  };
}

/** A WAV of 22 050 samples a second: 100 ms of silence, then a pitch. */
export const WAV_SCRIPT = `
  const wav = (ms, hz = 220) => {
    const lead = 2205, count = lead + Math.round(ms * 22.05), data = Buffer.alloc(2 * count), head = Buffer.alloc(44);
    for (let i = lead; i < count; i++) data.writeInt16LE(Math.round(9000 * Math.sin(2 * Math.PI * hz * i / 22050)), 2 * i);
    head.write("RIFF"); head.writeUInt32LE(0x7fffff, 4); head.write("WAVEfmt ", 8); head.writeUInt32LE(16, 16);
    head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(22050, 24); head.writeUInt32LE(44100, 28);
    head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write("data", 36); head.writeUInt32LE(0x7ffff000, 40);
    return Buffer.concat([head, data]);
  };
`;

/** An espeak-ng that says every text as a pitch of 10 ms for each character. */
export const FAKE_ESPEAK = `${WAV_SCRIPT}
  if (args.includes("--version")) process.stdout.write("eSpeak NG text-to-speech: 9.87  Data at: /nowhere\\n");
  else process.stdout.write(wav(10 * input.toString().length));
`;

function script(record: string, body: string): string {
  const early = body.startsWith("early:");
  return `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(`${record}.args`)}, JSON.stringify(args) + "\\n");
${early ? body.slice(6) : ""}
const parts = [];
process.stdin.on("data", (part) => { parts.push(part); fs.appendFileSync(${JSON.stringify(`${record}.in`)}, part); });
process.stdin.on("end", () => { const input = Buffer.concat(parts); ${early ? "" : body} });
`;
}
