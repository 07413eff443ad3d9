/**
 * Services of a running session: sound, the display kept awake, what reaches it from outside. None of them can block or
 * stop the session.
 */
import { startCuePlayback } from "../../audio/cue-playback.ts";
import { buildSoundAdvice } from "../../audio/sound-advice.ts";
import { createSoundEngine } from "../../audio/sound-engine.ts";
import type { SoundEngine } from "../../audio/types.ts";
import { systemClock, waitAtMost } from "../../clock.ts";
import { estimateSpeechMs } from "../../cues/estimate-speech.ts";
import type { Session } from "../../session/types.ts";
import type { keepAwake } from "../../system/keep-awake.ts";
import type { Host } from "../../system/programs.ts";
import { resolveSessionExtras } from "../flags/session-flags.ts";
import { resolveCueSettings, resolveEngineOptions } from "../flags/sound-flags.ts";
import { createBell, hostOf } from "../shell-environment.ts";
import type { ActiveSession, SessionSound } from "./active-session.ts";

/** Longest time that sound may go on after the session: enough for the longest closing words. */
const MAX_FAREWELL_MS = 8000;

/** Longest time that a session without a screen waits for its first spoken lines. */
const MAX_PREPARE_MS = 1500;

/** Starts them all. */
export async function startSessionServices(active: ActiveSession): Promise<SessionSound> {
  const { session, settings, options, shell } = active;
  if (resolveSessionExtras(settings, options).awake) {
    const { keepAwake } = await import("../../system/keep-awake.ts");
    keepAwakeDuringSession(session, hostOf(shell), keepAwake);
  }
  active.hooks.open();
  const sound = startSessionSound(active);
  // Not waited for: who shows cues must listen before the first one is due. Who has asked to stop by now is not led.
  if (!shell.signal.aborted) {
    void import("./open-control.ts").then(({ openControl }) => openControl(active, sound.listener));
  }
  return sound;
}

/** Keeps the display awake from the start of a session, which may be running already, to its end, pauses included. */
export function keepAwakeDuringSession(session: Session, host: Host, keep: typeof keepAwake): void {
  let stop: (() => void) | null = null;
  const start = () => {
    stop ??= keep(host);
  };
  const { status } = session.state();
  if (status === "running" || status === "paused") start();
  session.subscribe("awake", (dated) => {
    if (dated.some(({ happening }) => happening.type === "session-started")) start();
    if (dated.some(({ happening }) => happening.type === "session-ended")) stop?.();
  });
}

/** Makes a session audible. Without a player or a voice it adds a notice, and the session runs silently. */
function startSessionSound({ session, settings, options, shell }: ActiveSession): SessionSound {
  const cues = resolveCueSettings(settings, options);
  const engineOptions = resolveEngineOptions(shell, settings, options);
  const silent = cues.sound === "off" && cues.voice === "off";
  // Cues have a fixed length: at another speed they would overlap.
  const engine =
    session.speed === 1
      ? createSoundEngine({
          ...engineOptions,
          // The voice can still be switched on with a key.
          deferVoice: cues.voice === "off",
          lazy: silent,
          ringBell: createBell(shell, options),
        })
      : null;
  if (engine) announceSoundFaults(session, engine, cues.muted);
  const listener = startCuePlayback({
    session,
    engine,
    settings: cues,
    alsoVisible: resolveSessionExtras(settings, options).flash,
    estimateMs: (text) => estimateSpeechMs(text, engineOptions.rate),
  });
  const close = async () => {
    if (!engine) return;
    if (session.state().status === "finished")
      await waitAtMost(systemClock, engine.whenIdle(), MAX_FAREWELL_MS, shell.signal);
    await engine.close();
  };
  // A line can be spoken once it is rendered and a player is ready.
  const heard = Promise.all([silent ? null : engine?.ready, listener.prepared]);
  return { listener, prepared: waitAtMost(systemClock, heard, MAX_PREPARE_MS, shell.signal), close };
}

/**
 * Says what is wrong with the sound, what to install and where it plays, once each. Whoever has muted it is told nothing
 * until they want to hear something.
 */
export function announceSoundFaults(
  session: Session,
  engine: Pick<SoundEngine, "onNotice" | "onStatus">,
  isMutedAtFirst: boolean,
): void {
  let isMuted = isMutedAtFirst;
  let advice: readonly string[] = [];
  const given = new Set<string>();
  const advise = () => {
    if (isMuted) return;
    for (const text of advice) {
      if (!given.has(text)) session.addNotice(text);
      given.add(text);
    }
  };
  engine.onNotice((text) => {
    if (!isMuted) session.addNotice(text);
  });
  engine.onStatus((status) => {
    advice = buildSoundAdvice(status, process.platform);
    advise();
  });
  session.onSoundCommand(({ type }) => {
    if (type !== "mute") return;
    isMuted = !isMuted;
    advise();
  });
}
