/** eSpeak NG and its forerunner eSpeak: small, quick, on nearly every Linux. Text goes in through standard input. */
import { findProgram, type Machine, type Outcome, plain, run } from "../../system/programs.ts";
import { parseWav } from "../mixing/wav.ts";
import { type Engine, PROOF_TEXT, RENDER_TIMEOUT_MS, type Renderer, type VoiceWish } from "./types.ts";

/** Both programs take the same arguments; see espeak-ng(1). Its own limits of speed are 80 to 450. */
export function espeakEngine(name: "espeak-ng" | "espeak"): Engine {
  return {
    name,
    missing: (machine) => (findProgram(name, machine) === null ? "not installed" : null),
    async open(machine, wish) {
      const command = findProgram(name, machine);
      if (command === null) return "not installed";
      const version = await run(command, ["--version"], machine, { timeoutMs: RENDER_TIMEOUT_MS });
      if (!version.ok) return version.why;
      const renderer = espeakRenderer(name, command, versionIn(version.output), machine, wish);
      return proven(renderer);
    },
  };
}

function espeakRenderer(name: string, command: string, version: string, machine: Machine, wish: VoiceWish): Renderer {
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
    render: (text) => run(command, args, machine, { input: text, timeoutMs: RENDER_TIMEOUT_MS }),
    close() {},
  };
}

/** The renderer when it says a word, otherwise why it does not: an engine may end well and give nothing. */
export async function proven(renderer: Renderer): Promise<Renderer | string> {
  const why = fault(await renderer.render(PROOF_TEXT));
  if (why === null) return renderer;
  renderer.close();
  return why;
}

function fault(outcome: Outcome): string | null {
  if (!outcome.ok) return outcome.why;
  try {
    const { samples } = parseWav(outcome.output);
    return samples.some((sample) => Math.abs(sample) > 300) ? null : "gave silence";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function versionIn(output: Buffer): string {
  const text = plain(output.toString("utf8"));
  return /\d+(\.\d+)+/.exec(text)?.[0] ?? text.slice(0, 40);
}
