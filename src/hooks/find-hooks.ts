/** Finds the user's hooks: executable files with the name of an event, in `hooks` in the configuration folder. */
import { constants, statSync } from "node:fs";
import { join, parse } from "node:path";
import { listFolder } from "../files/folders.ts";
import { canAccess } from "../files/obstacle.ts";
import { formatAlternatives, suggestNearMiss } from "../text/near-miss.ts";
import { HOOK_NAMES, type HookName } from "./hook-events.ts";

/** The hooks that can run, and what is wrong with other files there. */
export interface FoundHooks {
  readonly files: ReadonlyMap<HookName, string>;
  readonly problems: readonly string[];
}

/** Names that are no hooks by intent: hidden files, samples, backups, notes. */
const NOT_MEANT = /^\.|\.(sample|bak|md|txt|log|disabled|json)$|~$/;

export function findHooks(folder: string, platform: NodeJS.Platform = process.platform): FoundHooks {
  const files = new Map<HookName, string>();
  const problems: string[] = [];
  const names = listFolder(folder, (path, why) => problems.push(`${path} cannot be read: ${why}`));
  for (const name of names) {
    const path = join(folder, name);
    if (NOT_MEANT.test(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    // Windows starts what its name says is a program.
    const stem = platform === "win32" ? parse(name).name : name;
    const hook = HOOK_NAMES.find((one) => one === stem);
    if (hook === undefined) problems.push(`hooks/${name} is never called; ${suggestHook(stem)}`);
    else if (!canAccess(path, constants.X_OK)) problems.push(`hooks/${name} is not executable, so it is not called`);
    else files.set(hook, path);
  }
  return { files, problems };
}

function suggestHook(name: string): string {
  return suggestNearMiss(name, HOOK_NAMES) ?? `hooks are called ${formatAlternatives(HOOK_NAMES)}`;
}
