/** The months of a folder whose files lie in `YYYY/MM`. */
import { join } from "node:path";
import { listFolder, type OnUnreadableFolder } from "../../files/atomic-files.ts";

/** "2026/11", the earliest first; folders that cannot be read are told and passed over. */
export function listMonths(folder: string, unreadable: OnUnreadableFolder): string[] {
  return listFolder(folder, unreadable)
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) =>
      listFolder(join(folder, year), unreadable)
        .filter((month) => /^\d{2}$/.test(month))
        .map((month) => `${year}/${month}`),
    );
}
