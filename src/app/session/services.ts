/** What runs beside a session: its sound, what keeps the display awake, and what is seen of every sound. */
import { systemClock } from "../../clock.ts";
import { createFlashes, flashCues } from "../../flash/flashes.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { resolveSessionExtras, type SessionExtrasFlags } from "../flags/session-extras-flags.ts";
import type { SoundFlags } from "../flags/sound-flags.ts";
import { isTerminal, type ShellEnvironment } from "../shell-environment.ts";
import type { SessionSound } from "./session-sound.ts";

interface ServiceFlags extends SoundFlags, SessionExtrasFlags {
  readonly json?: true;
}

/** Starts it; nothing of it can stand in the session's way. */
export async function startSessionServices(
  session: Session,
  settings: Settings,
  flags: ServiceFlags,
  shell: ShellEnvironment,
): Promise<SessionSound> {
  const { startSessionSound } = await import("./session-sound.ts");
  if (resolveSessionExtras(settings, flags).awake) {
    const { keepAwakeDuringSession } = await import("./keep-awake-during-session.ts");
    keepAwakeDuringSession(session, {
      platform: process.platform,
      env: shell.env as NodeJS.ProcessEnv,
      clock: systemClock,
    });
  }
  // A bell is no text: it is heard, and moves no cursor.
  const ring = flags.json !== true && isTerminal(shell.stdout) ? () => shell.write("\x07") : undefined;
  return startSessionSound(session, settings, flags, shell, ring);
}

/**
 * The same beside a screen: begun once that has been drawn, with lights for the screen where they are wanted.
 *
 * @returns what the screen is given of it, and the sound when it has been started.
 */
export function startScreenServices(
  session: Session,
  settings: Settings,
  flags: ServiceFlags,
  shell: ShellEnvironment,
) {
  const { flash, title, notify } = resolveSessionExtras(settings, flags);
  const flashes = flash ? createFlashes(systemClock) : null;
  const sound = runAfterFirstFrame(async () => {
    const started = await startSessionServices(session, settings, flags, shell);
    if (flashes) flashCues(flashes, started.listener);
    return started;
  });
  return { sound, screen: { showTitle: title, notify, ...(flashes && { flashes }) } };
}

/** Starts work when what is to be drawn now has been drawn. */
function runAfterFirstFrame<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    systemClock.callAt(systemClock.monotonicMs(), () => void work().then(resolve, reject));
  });
}
