/** `unwind config`: shows, changes and resets settings. */
import { Argument, type Command } from "commander";
import { openSettings } from "../app/open/settings.ts";
import { warn, writeJson, writeTable } from "../app/print.ts";
import { confirm } from "../app/prompt.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { UserError } from "../errors.ts";
import type { Column } from "../output/table.ts";
import { getHookLogPath, getHooksFolder, resolvePersonalFolders } from "../paths.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  type Settings,
} from "../settings/definitions.ts";
import { getSettingsPath, parseSetting, readSettings } from "../settings/read-settings.ts";
import { suggestNearMiss } from "../text/near-miss.ts";

const EXAMPLES = `
Settings:
${SETTING_KEYS.map((key) => `  ${key.padEnd(16)} ${SETTINGS[key].description}: ${SETTINGS[key].expected}`).join("\n")}

A flag overrides an environment variable (UNWIND_LEVEL), which overrides the settings file, which overrides the default.
soundFor overrides sound, unless sound is off; nothing is spoken where it says ticks or off.

Examples:
  unwind config                      every setting, and where its value comes from
  unwind config set level easy
  unwind config set prepare 15s
  unwind config reset prepare
  unwind config reset                reset everything that you changed; asks first
`;

/** Adds the command's arguments and options. */
export function define(command: Command, shell: ShellEnvironment): void {
  command
    .addArgument(new Argument("[action]", "what to do").choices(["get", "set", "reset"]).default("get"))
    .argument("[key]", "which setting; default: all of them")
    .argument("[value]", "its new value")
    .option("--json", "print JSON")
    .option("-y, --yes", "reset without asking")
    .addHelpText("after", EXAMPLES)
    .action((action: "get" | "set" | "reset", key: string | undefined, value: string | undefined, options) =>
      CONFIG_ACTIONS[action](key, value, options, shell),
    );
}

interface ConfigOptions {
  readonly json?: true;
  readonly yes?: true;
}

type ConfigAction = (
  key: string | undefined,
  value: string | undefined,
  options: ConfigOptions,
  shell: ShellEnvironment,
) => Promise<void> | void;

const CONFIG_ACTIONS: Readonly<Record<"get" | "set" | "reset", ConfigAction>> = {
  get(key, value, { json, yes }, shell) {
    if (yes) throw new UserError("--yes goes with config reset");
    if (value !== undefined)
      throw new UserError(`config get takes one key; to change it: unwind config set ${key} ${value}`);
    const settings = openSettings(shell);
    const known = key === undefined ? null : findSettingKey(key);
    if (json) return writeJson(shell, known ? settings[known] : settings);
    if (known) return shell.write(`${settings[known]}\n`);
    return printSettings(settings, shell);
  },

  async set(key, value, { json, yes }, shell) {
    if (json || yes) throw new UserError(json ? "--json goes with config get" : "--yes goes with config reset");
    if (key === undefined || value === undefined)
      throw new UserError("config set takes a key and a value", { hint: "such as: unwind config set level easy" });
    const known = findSettingKey(key);
    const parsed = parseSetting(known, value, known);
    (await openStore(shell)).set(known, parsed);
    shell.write(`${known} is now ${parsed}\n`);
  },

  async reset(key, value, { json, yes }, shell) {
    if (json) throw new UserError("--json goes with config get");
    if (value !== undefined) throw new UserError("config reset takes one key or none");
    const store = await openStore(shell);
    if (key === undefined) return resetAll(store, yes === true, shell);
    const known = findSettingKey(key);
    store.reset([known]);
    shell.write(`${known} is ${formatValue(DEFAULT_SETTINGS[known])} again\n`);
  },
};

/** Resets what the file holds, after saying what that is. */
async function resetAll(
  store: Awaited<ReturnType<typeof openStore>>,
  yes: boolean,
  shell: ShellEnvironment,
): Promise<void> {
  const keys = store.keys();
  if (keys.length === 0) return shell.write("nothing to reset: no setting was changed\n");
  const { settings } = readSettings(resolvePersonalFolders(shell.env).config, {});
  const lines = keys.map(
    (key) => `  ${key}: ${formatValue(settings[key])}, then ${formatValue(DEFAULT_SETTINGS[key])}`,
  );
  if (!yes) {
    shell.error(["this resets:", ...lines].join("\n"));
    const instead = "unwind config reset --yes, or one setting: unwind config reset KEY";
    if (!(await confirm(shell, "Reset them?", instead))) return shell.write("kept\n");
  }
  store.reset(keys);
  shell.write(`reset: ${keys.join(", ")}\n`);
}

/** A value as a person sees it: many are empty by default. */
function formatValue(value: string | number): string {
  return value === "" ? "unset" : String(value);
}

/** What edits the file is loaded only to change settings. */
async function openStore(shell: ShellEnvironment) {
  const { openSettingsStore } = await import("../settings/settings-store.ts");
  return openSettingsStore(resolvePersonalFolders(shell.env).config, (text) => warn(shell, text));
}

/** @throws UserError (exit 2), with a suggestion, if the setting is unknown. */
function findSettingKey(key: string): SettingKey {
  const known = SETTING_KEYS.find((other) => other.toLowerCase() === key.toLowerCase());
  if (known) return known;
  throw new UserError(`there is no setting "${key}"`, {
    hint: suggestNearMiss(key, SETTING_KEYS) ?? `there are ${SETTING_KEYS.join(", ")}`,
  });
}

const SETTING_COLUMNS: readonly Column[] = [
  { title: "setting", noWrap: true },
  { title: "value", minWidth: 8, selfEvident: true },
  { title: "what it does", minWidth: 24, selfEvident: true },
];

async function printSettings(settings: Settings, shell: ShellEnvironment): Promise<void> {
  const rows = SETTING_KEYS.map((key) => {
    const from = shell.env[environmentVariableOf(key)]
      ? ` (from ${environmentVariableOf(key)})`
      : settings[key] === DEFAULT_SETTINGS[key]
        ? ""
        : " (yours)";
    return [key, String(settings[key]), `${SETTINGS[key].description}${from}`];
  });
  const folders = resolvePersonalFolders(shell.env);
  const places = [
    `File: ${getSettingsPath(folders.config)}`,
    `Hooks: ${getHooksFolder(folders)}`,
    `What hooks write: ${getHookLogPath(folders)}`,
  ];
  await writeTable(shell, SETTING_COLUMNS, rows, ["", ...places]);
}
