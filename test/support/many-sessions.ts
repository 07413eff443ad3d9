/** Years of training, made up: as many sessions as asked for, one a day or more, written as the program writes them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DAY_MS, formatTimestamp } from "../../src/calendar.ts";
import { sessionPath } from "../../src/journal/journal-paths.ts";
import type { SessionFile } from "../../src/journal/session-format.ts";
import { formatSessionFile } from "../../src/journal/session-text.ts";

/** Writes `count` sessions like `template`, the last on the day of `untilMs`, evenly over `days`; no two are alike. */
export function writeMany(sessions: string, template: SessionFile, count: number, untilMs: number, days = count): void {
  const folders = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const startMs = untilMs - Math.floor(((count - 1 - number) * days * DAY_MS) / count);
    const session: SessionFile = {
      ...template,
      id: `many${number.toString(36).padStart(6, "0")}`,
      startedAt: formatTimestamp(startMs),
      endedAt: formatTimestamp(startMs + template.activeSeconds * 1000),
      effort: number % 11,
      tightness: (number * 7) % 11,
    };
    const path = sessionPath(sessions, session);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, formatSessionFile(session));
  }
}
