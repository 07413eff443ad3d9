/** The files of assessments and screenings: written whole, read back newest first; what is damaged is set aside. */
import { dirname, join } from "node:path";
import { listFolder, listMonths } from "../files/folders.ts";
import {
  createFaultHandler,
  type OnReadFault,
  type ParseResult,
  readVersionedFile,
  reportUnreadableFolder,
  type Warn,
} from "../files/versioned-files.ts";
import { writeFileAtomically } from "../files/write.ts";
import { buildFileStem, type JournalPaths, monthFolderOf } from "../journal/journal-paths.ts";
import { type Assessment, parseAssessment, parseScreening, type Screening } from "./stored-record.ts";

/** Characters of a moment in a name: 20261122T073000Z. */
const TIMESTAMP_LENGTH = 16;

export class AssessmentStore {
  readonly #root: string;
  readonly #onFault: OnReadFault;

  /** @param places the journal's: what is kept here lies beside the sessions. */
  constructor(places: JournalPaths, warn: Warn) {
    this.#root = dirname(places.sessions);
    this.#onFault = createFaultHandler(places.damaged, warn);
  }

  /** Every assessment, the newest first; the newest alone costs the reading of one file. */
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

  #add(kind: string, kept: Assessment | Screening): string {
    const path = join(this.#root, kind, monthFolderOf(kept.at), `${buildFileStem(kept.at, kept.id)}.json`);
    writeFileAtomically(path, `${JSON.stringify(kept, null, 2)}\n`);
    return path;
  }

  *#all<T extends { readonly id: string; readonly at: string }>(
    folder: string,
    read: (text: string) => ParseResult<T>,
  ): Generator<T> {
    const seen = new Set<string>();
    // A folder that may not be read stops no workout.
    const unreadable = reportUnreadableFolder(this.#onFault);
    for (const month of listMonths(folder, unreadable).reverse()) {
      // A name begins with its moment. Copies that another program made of a file have names of their own.
      const names = listFolder(join(folder, month), unreadable).filter((name) => /^[^.].*\.json$/.test(name));
      for (const second of groupBySecond(names.reverse())) {
        const kept = second.flatMap((name) => readVersionedFile(join(folder, month, name), read, this.#onFault) ?? []);
        for (const one of kept.sort((a, b) => (a.at < b.at ? 1 : -1))) {
          if (seen.has(one.id)) continue;
          seen.add(one.id);
          yield one;
        }
      }
    }
  }
}

/** Names whose moments, which count in seconds, are the same stand together. */
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
