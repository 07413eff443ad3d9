/**
 * The files of the room: the two shipped tables, and the assessments and screenings that are written atomically, read newest
 * first and set aside if damaged.
 */
import { dirname, join } from "node:path";
import { readShippedJson, readStopList } from "../catalog/shipped-json.ts";
import { listFolder, listMonths } from "../files/folders.ts";
import {
  createFaultReporter,
  type OnReadFault,
  type ParseResult,
  readVersionedFile,
  reportUnreadableFolder,
  type Warn,
} from "../files/versioned-files.ts";
import { writeFileAtomically } from "../files/write.ts";
import { buildFileStem, type JournalPaths, monthFolderOf } from "../journal/journal-paths.ts";
import type { ScreeningTable } from "./screening-table.ts";
import { type Assessment, parseAssessment, parseScreening, type Screening } from "./stored-record.ts";
import type { ThomasTable } from "./thomas-table.ts";

/** Length of the timestamp at the start of a file name: 20261122T073000Z. */
const TIMESTAMP_LENGTH = 16;

export class AssessmentStore {
  readonly #root: string;
  readonly #onFault: OnReadFault;

  /** @param places the journal's paths; assessments are stored next to the sessions. */
  constructor(places: JournalPaths, warn: Warn) {
    this.#root = dirname(places.sessions);
    this.#onFault = createFaultReporter(warn);
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
    const ownFolder = join(this.#root, kind);
    const path = join(ownFolder, monthFolderOf(record.at), `${buildFileStem(record.at, record.id)}.json`);
    writeFileAtomically(path, `${JSON.stringify(record, null, 2)}\n`, { ownFolder });
    return path;
  }

  *#all<T extends { readonly id: string; readonly at: string }>(
    folder: string,
    read: (text: string) => ParseResult<T>,
  ): Generator<T> {
    const seen = new Set<string>();
    // An unreadable folder must not stop a workout.
    const unreadable = reportUnreadableFolder(this.#onFault);
    for (const month of listMonths(folder, unreadable).reverse()) {
      // File names begin with their timestamp. Copies made by other programs have different names.
      const names = listFolder(join(folder, month), unreadable).filter((name) => /^[^.].*\.json$/.test(name));
      for (const namesOfSecond of groupBySecond(names.reverse())) {
        const records = namesOfSecond.flatMap(
          (name) => readVersionedFile(join(folder, month, name), read, this.#onFault) ?? [],
        );
        for (const record of records.sort((a, b) => (a.at < b.at ? 1 : -1))) {
          if (seen.has(record.id)) continue;
          seen.add(record.id);
          yield record;
        }
      }
    }
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
