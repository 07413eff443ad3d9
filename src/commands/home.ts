/** `unwind` alone: a screen to choose a routine and start it; help where there is no screen. */
import type { Command } from "commander";
import { openCatalog, orWord } from "../app/open/catalog.ts";
import { openSettings, planDefaults } from "../app/open/settings.ts";
import { offerChosen, offers } from "../app/session/resumable.ts";
import { takeUp } from "../app/session/resume-session.ts";
import { hasTerminal, type Shell, terminalOf } from "../app/shell-environment.ts";
import { hasNothingToDo } from "../catalog/routine-of.ts";
import type { Catalog, Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { compilePlan } from "../plan/compile.ts";
import { equipmentOf } from "../plan/text.ts";
import type { Settings } from "../settings/table.ts";
import { wholeMinutes } from "../text/duration.ts";
import type { HomeEntry } from "../ui/index.tsx";
import { run } from "./run.ts";

/** Lets the person choose a routine and leads through it. */
export async function home(program: Command, shell: Shell): Promise<void> {
  if (!hasTerminal(shell)) {
    program.outputHelp();
    return;
  }
  const settings = openSettings(shell);
  const catalog = await openCatalog(shell);
  const routines = [...(await fromTest(catalog, settings, shell)), ...catalog.routines.values()];
  const entries = routines.flatMap((routine): HomeEntry[] => {
    // A routine of advice alone has nothing to start.
    if (hasNothingToDo(routine)) return [];
    const plan = orWord(shell, () => compilePlan(routine, catalog.exercises, planDefaults(settings)));
    if (!plan) return [];
    return [
      {
        id: routine.id,
        title: routine.name,
        minutes: wholeMinutes(plan.totalMs),
        equipment: equipmentOf(plan),
        purpose: routine.summary,
        own: routine.origin === "yours",
      },
    ];
  });
  const interrupted = await offers(shell, settings);
  const { runHome } = await import("../ui/index.tsx");
  const offered = [...interrupted.map((offer) => offer.entry), ...entries];
  const chosen = await runHome({ entries: offered, theme: settings.theme, ...terminalOf(shell) });
  if (chosen === null) return;
  const offer = offerChosen(chosen, interrupted);
  if (offer) await takeUp(offer.unfinished, settings, {}, shell);
  else await run(chosen, {}, shell);
}

/** The routine that follows from the person's last test; none when nothing was tested yet. */
async function fromTest(catalog: Catalog, settings: Settings, shell: Shell): Promise<readonly Routine[]> {
  const { forMe } = await import("../app/open/for-me.ts");
  try {
    return [forMe(catalog, settings, shell)];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
