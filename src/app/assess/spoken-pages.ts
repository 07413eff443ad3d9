/** Reads pages aloud to somebody who lies on a table, if there is a voice and the person wants one. */
import { systemClock } from "../../clock.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveEngineOptions } from "../flags/sound-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

interface PageVoice {
  /** Says something in place of what is being said; "" silences it. Never throws, and never waits. */
  say(text: string): void;
  close(): Promise<void>;
}

const SILENT_VOICE: PageVoice = { say: () => {}, close: async () => {} };

/** Long enough for the sound process to receive it in time. */
const SPEECH_LEAD_TIME_MS = 300;

/** Opens a voice while the first page is shown. Without one nothing is said: the page can be read. */
export async function openPageVoice(settings: Settings, shell: ShellEnvironment): Promise<PageVoice> {
  if (settings.voice === "off") return SILENT_VOICE;
  const { createSoundEngine } = await import("../../audio/sound-engine.ts");
  const engine = createSoundEngine({ ...resolveEngineOptions(shell, settings, {}) });
  shell.signal.addEventListener("abort", () => void engine.close());
  let said = 0;
  return {
    say(text) {
      said += 1;
      const id = said;
      engine.drop();
      if (text === "") return;
      void engine.ready
        .then(() => engine.prepare([text]))
        .then(() => {
          // Another page may have been reached meanwhile.
          if (id !== said) return;
          const dueEpochMs = systemClock.epochMs() + SPEECH_LEAD_TIME_MS;
          engine.schedule([{ cue: { kind: "speech", text }, dueEpochMs }]);
        });
    },
    close() {
      said += 1;
      return engine.close();
    },
  };
}
