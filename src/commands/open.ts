/** Opens what the commands read: the catalogue and the settings of this person, with a word about what was passed over. */
import { loadCatalog } from "../catalog/catalog.ts";
import type { Catalog } from "../catalog/types.ts";
import { dataFolder, personalFolders } from "../paths.ts";
import { readSettings } from "../settings/read.ts";
import type { Settings } from "../settings/table.ts";
import { safeText } from "../text/safe-text.ts";
import type { Shell } from "./shell.ts";

/** Everything that can be done: what ships, and the person's own. One line tells of files that were passed over. */
export async function openCatalog(shell: Shell): Promise<Catalog> {
  const catalog = await loadCatalog({
    dataDir: dataFolder(),
    userDir: personalFolders().data,
  });
  const [fault, ...more] = catalog.faults;
  if (fault) {
    const others = more.length > 0 ? ` (and ${more.length} more)` : "";
    shell.error(`unwind: passed over ${safeText(fault.file)}: ${safeText(fault.message)}${others}; see: unwind check`);
  }
  return catalog;
}

/** The settings that hold; a line on standard error for each that could not be used. */
export function openSettings(shell: Shell): Settings {
  const { settings, warnings } = readSettings(personalFolders().config, shell.env);
  for (const warning of warnings) shell.error(`unwind: ${safeText(warning)}`);
  return settings;
}
