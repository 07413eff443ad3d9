/** What is said after a session when three weeks have brought no change: so, and what the guide advises then. */
import { worksHip } from "../../assess/screening.ts";
import { pageText } from "../../output/page.ts";
import { styleFor } from "../../output/style.ts";
import { followUp } from "../assess/follow-up.ts";
import { pagePart } from "../assess/result-page.ts";
import { openAssess } from "../open/assessments.ts";
import type { OpenedRoutine } from "../open/routine.ts";
import type { Shell } from "../shell-environment.ts";

/** Prints it, when there is something to say. */
export async function afterSession(
  { routine, exercises, settings, catalog }: OpenedRoutine,
  shell: Shell,
): Promise<void> {
  const open = openAssess(shell, settings);
  if (!worksHip(routine, exercises, open.screening)) return;
  const parts = followUp(open, settings, catalog, shell)(null);
  if (parts.length > 0) shell.write(await pageText(parts.map(pagePart), shell.columns, await styleFor(shell.colour)));
}
