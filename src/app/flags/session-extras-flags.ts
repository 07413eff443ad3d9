/** The flags about what happens around a session: flashes, an awake display, notifications. */
import type { Command } from "commander";
import type { Settings } from "../../settings/definitions.ts";

export interface SessionExtrasFlags {
  readonly flash?: true;
  /** false when it was said that the display may sleep. */
  readonly awake?: boolean;
  readonly notify?: true;
}

export function addSessionExtrasFlags(command: Command): Command {
  return command
    .option(
      "--flash",
      "on the screen, a flash for every sound and captions for what is said; with --mute in place of them",
    )
    .option(
      "--notify",
      "from the screen, a desktop notification when a rest or the session is over, if the terminal can",
    )
    .option("--no-awake", "let the display sleep");
}

/** What is wanted around a session; flags stand before settings. */
export interface SessionExtras {
  readonly flash: boolean;
  readonly awake: boolean;
  readonly notify: boolean;
  readonly title: boolean;
}

export function resolveSessionExtras(settings: Settings, flags: SessionExtrasFlags): SessionExtras {
  return {
    flash: flags.flash ?? settings.flash === "on",
    awake: flags.awake !== false && settings.awake === "on",
    notify: flags.notify ?? settings.notify === "on",
    title: settings.title === "on",
  };
}
