/**
 * What lists and completion say of each exercise and routine.
 *
 * The build writes it down for everything that ships (src/build/shipped-catalog.mjs). People without files of their own,
 * or settings that change plans, then wait neither for the catalogue nor for a plan of every routine.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { hasPersonalFiles } from "../../catalog/personal-folders.ts";
import { readShippedJson } from "../../catalog/shipped-json.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import type { EntryIndex, ShippedEntries } from "./index-entries.ts";
import { areUsualDefaults, loadPlanDefaults } from "./plan-defaults.ts";

/** What the build makes: beside the bundle. The sources have none beside them. */
const BUILT_ENTRIES = "entries.json";

/** The entries for this user. Files with faults are left out, and named on standard error unless `quiet`. */
export async function openEntries(
  shell: ShellEnvironment,
  { quiet = false, builtDir = import.meta.dirname } = {},
): Promise<EntryIndex> {
  const defaults = await loadPlanDefaults(shell);
  const isAsShipped = areUsualDefaults(defaults) && !hasPersonalFiles(resolvePersonalFolders(shell.env).data);
  if (isAsShipped && existsSync(path.join(builtDir, BUILT_ENTRIES))) {
    const shipped = readShippedJson<ShippedEntries>(builtDir, BUILT_ENTRIES);
    const minutes = new Map(shipped.entries.map((entry) => [entry.id, entry.minutes]));
    return { ...shipped, minutesOf: (id) => minutes.get(id) ?? null };
  }
  const [{ openCatalogContext, warnOfFaultyFiles }, { indexEntries }] = await Promise.all([
    import("./catalog.ts"),
    import("./index-entries.ts"),
  ]);
  const context = await openCatalogContext(shell, defaults);
  if (!quiet) warnOfFaultyFiles(context.catalog, shell);
  return indexEntries(context);
}
