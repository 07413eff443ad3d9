/** The files of assessments and screenings: written whole, read back newest first; what is damaged is set aside. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { moveInto, namesIn, writeWhole } from "../files/files.ts";
import { monthOf, stemOf } from "../journal/names.ts";
import type { Places } from "../journal/places.ts";
import type { Warn } from "../journal/read/history-files.ts";
import { monthsIn } from "../journal/read/months.ts";
import { type Assessment, type ReadKept, readAssessment, readScreening, type Screening } from "./kept.ts";

/** A file longer than this is neither: they have some thousand characters. */
const MOST_BYTES = 1_000_000;

/** Characters of a moment in a name: 20261122T073000Z. */
const MOMENT = 16;

export class AssessStore {
  readonly #root: string;
  readonly #damaged: string;
  readonly #warn: Warn;

  /** @param places the journal's: what is kept here lies beside the sessions. */
  constructor(places: Places, warn: Warn) {
    this.#root = dirname(places.sessions);
    this.#damaged = places.damaged;
    this.#warn = warn;
  }

  /** Every assessment, the newest first; the newest alone costs the reading of one file. */
  assessments(): Generator<Assessment> {
    return this.#all(join(this.#root, "assessments"), readAssessment);
  }

  screenings(): Generator<Screening> {
    return this.#all(join(this.#root, "screenings"), readScreening);
  }

  lastAssessment(): Assessment | null {
    return first(this.assessments());
  }

  lastScreening(): Screening | null {
    return first(this.screenings());
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
    const path = join(this.#root, kind, monthOf(kept.at), `${stemOf(kept.at, kept.id)}.json`);
    writeWhole(path, `${JSON.stringify(kept, null, 2)}\n`);
    return path;
  }

  *#all<T extends { readonly id: string; readonly at: string }>(
    folder: string,
    read: (text: string) => ReadKept<T>,
  ): Generator<T> {
    const seen = new Set<string>();
    // A folder that may not be read stops no workout.
    const unreadable = (path: string, why: string) => this.#warn(`${path} cannot be read: ${why}`);
    for (const month of monthsIn(folder, unreadable).reverse()) {
      // A name begins with its moment. Copies that another program made of a file have names of their own.
      const names = namesIn(join(folder, month), unreadable).filter((name) => /^[^.].*\.json$/.test(name));
      for (const second of bySecond(names.reverse())) {
        const kept = second.flatMap((name) => this.#read(join(folder, month, name), read) ?? []);
        for (const one of kept.sort((a, b) => (a.at < b.at ? 1 : -1))) {
          if (seen.has(one.id)) continue;
          seen.add(one.id);
          yield one;
        }
      }
    }
  }

  #read<T>(path: string, read: (text: string) => ReadKept<T>): T | null {
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch (error) {
      this.#warn(`${path} cannot be read: ${(error as Error).message}`);
      return null;
    }
    const found: ReadKept<T> = text.length > MOST_BYTES ? { type: "foreign", why: "it is too long" } : read(text);
    if (found.type === "valid") return found.value;
    if (found.type === "later") {
      this.#warn(`${path} was written by a later version of unwind; it is left as it is`);
      return null;
    }
    try {
      this.#warn(`${path} is damaged (${found.why}); it was set aside as ${moveInto(this.#damaged, path)}`);
    } catch {
      this.#warn(`${path} is damaged and passed over: ${found.why}`);
    }
    return null;
  }
}

/** Names whose moments, which count in seconds, are the same stand together. */
function bySecond(names: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last?.[0]?.slice(0, MOMENT) === name.slice(0, MOMENT)) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

function first<T>(all: Generator<T>): T | null {
  const { value, done } = all.next();
  return done ? null : value;
}
