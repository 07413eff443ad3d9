/** The voices of Linux and other Unix systems. Text is sent through standard input, or after "--". */
import { findProgram, type Host, runProgram, startProgram, toPlainLine } from "../../system/programs.ts";
import { type MissingBackend, missingBackend } from "../open-first.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine } from "./types.ts";

/**
 * eSpeak NG and its predecessor eSpeak: small, fast and on nearly every Linux. Both programs take the same arguments, see
 * espeak-ng(1). They support 80 to 450 words a minute.
 */
export function createEspeakEngine(name: "espeak-ng" | "espeak", host: Host): SpeechEngine | MissingBackend {
  const command = findProgram(name, host);
  if (command === null) return missingBackend(name);
  return {
    kind: "engine",
    name,
    async open(preference) {
      const version = await runProgram(command, ["--version"], host, { timeoutMs: SPEECH_TIMEOUT_MS });
      if (!version.ok) return version.why;
      const voiceName = preference.voiceName ?? "en";
      const rate = Math.max(80, Math.min(450, Math.round(preference.rate)));
      // -z: no pause after the last sentence.
      const args = ["-v", voiceName, "-s", String(rate), "-z", "--stdin", "--stdout"];
      const versionText = toPlainLine(version.output.toString("utf8"));
      return {
        kind: "rendered",
        name,
        version: parseVersion(versionText) ?? versionText.slice(0, 40),
        voiceName,
        rate,
        render: (text) => runProgram(command, args, host, { input: text, timeoutMs: SPEECH_TIMEOUT_MS }),
        close() {},
      };
    },
  };
}

/** Words a minute at spd-say's rate 0, and how many its rate 100 adds. */
const DEFAULT_SPD_RATE = 170;
const SPD_RATE_SPAN = 220;
/** No phrase takes longer: stop waiting for a dispatcher that has not reported the end by then. */
const MAX_PHRASE_MS = 20_000;

/** Speech Dispatcher, written from the manual of spd-say(1): it only speaks aloud, so it is tried last. */
export function createSpdSayEngine(host: Host): SpeechEngine | MissingBackend {
  const command = findProgram("spd-say", host);
  if (command === null) return missingBackend("spd-say");
  return {
    kind: "engine",
    name: "spd-say",
    async open(preference) {
      // Listing modules requires a running dispatcher; printing the version does not.
      const modules = await runProgram(command, ["--list-output-modules"], host, { timeoutMs: SPEECH_TIMEOUT_MS });
      if (!modules.ok) return modules.why;
      const version = await runProgram(command, ["--version"], host, { timeoutMs: SPEECH_TIMEOUT_MS });
      const rate = Math.max(
        -100,
        Math.min(100, Math.round(((preference.rate - DEFAULT_SPD_RATE) / SPD_RATE_SPAN) * 100)),
      );
      const { voiceName } = preference;
      const voice = voiceName === undefined ? ["--language", "en"] : ["--synthesis-voice", voiceName];
      let speaking = 0;
      const speak = async (text: string) => {
        speaking++;
        // It exits when the text has been spoken. After "--" nothing is parsed as an option, whatever the text begins with.
        const args = ["--wait", "--rate", String(rate), ...voice, "--", text];
        await runProgram(command, args, host, { timeoutMs: MAX_PHRASE_MS });
        speaking--;
      };
      const stop = () => {
        // This stops whoever is speaking, including a screen reader.
        if (speaking > 0) startProgram(command, ["--stop"], host, { stdio: "ignore" }).on("error", () => {});
      };
      return {
        kind: "live",
        name: "spd-say",
        version: (version.ok && parseVersion(toPlainLine(version.output.toString("utf8")))) || "",
        voiceName: voiceName ?? "en",
        rate: preference.rate,
        speak: (text) => void speak(text),
        isSpeaking: () => speaking > 0,
        stop,
        close: stop,
      };
    },
  };
}

function parseVersion(text: string): string | undefined {
  return /\d+(\.\d+)+/.exec(text)?.[0];
}
