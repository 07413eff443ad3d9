/** Asks the screening on the screen and keeps the answers: for `unwind screen`, and before a session that needs it. */
import type { Screening } from "../../assess/kept.ts";
import type { YesNo } from "../../assess/types.ts";
import type { Settings } from "../../settings/table.ts";
import { keepOrPrint, newScreening, type OpenAssess } from "../open/assessments.ts";
import { type Shell, terminalOf } from "../shell-environment.ts";

export interface Asking {
  readonly open: OpenAssess;
  readonly settings: Settings;
  /** Why it is asked now; empty where the person asked for it. */
  readonly why: string;
  /** A screening whose answers stand, and which only lacks a decision. */
  readonly standing?: Screening;
}

/** Asks on the screen and keeps the answers; null when the person left before the end. */
export async function askScreening({ open, settings, why, standing }: Asking, shell: Shell): Promise<Screening | null> {
  const [{ runForm }, { screenForm, decisionOf }] = await Promise.all([
    import("../../ui/index.tsx"),
    import("./screening-form.ts"),
  ]);
  const form = screenForm({ table: open.screening, why, ...(standing ? { answered: standing.answers } : {}) });
  const given = await runForm({ form, theme: settings.theme, ...terminalOf(shell) });
  if (!given) return null;
  const answers = standing
    ? standing.answers
    : Object.fromEntries(open.screening.questions.map(({ id }) => [id, given[id] === "yes" ? "yes" : "no"] as const));
  const screening = newScreening(answers as Record<string, YesNo>, decisionOf(given), standing?.answeredAt);
  keepOrPrint(screening, () => open.store.addScreening(screening), shell);
  return screening;
}
