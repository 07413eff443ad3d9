/** Offers to go on with a session that was interrupted, where one begins: on the home screen and before a routine. */
import { readdirSync } from "node:fs";
import type { UnfinishedSession } from "../../journal/read/recorded-session.ts";
import { listEquipment } from "../../plan/plan-text.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { roundToMinutes } from "../../text/duration.ts";
import type { HomeEntry } from "../../ui/index.tsx";
import { VERSION } from "../../version.ts";
import { resolveJournalPaths } from "../open/journal-paths.ts";
import { canDrawScreen, type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import type { LeadOptions } from "./lead-session.ts";

/** A session that can be taken up, as an entry to choose. */
export interface ResumableEntry {
  readonly unfinished: UnfinishedSession;
  readonly entry: HomeEntry;
}

/** Ids of entries that are no routine: no id of a routine has a colon. */
const RESUME_ID_PREFIX = "resume:";

/** The sessions that can be taken up, the latest first. Where there is none, hardly anything is done. */
export async function findResumableEntries(
  shell: ShellEnvironment,
  settings: Settings,
): Promise<readonly ResumableEntry[]> {
  if (!hasJournalFiles(resolveJournalPaths(shell, settings).journal)) return [];
  const { openHistory } = await import("../open/history.ts");
  return openHistory(shell, settings)
    .unfinished.filter(({ recording }) => recording.started.program === VERSION)
    .map((unfinished) => ({ unfinished, entry: toHomeEntry(unfinished) }));
}

/**
 * Before a routine begins: asks whether to go on with a session of it that was interrupted. One who wants no
 * questions (`--yes`, `--plain`) is told that there is one; where nobody looks on, nothing is said.
 *
 * @returns the session to go on with, null to begin anew, "leave" when the person wants neither.
 */
export async function askToResume(
  plan: Plan,
  settings: Settings,
  options: LeadOptions,
  shell: ShellEnvironment,
): Promise<UnfinishedSession | null | "leave"> {
  if (options.json || !canDrawScreen(shell)) return null;
  const found = (await findResumableEntries(shell, settings)).filter(
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
    minutes: roundToMinutes(plan.totalMs),
    equipment: listEquipment(plan),
    purpose: "What was done before stays in the history.",
  };
  const { runHome } = await import("../../ui/index.tsx");
  const entries = [...found.map((offer) => offer.entry), anew];
  const chosen = await runHome({ entries, theme: settings.theme, ...screenTerminalOf(shell) });
  if (chosen === null) return "leave";
  return findChosenEntry(chosen, found)?.unfinished ?? null;
}

/** Whether the entry that was chosen is an offer: which one. */
export function findChosenEntry(id: string, among: readonly ResumableEntry[]): ResumableEntry | undefined {
  return among.find((offer) => offer.entry.id === id);
}

function toHomeEntry({ recording }: UnfinishedSession): HomeEntry {
  const { plan, nextStepIndex, started } = recording;
  const left = plan.steps.slice(nextStepIndex);
  const leftMs = left.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  const blocks = plan.blocks.filter((_, index) => left.some((step) => step.block === index));
  const label = plan.steps[nextStepIndex]?.label ?? "";
  return {
    id: RESUME_ID_PREFIX + started.id,
    title: `Go on: ${plan.title}`,
    minutes: roundToMinutes(leftMs),
    equipment: listEquipment({ ...plan, blocks }),
    purpose: `It was interrupted; ${nextStepIndex} of ${plan.steps.length} steps are done. It goes on with: ${label}.`,
  };
}

/** Looks without reading: nearly always there is none. */
function hasJournalFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith(".jsonl"));
  } catch {
    return false;
  }
}
