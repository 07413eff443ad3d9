/** Where this person's journal and history lie. */
import { type Places, placesIn } from "../../journal/places.ts";
import { personalFolders } from "../../paths.ts";
import type { Settings } from "../../settings/table.ts";
import type { Shell } from "../shell-environment.ts";

export function placesOf(shell: Shell, settings: Settings): Places {
  return placesIn(personalFolders(shell.env), settings.historyDir);
}
