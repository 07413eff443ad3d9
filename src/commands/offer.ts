/** Offers to go on with a session that was interrupted, where one begins: on the home screen and before a routine. */
import { readdirSync } from "node:fs";
import type { Unfinished } from "../journal/unfinished.ts";
import type { Settings } from "../settings/table.ts";
import type { HomeEntry } from "../ui/index.tsx";
import { placesOf } from "./places.ts";
import type { Shell } from "./shell.ts";

/** A session that can be taken up, as an entry to choose. */
export interface Offer {
  readonly unfinished: Unfinished;
  readonly entry: HomeEntry;
}

/** Ids of entries that are no routine: no id of a routine has a colon. */
const RESUME = "resume:";

/** The sessions that can be taken up, the latest first. Where there is none, hardly anything is done. */
export async function offers(shell: Shell, settings: Settings): Promise<readonly Offer[]> {
  if (!hasJournals(placesOf(shell, settings).journal)) return [];
  const { openHistory } = await import("./open-history.ts");
  const { VERSION } = await import("../version.ts");
  return openHistory(shell)
    .unfinished.filter(({ recording }) => recording.started.program === VERSION)
    .map((unfinished) => ({ unfinished, entry: entryOf(unfinished) }));
}

/** Whether the entry that was chosen is an offer: which one. */
export function offerChosen(id: string, among: readonly Offer[]): Offer | undefined {
  return among.find((offer) => offer.entry.id === id);
}

function entryOf({ recording }: Unfinished): HomeEntry {
  const { plan, next, started } = recording;
  const leftMs = plan.steps.slice(next).reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  const label = plan.steps[next]?.label ?? "";
  return {
    id: RESUME + started.id,
    title: `Go on: ${plan.title}`,
    minutes: Math.max(1, Math.round(leftMs / 60_000)),
    equipment: [...new Set(plan.blocks.flatMap((block) => block.equipment))],
    purpose: `It was interrupted; ${next} of ${plan.steps.length} steps are done. It goes on with: ${label}.`,
  };
}

/** Looks without reading: nearly always there is none. */
function hasJournals(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith(".jsonl"));
  } catch {
    return false;
  }
}
