/** What a person who looks elsewhere is told by a desktop notification: that a rest is over, that all is done. */
import type { Plan } from "../plan/types.ts";
import type { Happening } from "../player/types.ts";
import { cleanText, truncate } from "./fit-text.ts";

/** Longer texts are cut by the desktop. */
const MAX_NOTIFICATION_COLUMNS = 120;

/** The words for what has happened; null when it needs none, such as a rest that a person has ended themselves. */
export function formatNotification(happening: Happening, plan: Plan): string | null {
  if (happening.type === "session-ended") return happening.how === "finished" ? "Done." : null;
  if (happening.type !== "step-ended" || happening.attempt !== "completed") return null;
  if (plan.steps[happening.step]?.kind !== "rest") return null;
  const next = plan.steps[happening.step + 1];
  const name = plan.exercises[next?.exercise ?? ""]?.name;
  return truncate(cleanText(name ? `The rest is over: ${name}.` : "The rest is over."), MAX_NOTIFICATION_COLUMNS);
}
