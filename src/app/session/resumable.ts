/** Offers to go on with a session that was interrupted, where one begins: on the home screen and before a routine. */
import { readdirSync } from "node:fs";
import type { Unfinished } from "../../journal/write/unfinished.ts";
import { equipmentOf } from "../../plan/text.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/table.ts";
import { wholeMinutes } from "../../text/duration.ts";
import type { HomeEntry } from "../../ui/index.tsx";
import { VERSION } from "../../version.ts";
import { placesOf } from "../open/journal-paths.ts";
import { hasTerminal, type Shell, terminalOf } from "../shell-environment.ts";
import type { LeadOptions } from "./lead.ts";

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
  const { openHistory } = await import("../open/history.ts");
  return openHistory(shell, settings)
    .unfinished.filter(({ recording }) => recording.started.program === VERSION)
    .map((unfinished) => ({ unfinished, entry: entryOf(unfinished) }));
}

/**
 * Before a routine begins: asks whether to go on with a session of it that was interrupted. One who wants no
 * questions (`--yes`, `--plain`) is told that there is one; where nobody looks on, nothing is said.
 *
 * @returns the session to go on with, null to begin anew, "leave" when the person wants neither.
 */
export async function askToGoOn(
  plan: Plan,
  settings: Settings,
  options: LeadOptions,
  shell: Shell,
): Promise<Unfinished | null | "leave"> {
  if (options.json || !hasTerminal(shell)) return null;
  const found = (await offers(shell, settings)).filter(
    (offer) => offer.unfinished.recording.plan.routine === plan.routine,
  );
  const [latest] = found;
  if (!latest) return null;
  if (options.yes || options.plain) {
    shell.error(
      `unwind: this routine was interrupted; to go on with it: unwind resume ${latest.unfinished.recording.started.id}`,
    );
    return null;
  }
  const anew: HomeEntry = {
    id: plan.routine,
    title: `Begin anew: ${plan.title}`,
    minutes: wholeMinutes(plan.totalMs),
    equipment: equipmentOf(plan),
    purpose: "What was done before stays in the history.",
  };
  const { runHome } = await import("../../ui/index.tsx");
  const entries = [...found.map((offer) => offer.entry), anew];
  const chosen = await runHome({ entries, theme: settings.theme, ...terminalOf(shell) });
  if (chosen === null) return "leave";
  return offerChosen(chosen, found)?.unfinished ?? null;
}

/** Whether the entry that was chosen is an offer: which one. */
export function offerChosen(id: string, among: readonly Offer[]): Offer | undefined {
  return among.find((offer) => offer.entry.id === id);
}

function entryOf({ recording }: Unfinished): HomeEntry {
  const { plan, next, started } = recording;
  const left = plan.steps.slice(next);
  const leftMs = left.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  const blocks = plan.blocks.filter((_, index) => left.some((step) => step.block === index));
  const label = plan.steps[next]?.label ?? "";
  return {
    id: RESUME + started.id,
    title: `Go on: ${plan.title}`,
    minutes: wholeMinutes(leftMs),
    equipment: equipmentOf({ ...plan, blocks }),
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
