/** The flags that control how a session runs, shared by `run` and `resume`, and what they resolve to with the settings. */
import { type Command, Option } from "commander";
import { UserError } from "../../errors.ts";
import type { Settings } from "../../settings/definitions.ts";
import { canDrawScreen, type ShellEnvironment } from "../shell-environment.ts";
import { FlagOption } from "./flag-option.ts";
import { parseCount, parseFlagValue } from "./flag-values.ts";
import { addSoundFlags, type SoundFlags } from "./sound-flags.ts";

/** The flags of the page that shows on a phone what the screen shows. */
export interface RemoteFlags {
  readonly remote?: true;
  readonly remoteHost?: string;
  readonly remotePort?: number;
}

/** The given flags, as commander hands them over. */
export interface LeadOptions extends SoundFlags, RemoteFlags {
  readonly yes?: true;
  readonly plain?: true;
  readonly json?: true;
  readonly speed?: number;
  /** A session at another speed counts as training. */
  readonly count?: true;
  /** False: figures are not animated. */
  readonly motion?: boolean;
  readonly flash?: true;
  readonly ground?: true;
  /** False: the display may sleep. */
  readonly awake?: boolean;
  readonly notify?: true;
  /** False: the user's hooks are not called. */
  readonly hooks?: boolean;
}

const SESSION = "Session:";

/** Adds the flags to a command. */
export function addLeadFlags(command: Command): Command {
  const withSound = addSoundFlags(command)
    .optionsGroup(SESSION)
    .option("-y, --yes", "start at once, without the overview")
    .option("--plain", "print plain lines instead of the screen")
    .option("--json", "print one JSON object per line for everything that happens")
    .option(
      "--flash",
      "flash the screen with every sound, with captions for what is said; with --mute, instead of them",
    )
    .option("--ground", "fill the screen's background with the colour of the phase, to be seen across a room")
    .option("--notify", "send a desktop notification when a rest or the session ends, if the terminal can")
    .option("--no-motion", "keep the figures still")
    .option("--no-awake", "let the display sleep");
  return addRemoteFlags(
    withSound,
    "serve a page in the local network that shows and drives the session; with a QR code",
  )
    .option("--no-hooks", "run none of your hooks")
    .addOption(
      new FlagOption(
        "--speed <factor>",
        "rehearse, without sound, with the clock at 0.25 to 1000 times its speed",
        "30",
      ).readWith(parseSpeed),
    )
    .optionsGroup("Options:");
}

/** Adds the flags of the page to a command. @param description what the page is good for here. */
export function addRemoteFlags(command: Command, description: string): Command {
  return command
    .option("--remote", description)
    .option("--remote-host <address>", "the address of this machine for --remote")
    .addOption(
      new FlagOption("--remote-port <port>", "the port for --remote; a free one if omitted", "8080").readWith(
        parsePort,
      ),
    );
}

/** @throws UserError (exit 2) for a flag of the page where there is none. @param why what follows the flag's name. */
export function refuseRemoteFlags({ remote, remoteHost, remotePort }: RemoteFlags, why: string): void {
  const given = { "--remote": remote, "--remote-host": remoteHost, "--remote-port": remotePort };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag) throw new UserError(`${flag} ${why}`);
}

/** Whether a session has a screen: not where it is asked to print, and not where none can be drawn. */
export function isLedOnScreen({ json, plain }: LeadOptions, shell: ShellEnvironment): boolean {
  return !json && !plain && canDrawScreen(shell);
}

/** What happens around a session; flags override settings. */
export function resolveSessionExtras(settings: Settings, flags: LeadOptions) {
  return {
    flash: flags.flash ?? settings.flash === "on",
    ground: flags.ground ?? settings.ground === "on",
    awake: flags.awake !== false && settings.awake === "on",
    notify: flags.notify ?? settings.notify === "on",
    remote: flags.remote ?? settings.remote === "on",
    hooks: flags.hooks !== false && settings.hooks === "on",
    title: settings.title === "on",
    stillFigures: flags.motion === false || settings.motion === "off",
  };
}

/** Adds the flag for a new session that counts although its clock was not the world's. */
export function addCountFlag(command: Command): Command {
  return command.addOption(new Option("--count", "with --speed: count the rehearsal as training").helpGroup(SESSION));
}

/** @throws UserError (exit 2) for `--count` where every session counts. */
export function checkCountFlag({ count, speed = 1 }: LeadOptions): void {
  if (count && speed === 1) throw new UserError("--count goes with --speed: at its own speed every session counts");
}

function parseSpeed(text: string): number {
  const speed = Number(text.trim() === "" ? Number.NaN : text);
  if (!(speed >= 0.25 && speed <= 1000)) throw new UserError(`--speed ${text}: expected a number from 0.25 to 1000`);
  return speed;
}

function parsePort(text: string): number {
  return parseFlagValue("--remote-port", text, (port) => parseCount(port, 65_535));
}
