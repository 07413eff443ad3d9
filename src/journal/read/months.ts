/** The months of a folder whose files lie in `YYYY/MM`. */
import { join } from "node:path";
import { namesIn, type Unreadable } from "../../files/files.ts";

/** "2026/11", the earliest first; folders that cannot be read are told and passed over. */
export function monthsIn(folder: string, unreadable: Unreadable): string[] {
  return namesIn(folder, unreadable)
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) =>
      namesIn(join(folder, year), unreadable)
        .filter((month) => /^\d{2}$/.test(month))
        .map((month) => `${year}/${month}`),
    );
}
