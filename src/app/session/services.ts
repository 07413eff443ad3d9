/** What runs beside a session: its sound, what keeps the display awake, and what is seen of every sound. */
import { systemClock } from "../../clock.ts";
import { createFlashes, showCues } from "../../flash/flash.ts";
import type { Session } from "../../session/types.ts";
import type { Settings } from "../../settings/table.ts";
import { type AroundFlags, aroundOf } from "../flags/extras-flags.ts";
import type { SoundFlags } from "../flags/sound-flags.ts";
import { isTerminal, type Shell } from "../shell-environment.ts";
import type { RunningSound } from "./session-sound.ts";

interface Flags extends SoundFlags, AroundFlags {
  readonly json?: true;
}

/** Starts it; nothing of it can stand in the session's way. */
export async function startBeside(
  session: Session,
  settings: Settings,
  flags: Flags,
  shell: Shell,
): Promise<RunningSound> {
  const { startSound } = await import("./session-sound.ts");
  if (aroundOf(settings, flags).awake) {
    const { stayAwake } = await import("./stay-awake.ts");
    stayAwake(session, { platform: process.platform, env: shell.env as NodeJS.ProcessEnv, clock: systemClock });
  }
  // A bell is no text: it is heard, and moves no cursor.
  const ring = flags.json !== true && isTerminal(shell.stdout) ? () => shell.write("\x07") : undefined;
  return startSound(session, settings, flags, shell, ring);
}

/**
 * The same beside a screen: begun once that has been drawn, with lights for the screen where they are wanted.
 *
 * @returns what the screen is given of it, and the sound when it has been started.
 */
export function besideScreen(session: Session, settings: Settings, flags: Flags, shell: Shell) {
  const { flash, title, notify } = aroundOf(settings, flags);
  const flashes = flash ? createFlashes(systemClock) : null;
  const sound = afterFirstFrame(async () => {
    const started = await startBeside(session, settings, flags, shell);
    if (flashes) showCues(flashes, started.listener);
    return started;
  });
  return { sound, screen: { title, notify, ...(flashes && { lights: flashes }) } };
}

/** Starts work when what is to be drawn now has been drawn. */
function afterFirstFrame<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    systemClock.at(systemClock.monotonicMs(), () => void work().then(resolve, reject));
  });
}
