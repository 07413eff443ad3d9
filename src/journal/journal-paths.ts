/** Where the journal lies: what is to be kept in the history folder, what belongs to this machine alone beside it. */
import { join } from "node:path";

export interface JournalPaths {
  /** `sessions/YYYY/MM/<time>-<id>.json`: what was done, for good. May lie in a folder that is shared between machines. */
  readonly sessions: string;
  /** Files that a person deleted. */
  readonly trash: string;
  /** Files that could not be read, set aside. */
  readonly damaged: string;
  /** `<time>-<id>.jsonl`: sessions that are on, or were cut off, on this machine. */
  readonly journal: string;
  /** Summaries of sessions, to read history fast; may be deleted at any time. */
  readonly index: string;
}

/** The person's folders. */
export interface BaseFolders {
  readonly data: string;
  readonly cache: string;
  readonly state: string;
}

/** @param historyDir where sessions are kept in place of the user data folder; empty for that folder itself. */
export function buildJournalPaths({ data, cache, state }: BaseFolders, historyDir = ""): JournalPaths {
  const history = historyDir || data;
  return {
    sessions: join(history, "sessions"),
    trash: join(history, "trash"),
    damaged: join(history, "damaged"),
    journal: join(state, "journal"),
    index: join(cache, "history"),
  };
}
