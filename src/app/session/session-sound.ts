/** The sound of a session that is run: found, started and ended beside it, and never in its way. */

import { createSound } from "../../audio/engine.ts";
import { soundAdvice } from "../../audio/install.ts";
import { type Listener, listen } from "../../audio/listen.ts";
import type { SoundStatus } from "../../audio/types.ts";
import { systemClock } from "../../clock.ts";
import { estimateMs } from "../../cues/estimate.ts";
import { personalFolders } from "../../paths.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/table.ts";
import { type AroundFlags, aroundOf } from "../flags/extras-flags.ts";
import { cueSettings, playerOptions, type SoundFlags } from "../flags/sound-flags.ts";
import type { Shell } from "../shell-environment.ts";

/** How long what still sounds at the end of a session may go on: the last words of the longest farewell. */
const FAREWELL_MS = 8000;

/** How long a session without a screen waits for its first lines. */
const PREPARE_MS = 1500;

export interface RunningSound {
  readonly listener: Listener;
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
export function startSound(
  session: Session,
  settings: Settings,
  flags: SoundFlags & AroundFlags,
  shell: Shell,
  ring?: () => void,
): RunningSound {
  const cues = cueSettings(settings, flags);
  const { rate } = playerOptions(settings, flags);
  const silent = cues.sound === "off" && cues.voice === "off";
  // Cues are as long as they are: at another speed they would run into each other.
  const engine =
    session.speed !== 1
      ? null
      : createSound({
          clock: systemClock,
          platform: process.platform,
          env: shell.env as NodeJS.ProcessEnv,
          cacheDir: personalFolders(shell.env).cache,
          ...playerOptions(settings, flags),
          // Who wants nothing to be heard may still press the key for the voice.
          speech: cues.voice !== "off",
          later: silent,
          ring,
        });
  engine?.onNotice((text) => session.notice(text));
  engine?.onStatus(adviser(session));
  const seen = aroundOf(settings, flags).flash;
  const listener = listen({ session, engine, settings: cues, seen, estimateMs: (text) => estimateMs(text, rate) });
  const close = async () => {
    if (!engine) return;
    if (session.state().status === "finished") await withTimeout(engine.idle(), FAREWELL_MS, shell.signal);
    await engine.close();
  };
  // A line can be spoken when it is rendered and there is something to play it.
  const heard = Promise.all([silent ? null : engine?.ready, listener.prepared]);
  return { listener, prepared: withTimeout(heard, PREPARE_MS, shell.signal), close };
}

/** Says what to install and where it is played: each thing once, on the screen and at the end. */
function adviser(session: Session): (status: SoundStatus) => void {
  const told = new Set<string>();
  return (status) => {
    for (const advice of soundAdvice(status, process.platform)) {
      if (!told.has(advice)) session.notice(advice);
      told.add(advice);
    }
  };
}

/** Waits for a promise, but not for long, and not when the program is asked to stop. */
function withTimeout(wait: Promise<unknown>, mostMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = systemClock.at(systemClock.monotonicMs() + mostMs, resolve);
    signal.addEventListener("abort", () => resolve());
    void wait.then(() => {
      callOff();
      resolve();
    });
    if (signal.aborted) resolve();
  });
}
