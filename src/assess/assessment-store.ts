/**
 * The files of the room: the two shipped tables, and the assessments and screenings that are written atomically, read newest
 * first and set aside if damaged.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readShippedJson, readStopList } from "../catalog/load-catalog.ts";
import { listFolder, moveIntoFolder, writeFileAtomically } from "../files/atomic-files.ts";
import { buildFileStem, monthFolderOf } from "../journal/file-names.ts";
import type { JournalPaths } from "../journal/journal-paths.ts";
import { listMonths } from "../journal/read/months.ts";
import type { Warn } from "../journal/read/session-files.ts";
import {
  type Assessment,
  type ParsedRecord,
  parseAssessment,
  parseScreening,
  type Screening,
} from "./stored-record.ts";
import type { ScreeningTable, ThomasTable } from "./table-schema.ts";

/** Longer files are rejected: real ones have a few thousand characters. */
const MAX_FILE_LENGTH = 1_000_000;

/** Length of the timestamp at the start of a file name: 20261122T073000Z. */
const TIMESTAMP_LENGTH = 16;

export class AssessmentStore {
  readonly #root: string;
  readonly #damaged: string;
  readonly #warn: Warn;

  /** @param places the journal's paths; assessments are stored next to the sessions. */
  constructor(places: JournalPaths, warn: Warn) {
    this.#root = dirname(places.sessions);
    this.#damaged = places.damaged;
    this.#warn = warn;
  }

  /** All assessments, newest first. Reads lazily: taking only the newest reads one file. */
  assessments(): Generator<Assessment> {
    return this.#all(join(this.#root, "assessments"), parseAssessment);
  }

  screenings(): Generator<Screening> {
    return this.#all(join(this.#root, "screenings"), parseScreening);
  }

  latestAssessment(): Assessment | null {
    return takeFirst(this.assessments());
  }

  latestScreening(): Screening | null {
    return takeFirst(this.screenings());
  }

  /** @returns the path. @throws the system's error when it cannot be written. */
  addAssessment(assessment: Assessment): string {
    return this.#add("assessments", assessment);
  }

  /** @returns the path. @throws the system's error when it cannot be written. */
  addScreening(screening: Screening): string {
    return this.#add("screenings", screening);
  }

  #add(kind: string, record: Assessment | Screening): string {
    const path = join(this.#root, kind, monthFolderOf(record.at), `${buildFileStem(record.at, record.id)}.json`);
    writeFileAtomically(path, `${JSON.stringify(record, null, 2)}\n`);
    return path;
  }

  *#all<T extends { readonly id: string; readonly at: string }>(
    folder: string,
    read: (text: string) => ParsedRecord<T>,
  ): Generator<T> {
    const seen = new Set<string>();
    // An unreadable folder must not stop a workout.
    const unreadable = (path: string, why: string) => this.#warn(`${path} cannot be read: ${why}`);
    for (const month of listMonths(folder, unreadable).reverse()) {
      // File names begin with their timestamp. Copies made by other programs have different names.
      const names = listFolder(join(folder, month), unreadable).filter((name) => /^[^.].*\.json$/.test(name));
      for (const namesOfSecond of groupBySecond(names.reverse())) {
        const records = namesOfSecond.flatMap((name) => this.#read(join(folder, month, name), read) ?? []);
        for (const record of records.sort((a, b) => (a.at < b.at ? 1 : -1))) {
          if (seen.has(record.id)) continue;
          seen.add(record.id);
          yield record;
        }
      }
    }
  }

  #read<T>(path: string, read: (text: string) => ParsedRecord<T>): T | null {
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch (error) {
      this.#warn(`${path} cannot be read: ${(error as Error).message}`);
      return null;
    }
    const parsed: ParsedRecord<T> =
      text.length > MAX_FILE_LENGTH ? { type: "foreign", why: "it is too long" } : read(text);
    if (parsed.type === "valid") return parsed.value;
    if (parsed.type === "later") {
      this.#warn(`${path} was written by a later version of unwind; it is left as it is`);
      return null;
    }
    try {
      this.#warn(`${path} is damaged (${parsed.why}); it was set aside as ${moveIntoFolder(this.#damaged, path)}`);
    } catch {
      this.#warn(`${path} is damaged and was skipped: ${parsed.why}`);
    }
    return null;
  }
}

/** Groups file names with the same timestamp (to the second). */
function groupBySecond(names: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last?.[0]?.slice(0, TIMESTAMP_LENGTH) === name.slice(0, TIMESTAMP_LENGTH)) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

function takeFirst<T>(all: Generator<T>): T | null {
  const { value, done } = all.next();
  return done ? null : value;
}

/** @throws Error if the file is damaged: the installation is incomplete. */
export function readThomasTable(dataDir: string): ThomasTable {
  return { ...readShippedJson<ThomasTable>(dataDir, "assess/thomas-test.json"), stop: readStopList(dataDir) };
}

/** @throws Error if the file is damaged: the installation is incomplete. */
export function readScreeningTable(dataDir: string): ScreeningTable {
  return readShippedJson(dataDir, "assess/screening.json");
}
