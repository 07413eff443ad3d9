/** What is said after a session when three weeks have brought no change: so, and what the guide advises then. */
import { isHipRoutine } from "../../assess/screening.ts";
import { renderPage } from "../../output/page.ts";
import { loadStyle } from "../../output/style.ts";
import { createFollowUp } from "../assess/follow-up.ts";
import { toPagePart } from "../assess/to-page-part.ts";
import { openAssessContext } from "../open/assessments.ts";
import type { OpenedRoutine } from "../open/routine.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** Prints it, when there is something to say. */
export async function printFollowUp(
  { routine, exercises, settings, catalog }: OpenedRoutine,
  shell: ShellEnvironment,
): Promise<void> {
  const open = openAssessContext(shell, settings);
  if (!isHipRoutine(routine, exercises, open.screening)) return;
  const parts = createFollowUp(open, settings, catalog, shell)(null);
  if (parts.length > 0)
    shell.write(await renderPage(parts.map(toPagePart), shell.columns, await loadStyle(shell.colour)));
}
