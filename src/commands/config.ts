/** `unwind config`: shows, changes and resets settings. */
import { Argument, type Command } from "commander";
import { openSettings } from "../app/open/settings.ts";
import { writeJson } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { UserError } from "../errors.ts";
import { getHookLogPath, getHooksFolder, resolvePersonalFolders } from "../paths.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  type Settings,
} from "../settings/definitions.ts";
import { getSettingsPath, parseSetting } from "../settings/read-settings.ts";
import { suggestNearMiss } from "../text/near-miss.ts";

const EXAMPLES = `
Settings:
${SETTING_KEYS.map((key) => `  ${key.padEnd(16)} ${SETTINGS[key].description}: ${SETTINGS[key].expected}`).join("\n")}

A flag stands before an environment variable (UNWIND_LEVEL), that before the settings file, that before the default.
What soundFor has as ticks or off is not talked into either.

Examples:
  unwind config                      every setting, and where it comes from
  unwind config set level easy
  unwind config set prepare 15s
  unwind config reset prepare
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .addArgument(new Argument("[action]", "what to do").choices(["get", "set", "reset"]).default("get"))
    .argument("[key]", "which setting; all of them when left out")
    .argument("[value]", "its new value")
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action((action: "get" | "set" | "reset", key: string | undefined, value: string | undefined, options) =>
      CONFIG_ACTIONS[action](key, value, options.json === true, shell),
    );
}

type ConfigAction = (
  key: string | undefined,
  value: string | undefined,
  json: boolean,
  shell: ShellEnvironment,
) => Promise<void> | void;

const CONFIG_ACTIONS: Readonly<Record<"get" | "set" | "reset", ConfigAction>> = {
  get(key, value, json, shell) {
    if (value !== undefined)
      throw new UserError(`config get takes one key; to change it: unwind config set ${key} ${value}`);
    const settings = openSettings(shell);
    const known = key === undefined ? null : findSettingKey(key);
    if (json) writeJson(shell, known ? settings[known] : settings);
    else shell.write(`${known ? settings[known] : formatSettings(settings, shell)}\n`);
  },

  async set(key, value, _json, shell) {
    if (key === undefined || value === undefined)
      throw new UserError("config set takes a key and a value", { hint: "such as: unwind config set level easy" });
    const known = findSettingKey(key);
    const parsed = parseSetting(known, value, known);
    (await openStore(shell)).set(known, parsed);
    shell.write(`${known} is now ${parsed}\n`);
  },

  async reset(key, value, _json, shell) {
    if (value !== undefined) throw new UserError("config reset takes one key or none");
    const known = key === undefined ? undefined : findSettingKey(key);
    (await openStore(shell)).reset(known);
    shell.write(known ? `${known} is ${DEFAULT_SETTINGS[known]} again\n` : "every setting is as the program sets it\n");
  },
};

/** conf is loaded only to change settings. */
async function openStore({ env }: ShellEnvironment) {
  const { openSettingsStore } = await import("../settings/settings-store.ts");
  return openSettingsStore(resolvePersonalFolders(env).config);
}

/** @throws UserError (exit 2), with a suggestion, if the setting is unknown. */
function findSettingKey(key: string): SettingKey {
  const known = SETTING_KEYS.find((other) => other.toLowerCase() === key.toLowerCase());
  if (known) return known;
  throw new UserError(`there is no setting "${key}"`, {
    hint: suggestNearMiss(key, SETTING_KEYS) ?? `there are ${SETTING_KEYS.join(", ")}`,
  });
}

function formatSettings(settings: Settings, shell: ShellEnvironment): string {
  const lines = SETTING_KEYS.map((key) => {
    const from = shell.env[environmentVariableOf(key)]
      ? ` (from ${environmentVariableOf(key)})`
      : settings[key] === DEFAULT_SETTINGS[key]
        ? ""
        : " (yours)";
    return `${key.padEnd(16)} ${String(settings[key]).padEnd(10)} ${SETTINGS[key].description}${from}`;
  });
  const folders = resolvePersonalFolders(shell.env);
  const places = [
    `File: ${getSettingsPath(folders.config)}`,
    `Hooks: ${getHooksFolder(folders)}`,
    `What hooks write: ${getHookLogPath(folders)}`,
  ];
  return [...lines, "", ...places].join("\n");
}
