/** The sound of a session that is run: found, started and ended beside it, and never in its way. */

import { type CuePlayback, startCuePlayback } from "../../audio/cue-playback.ts";
import { buildSoundAdvice } from "../../audio/sound-advice.ts";
import { createSoundEngine } from "../../audio/sound-engine.ts";
import type { SoundStatus } from "../../audio/types.ts";
import { systemClock } from "../../clock.ts";
import { estimateSpeechMs } from "../../cues/estimate-speech.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveSessionExtras, type SessionExtrasFlags } from "../flags/session-extras-flags.ts";
import { resolveCueSettings, resolvePlaybackOptions, type SoundFlags } from "../flags/sound-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** How long what still sounds at the end of a session may go on: the last words of the longest farewell. */
const MAX_FAREWELL_MS = 8000;

/** How long a session without a screen waits for its first lines. */
const MAX_PREPARE_MS = 1500;

export interface SessionSound {
  readonly listener: CuePlayback;
  /** Settles when the first lines can be spoken, and soon in any case. */
  readonly prepared: Promise<void>;
  /** Ends it: after the last words when the session was finished, at once otherwise. */
  close(): Promise<void>;
}

/**
 * Makes a session audible. Without a loudspeaker or a voice it says so in a notice, and the session is as it was.
 *
 * @param ring rings the terminal's bell, where nothing better is found.
 */
export function startSessionSound(
  session: Session,
  settings: Settings,
  flags: SoundFlags & SessionExtrasFlags,
  shell: ShellEnvironment,
  ring?: () => void,
): SessionSound {
  const cues = resolveCueSettings(settings, flags);
  const { rate } = resolvePlaybackOptions(settings, flags);
  const silent = cues.sound === "off" && cues.voice === "off";
  // Cues are as long as they are: at another speed they would run into each other.
  const engine =
    session.speed !== 1
      ? null
      : createSoundEngine({
          clock: systemClock,
          platform: process.platform,
          env: shell.env as NodeJS.ProcessEnv,
          cacheDir: resolvePersonalFolders(shell.env).cache,
          ...resolvePlaybackOptions(settings, flags),
          // Who wants nothing to be heard may still press the key for the voice.
          deferVoice: cues.voice === "off",
          lazy: silent,
          ringBell: ring,
        });
  engine?.onNotice((text) => session.addNotice(text));
  engine?.onStatus(createAdviceNotifier(session));
  const seen = resolveSessionExtras(settings, flags).flash;
  const listener = startCuePlayback({
    session,
    engine,
    settings: cues,
    alsoVisible: seen,
    estimateMs: (text) => estimateSpeechMs(text, rate),
  });
  const close = async () => {
    if (!engine) return;
    if (session.state().status === "finished") await waitAtMost(engine.whenIdle(), MAX_FAREWELL_MS, shell.signal);
    await engine.close();
  };
  // A line can be spoken when it is rendered and there is something to play it.
  const heard = Promise.all([silent ? null : engine?.ready, listener.prepared]);
  return { listener, prepared: waitAtMost(heard, MAX_PREPARE_MS, shell.signal), close };
}

/** Says what to install and where it is played: each thing once, on the screen and at the end. */
function createAdviceNotifier(session: Session): (status: SoundStatus) => void {
  const told = new Set<string>();
  return (status) => {
    for (const advice of buildSoundAdvice(status, process.platform)) {
      if (!told.has(advice)) session.addNotice(advice);
      told.add(advice);
    }
  };
}

/** Waits for a promise, but not for long, and not when the program is asked to stop. */
function waitAtMost(wait: Promise<unknown>, mostMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = systemClock.callAt(systemClock.monotonicMs() + mostMs, resolve);
    signal.addEventListener("abort", () => resolve());
    void wait.then(() => {
      callOff();
      resolve();
    });
    if (signal.aborted) resolve();
  });
}
