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
import { listFolder } from "../../files/atomic-files.ts";
import type { JournalPaths } from "../journal-paths.ts";
import { hasIndex } from "./month-index.ts";
import { readMonth } from "./month-summaries.ts";
import { listMonths } from "./months.ts";

/** A thread costs as much to start as it takes to read so many files. */
const FILES_PER_THREAD = 400;
const MAX_THREADS = 4;

/** A month takes little; without limits each thread would let its litter lie until there is a lot of it. */
const WORKER_MEMORY_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** Where the built worker lies: beside the built program. */
const WORKER_URL = new URL("./index-worker.cjs", import.meta.url);

/** Months that several threads index, each taking the next. */
export interface SharedIndexJob {
  readonly paths: JournalPaths;
  readonly months: readonly string[];
  /** How many months were taken: one 32-bit integer. */
  readonly nextMonthIndex: SharedArrayBuffer;
}

/**
 * Indexes the months that have no index, when they are many enough to be worth it.
 *
 * @param onProgress told now and then which share of the months is done, 0 to 1.
 * @param worker the program of the other threads.
 */
export async function buildMissingIndexes(
  places: JournalPaths,
  onProgress: (share: number) => void = () => {},
  worker: URL = WORKER_URL,
): Promise<void> {
  const months = listMonths(places.sessions, ignoreUnreadable).filter((month) => !hasIndex(places, month));
  let files = 0;
  for (const month of months) files += listFolder(join(places.sessions, month), ignoreUnreadable).length;
  const worth = Math.floor(files / FILES_PER_THREAD);
  if (worth < 2) return;
  const threads = Math.min(worth, availableParallelism(), MAX_THREADS);
  const work: SharedIndexJob = {
    paths: places,
    months,
    nextMonthIndex: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
  const others = Array.from({ length: threads - 1 }, () => runIndexWorker(worker, work));
  runIndexJob(work, onProgress);
  await Promise.all(others);
}

/** Indexes months until none is left to take. @param onProgress told after each which share of all is taken, 0 to 1. */
export function runIndexJob(
  { paths, months, nextMonthIndex }: SharedIndexJob,
  onProgress: (share: number) => void = () => {},
): void {
  const counter = new Int32Array(nextMonthIndex);
  for (;;) {
    const place = Atomics.add(counter, 0, 1);
    const month = months[place];
    if (month === undefined) return;
    try {
      readMonth(paths, month, rejectFile);
    } catch {
      // It holds what must be told or set aside: whoever reads history does.
    }
    onProgress((place + 1) / months.length);
  }
}

/** Whoever reads history tells of a folder that cannot be read. */
function ignoreUnreadable(): void {}

function rejectFile(path: string): never {
  throw new Error(`${path} is no session`);
}

/** Starts a thread; settled when it has ended, well or not. */
async function runIndexWorker(worker: URL, work: SharedIndexJob): Promise<void> {
  try {
    await once(new Worker(worker, { workerData: work, resourceLimits: WORKER_MEMORY_LIMITS }), "exit");
  } catch {
    // Its months are read from their files.
  }
}
