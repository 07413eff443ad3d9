/** The voice of macOS, by the manual of say(1): it renders into a file; text goes in through standard input. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram, type Host, type ProgramResult, runProgram } from "../../system/programs.ts";
import { verifyRenderer } from "./espeak.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine, type VoicePreference } from "./types.ts";

export const SAY_ENGINE: SpeechEngine = {
  name: "say",
  unavailableReason: (machine) => (findProgram("say", machine) === null ? "not installed" : null),
  async open(machine, wish) {
    const command = findProgram("say", machine);
    if (command === null) return "not installed";
    const rate = Math.round(wish.rate);
    return verifyRenderer({
      kind: "renders",
      name: "say",
      // It has none of its own; its voices come with the system.
      version: "macos",
      voiceName: wish.voiceName ?? "system",
      rate,
      render: (text) => renderViaFile(command, machine, { ...wish, rate }, text),
      close() {},
    });
  },
};

async function renderViaFile(
  command: string,
  machine: Host,
  wish: VoicePreference,
  text: string,
): Promise<ProgramResult> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "unwind-say-"));
    const file = join(folder, "line.wav");
    const voice = wish.voiceName === undefined ? [] : ["-v", wish.voiceName];
    const args = ["-o", file, "--data-format=LEI16@22050", "-r", String(wish.rate), ...voice, "-f", "-"];
    const outcome = await runProgram(command, args, machine, { input: text, timeoutMs: SPEECH_TIMEOUT_MS });
    return outcome.ok ? { ok: true, output: await readFile(file) } : outcome;
  } catch (error) {
    return { ok: false, timedOut: false, why: error instanceof Error ? error.message : String(error) };
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
