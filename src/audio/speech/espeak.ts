/** eSpeak NG and its forerunner eSpeak: small, quick, on nearly every Linux. Text goes in through standard input. */
import { findProgram, type Host, type ProgramResult, runProgram, toPlainLine } from "../../system/programs.ts";
import { parseWav } from "../mixing/wav.ts";
import {
  SPEECH_TIMEOUT_MS,
  type SpeechEngine,
  type SpeechRenderer,
  TEST_PHRASE,
  type VoicePreference,
} from "./types.ts";

/** Both programs take the same arguments; see espeak-ng(1). Its own limits of speed are 80 to 450. */
export function createEspeakEngine(name: "espeak-ng" | "espeak"): SpeechEngine {
  return {
    name,
    unavailableReason: (machine) => (findProgram(name, machine) === null ? "not installed" : null),
    async open(machine, wish) {
      const command = findProgram(name, machine);
      if (command === null) return "not installed";
      const version = await runProgram(command, ["--version"], machine, { timeoutMs: SPEECH_TIMEOUT_MS });
      if (!version.ok) return version.why;
      const renderer = createEspeakRenderer(name, command, parseVersion(version.output), machine, wish);
      return verifyRenderer(renderer);
    },
  };
}

function createEspeakRenderer(
  name: string,
  command: string,
  version: string,
  machine: Host,
  wish: VoicePreference,
): SpeechRenderer {
  const voiceName = wish.voiceName ?? "en";
  const rate = Math.max(80, Math.min(450, Math.round(wish.rate)));
  // -z: no pause after the last sentence.
  const args = ["-v", voiceName, "-s", String(rate), "-z", "--stdin", "--stdout"];
  return {
    kind: "renders",
    name,
    version,
    voiceName,
    rate,
    render: (text) => runProgram(command, args, machine, { input: text, timeoutMs: SPEECH_TIMEOUT_MS }),
    close() {},
  };
}

/** The renderer when it says a word, otherwise why it does not: an engine may end well and give nothing. */
export async function verifyRenderer(renderer: SpeechRenderer): Promise<SpeechRenderer | string> {
  const why = findSpeechFault(await renderer.render(TEST_PHRASE));
  if (why === null) return renderer;
  renderer.close();
  return why;
}

function findSpeechFault(outcome: ProgramResult): string | null {
  if (!outcome.ok) return outcome.why;
  try {
    const { samples } = parseWav(outcome.output);
    return samples.some((sample) => Math.abs(sample) > 300) ? null : "gave silence";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parseVersion(output: Buffer): string {
  const text = toPlainLine(output.toString("utf8"));
  return /\d+(\.\d+)+/.exec(text)?.[0] ?? text.slice(0, 40);
}
