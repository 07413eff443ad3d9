/** Speech Dispatcher: speaks aloud by itself, so it is the last to be asked; by the manual of spd-say(1). */
import { findProgram, runProgram, startProgram, toPlainLine } from "../../system/programs.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine } from "./types.ts";

/** Words a minute that its speed 0 comes to, and those that its speed of 100 adds. */
const DEFAULT_SPD_RATE = 170;
const RATE_SPAN = 220;
/** No line takes longer: a dispatcher that says nothing of its end by then is waited for no more. */
const MAX_PHRASE_MS = 20_000;

export const SPD_SAY_ENGINE: SpeechEngine = {
  name: "spd-say",
  unavailableReason: (machine) => (findProgram("spd-say", machine) === null ? "not installed" : null),
  async open(machine, wish) {
    const command = findProgram("spd-say", machine);
    if (command === null) return "not installed";
    // Listing its modules needs a dispatcher that answers; its version does not.
    const modules = await runProgram(command, ["--list-output-modules"], machine, { timeoutMs: SPEECH_TIMEOUT_MS });
    if (!modules.ok) return modules.why;
    const version = await runProgram(command, ["--version"], machine, { timeoutMs: SPEECH_TIMEOUT_MS });
    const rate = Math.max(-100, Math.min(100, Math.round(((wish.rate - DEFAULT_SPD_RATE) / RATE_SPAN) * 100)));
    const voice = wish.voiceName === undefined ? ["--language", "en"] : ["--synthesis-voice", wish.voiceName];
    let speaking = 0;
    const speak = async (text: string) => {
      speaking++;
      // It ends when the text was said. After "--" nothing is an option, whatever the text begins with.
      const args = ["--wait", "--rate", String(rate), ...voice, "--", text];
      await runProgram(command, args, machine, { timeoutMs: MAX_PHRASE_MS });
      speaking--;
    };
    const stop = () => {
      // It stops whoever speaks, a screen reader too.
      if (speaking > 0) startProgram(command, ["--stop"], machine, { stdio: "ignore" }).on("error", () => {});
    };
    return {
      kind: "live",
      name: "spd-say",
      version: version.ok ? (/\d+(\.\d+)+/.exec(toPlainLine(version.output.toString("utf8")))?.[0] ?? "") : "",
      voiceName: wish.voiceName ?? "en",
      rate: wish.rate,
      speak: (text) => void speak(text),
      isSpeaking: () => speaking > 0,
      stop,
      close: stop,
    };
  },
};
