/**
 * Indexes a history that was never read on this machine (it was cloned, imported, or the cache was cleared) on several
 * threads at once: ten thousand files cost one thread a second and a half.
 *
 * Nothing rests on it: a month that could not be indexed is read from its files by whoever asks for it.
 */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { namesIn } from "../../files/files.ts";
import type { Places } from "../places.ts";
import { hasIndex } from "./index-file.ts";
import { readMonth } from "./month.ts";
import { monthsIn } from "./months.ts";

/** A thread costs as much to start as it takes to read so many files. */
const WORTH_A_THREAD = 400;
const MOST_THREADS = 4;

/** A month takes little; without limits each thread would let its litter lie until there is a lot of it. */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** Where the built worker lies: beside the built program. */
const WORKER_URL = new URL("./index-worker.cjs", import.meta.url);

/** Months that several threads index, each taking the next. */
export interface SharedWork {
  readonly places: Places;
  readonly months: readonly string[];
  /** How many months were taken: one 32-bit integer. */
  readonly taken: SharedArrayBuffer;
}

/**
 * Indexes the months that have no index, when they are many enough to be worth it.
 *
 * @param onProgress told now and then which share of the months is done, 0 to 1.
 * @param worker the program of the other threads.
 */
export async function indexAhead(
  places: Places,
  onProgress: (share: number) => void = () => {},
  worker: URL = WORKER_URL,
): Promise<void> {
  const months = monthsIn(places.sessions, passOver).filter((month) => !hasIndex(places, month));
  let files = 0;
  for (const month of months) files += namesIn(join(places.sessions, month), passOver).length;
  const worth = Math.floor(files / WORTH_A_THREAD);
  if (worth < 2) return;
  const threads = Math.min(worth, availableParallelism(), MOST_THREADS);
  const work: SharedWork = { places, months, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const others = Array.from({ length: threads - 1 }, () => ended(worker, work));
  indexShared(work, onProgress);
  await Promise.all(others);
}

/** Indexes months until none is left to take. @param onProgress told after each which share of all is taken, 0 to 1. */
export function indexShared(
  { places, months, taken }: SharedWork,
  onProgress: (share: number) => void = () => {},
): void {
  const counter = new Int32Array(taken);
  for (;;) {
    const place = Atomics.add(counter, 0, 1);
    const month = months[place];
    if (month === undefined) return;
    try {
      readMonth(places, month, leave);
    } catch {
      // It holds what must be told or set aside: whoever reads history does.
    }
    onProgress((place + 1) / months.length);
  }
}

/** Whoever reads history tells of a folder that cannot be read. */
function passOver(): void {}

function leave(path: string): never {
  throw new Error(`${path} is no session`);
}

/** Starts a thread; settled when it has ended, well or not. */
async function ended(worker: URL, work: SharedWork): Promise<void> {
  try {
    await once(new Worker(worker, { workerData: work, resourceLimits: MEMORY }), "exit");
  } catch {
    // Its months are read from their files.
  }
}
