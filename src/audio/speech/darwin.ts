/** The voice of macOS, written from the manual of say(1): renders to a file; text is sent through standard input. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeError } from "../../errors.ts";
import { failedResult, findProgram, type Host, type ProgramResult, runProgram } from "../../system/programs.ts";
import { type MissingBackend, missingBackend } from "../open-first.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine } from "./types.ts";

export function createSayEngine(host: Host): SpeechEngine | MissingBackend {
  const command = findProgram("say", host);
  if (command === null) return missingBackend("say");
  return {
    kind: "engine",
    name: "say",
    async open({ voiceName, rate }) {
      const voiceArgs = voiceName === undefined ? [] : ["-v", voiceName];
      const args = ["--data-format=LEI16@22050", "-r", String(Math.round(rate)), ...voiceArgs, "-f", "-"];
      return {
        kind: "rendered",
        name: "say",
        // It has no version of its own; its voices come with the system.
        version: "macos",
        voiceName: voiceName ?? "system",
        rate: Math.round(rate),
        render: (text) => renderViaFile(command, args, text, host),
        close() {},
      };
    },
  };
}

async function renderViaFile(
  command: string,
  args: readonly string[],
  text: string,
  host: Host,
): Promise<ProgramResult> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "unwind-say-"));
    const file = join(folder, "line.wav");
    const options = { input: text, timeoutMs: SPEECH_TIMEOUT_MS };
    const result = await runProgram(command, ["-o", file, ...args], host, options);
    return result.ok ? { ok: true, output: await readFile(file) } : result;
  } catch (error) {
    return failedResult(describeError(error));
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
