/** `unwind` without arguments: a screen to choose and start a routine; prints help if no screen can be drawn. */
import type { Command } from "commander";
import { openCatalog, tryOrWarn } from "../app/open/catalog.ts";
import { openSettings, toPlanDefaults } from "../app/open/settings.ts";
import { findChosenEntry, findResumableEntries, resumeSession } from "../app/session/resume-session.ts";
import { canDrawScreen, type ShellEnvironment, screenTerminalOf } from "../app/shell-environment.ts";
import { isAdviceOnly } from "../catalog/create-routine.ts";
import { exercisesOf } from "../catalog/own-exercises.ts";
import type { Catalog, Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { compilePlan } from "../plan/compile.ts";
import { listEquipment } from "../plan/types.ts";
import type { Settings } from "../settings/definitions.ts";
import { roundToMinutes } from "../text/duration.ts";
import type { HomeEntry } from "../ui/index.tsx";
import { run } from "./run.ts";

/** Lets the user choose a routine and runs it. */
export async function showHome(program: Command, shell: ShellEnvironment): Promise<void> {
  if (!canDrawScreen(shell)) {
    program.outputHelp();
    return;
  }
  const settings = openSettings(shell);
  const catalog = await openCatalog(shell);
  const routines = [...(await composeFromLastTest(catalog, settings, shell)), ...catalog.routines.values()];
  const entries = routines.flatMap((routine): HomeEntry[] => {
    // An advice-only routine has nothing to start.
    if (isAdviceOnly(routine)) return [];
    const plan = tryOrWarn(shell, () =>
      compilePlan(routine, exercisesOf(routine, catalog.exercises), toPlanDefaults(settings)),
    );
    if (!plan) return [];
    return [
      {
        id: routine.id,
        title: routine.name,
        minutes: roundToMinutes(plan.totalMs),
        equipment: listEquipment(plan),
        purpose: routine.summary,
        isPersonal: routine.origin === "yours",
      },
    ];
  });
  const resumable = await findResumableEntries(shell, settings);
  const { runHome } = await import("../ui/index.tsx");
  const menu = [...resumable.map(({ entry }) => entry), ...entries];
  const chosen = await runHome({ entries: menu, ...screenTerminalOf(shell, settings) });
  if (chosen === null) return;
  const interrupted = findChosenEntry(chosen, resumable);
  if (interrupted) await resumeSession(interrupted.unfinished, settings, {}, shell);
  else await run(chosen, {}, shell);
}

/** The routine based on the user's last test; empty if there is none. */
async function composeFromLastTest(catalog: Catalog, settings: Settings, shell: ShellEnvironment): Promise<Routine[]> {
  const { composeForMe } = await import("../app/open/assessments.ts");
  try {
    return [composeForMe(catalog, settings, shell)];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
