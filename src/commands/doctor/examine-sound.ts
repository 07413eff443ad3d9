/** What `unwind doctor` says of sound: the player, the voice, what was tried, and what to install. */
import { hostname } from "node:os";
import { resolveEngineOptions } from "../../app/flags/sound-flags.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { buildSoundAdvice } from "../../audio/sound-advice.ts";
import { createSoundEngine } from "../../audio/sound-engine.ts";
import type { BackendAttempt } from "../../audio/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { waitForSoundStatus } from "../sound.ts";
import type { DoctorSection } from "./report.ts";

/** Detects players and voices without playing anything. */
export async function examineSound(settings: Settings, shell: ShellEnvironment): Promise<DoctorSection> {
  const engine = createSoundEngine(resolveEngineOptions(shell, settings, {}));
  try {
    const status = await waitForSoundStatus(engine);
    const advice = buildSoundAdvice(status, process.platform);
    return {
      title: "Sound",
      findings: [
        { label: "Player", text: status.sink ?? "none", isFault: status.sink === null || status.sink === "bell" },
        { label: "Voice", text: status.voice ?? "none", isFault: status.voice === null },
        { label: "Tried", text: describeAttempts([...status.sinks, ...status.voices]) },
        // The report does not name the machine.
        ...advice.map((text) => ({ label: "To do", text: text.replaceAll(hostname(), "this machine") })),
      ],
    };
  } finally {
    await engine.close();
  }
}

function describeAttempts(attempts: readonly BackendAttempt[]): string {
  return attempts
    .map(({ name, state, why }) => (state === "used" ? `${name} used` : `${name} ${why || state}`))
    .join("; ");
}
