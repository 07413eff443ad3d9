/** `unwind` without arguments: a screen to choose and start a routine; prints help if no screen can be drawn. */
import type { Command } from "commander";
import { openCatalog, warnOfFaultyFiles } from "../app/open/catalog.ts";
import { listChoices, loadHomeDetails } from "../app/open/home-menu.ts";
import { openSettings } from "../app/open/settings.ts";
import { warn } from "../app/print.ts";
import { findResumableEntries, resumeSession } from "../app/session/resume-session.ts";
import { canDrawScreen, type ShellEnvironment, screenTerminalOf } from "../app/shell-environment.ts";
import type { Catalog, Routine } from "../catalog/types.ts";
import { systemClock, waitUntil } from "../clock.ts";
import { UserError } from "../errors.ts";
import type { Settings } from "../settings/definitions.ts";
import { run } from "./run.ts";

/** Lets the user choose a routine and runs it. */
export async function showHome(program: Command, shell: ShellEnvironment): Promise<void> {
  if (!canDrawScreen(shell)) {
    program.outputHelp();
    return;
  }
  const settings = openSettings(shell);
  const catalog = await openCatalog(shell);
  warnOfFaultyFiles(catalog, shell);
  const choices = listChoices(catalog, await composeFromLastTest(catalog, settings, shell));
  const [resumable] = await findResumableEntries(shell, settings);
  const resumeEntries = resumable ? [resumable.entry] : [];
  const { runHome } = await import("../ui/index.tsx");
  // A warning while the screen is there would be drawn into it.
  const warnings: string[] = [];
  const details = waitUntil(systemClock, systemClock.monotonicMs())
    .then(() => loadHomeDetails(choices, catalog, settings, shell, (text) => warnings.push(text)))
    .then((known) => ({ ...known, entries: [...resumeEntries, ...known.entries] }));
  const entries = [...resumeEntries, ...choices.map(({ entry }) => entry)];
  const chosen = await runHome({ entries, details, ...screenTerminalOf(shell, settings) });
  for (const text of warnings) warn(shell, text);
  if (chosen === null) return;
  if (chosen === resumable?.entry.id) await resumeSession(resumable.unfinished, settings, {}, shell);
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
