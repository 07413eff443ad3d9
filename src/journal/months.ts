/** The months of a folder whose files lie in `YYYY/MM`. */
import { join } from "node:path";
import { namesIn } from "./files.ts";

/** "2026/11", the earliest first. @throws when the folder is there and cannot be read. */
export function monthsIn(folder: string): string[] {
  return namesIn(folder)
    .filter((year) => /^\d{4}$/.test(year))
    .flatMap((year) =>
      namesIn(join(folder, year))
        .filter((month) => /^\d{2}$/.test(month))
        .map((month) => `${year}/${month}`),
    );
}
