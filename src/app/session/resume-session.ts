/** Takes up a session that was interrupted, and leads it on. */
import { systemClock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { Unfinished } from "../../journal/write/unfinished.ts";
import type { Settings } from "../../settings/table.ts";
import { VERSION } from "../../version.ts";
import { placesOf } from "../open/journal-paths.ts";
import type { Shell } from "../shell-environment.ts";
import { type LeadOptions, lead } from "./lead.ts";

/** @throws UserError (exit 2) when another version began it, or another process was faster. */
export async function takeUp(
  unfinished: Unfinished,
  settings: Settings,
  options: LeadOptions,
  shell: Shell,
): Promise<void> {
  const { started, plan } = unfinished.recording;
  if (started.program !== VERSION) {
    throw new UserError(`session ${started.id} was begun with unwind ${started.program}, this is ${VERSION}`, {
      hint: "what was done of it is kept; begin anew with: unwind run",
    });
  }
  const { claim } = await import("../../journal/write/unfinished.ts");
  const from = claim(placesOf(shell, settings), unfinished, systemClock.epochMs());
  await lead({ plan, settings, adjustments: started.adjustments, from }, { speed: started.speed, ...options }, shell);
}
