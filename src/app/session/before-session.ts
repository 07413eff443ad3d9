/** What comes before a session: the Thomas test where a routine begins with it, and the screening when it is due. */

import { isFresh } from "../../assess/guided.ts";
import type { Screening } from "../../assess/kept.ts";
import { dateOf } from "../../assess/result-text.ts";
import { type Due, type Known, markOf, screeningDue, worksHip, yesOf } from "../../assess/screening.ts";
import { safeText } from "../../text/safe-text.ts";
import { type OpenAssess, openAssess } from "../open/assessments.ts";
import type { OpenedRoutine } from "../open/routine.ts";
import { hasTerminal, type Shell } from "../shell-environment.ts";
import type { LeadOptions } from "./lead.ts";

/** A routine that may begin, and what its session is marked with. */
export interface Ready {
  readonly opened: OpenedRoutine;
  readonly marks: readonly string[];
}

/** Why the screening is asked now, for its first page. */
const WHY: Readonly<Record<Exclude<Due, "undecided">, string>> = {
  never: "This routine stretches or loads the hip.",
  old: "The last screening is more than three months old.",
  pain: "Your test reported pain.",
};

/**
 * Leads the test and asks the screening as far as they are due, on a screen. Where nobody can be asked, or `--yes` says
 * to start at once, a line on standard error says what to rule out.
 *
 * @returns "leave" when the person wants no session now.
 */
export async function beforeSession(
  opened: OpenedRoutine,
  options: LeadOptions,
  shell: Shell,
): Promise<Ready | "leave"> {
  if (opened.settings.screening === "off") return { opened, marks: [] };
  const open = openAssess(shell, opened.settings);
  const asks = !options.yes && !options.plain && !options.json && hasTerminal(shell);
  const ready = asks ? await tested(opened, open, shell) : opened;
  if (ready === "leave") return "leave";
  const known: Known = { screening: open.store.lastScreening(), assessment: open.store.lastAssessment() };
  const due = screeningDue(known, ready.routine, ready.exercises, open.screening, open.nowEpochMs);
  if (due === null || !asks) {
    if (due !== null) shell.error(`unwind: ${noticeOf(due, known, open)}`);
    // What was said long ago, or about another body than the present one, marks nothing.
    const mark = due === null || due === "undecided" ? markOf(known.screening, open.screening) : "";
    return { opened: ready, marks: works(ready, open, mark) };
  }
  const screening = await screened(due, known, ready, open, shell);
  if (!screening) return "leave";
  if (screening.decision === "wait") {
    shell.write(`Not begun. When it has been looked at: unwind run ${safeText(ready.routine.id)}\n`);
    return "leave";
  }
  return { opened: ready, marks: works(ready, open, markOf(screening, open.screening)) };
}

/** The routine after the test that it begins with, if that is due; it may be put off. */
async function tested(opened: OpenedRoutine, open: OpenAssess, shell: Shell): Promise<OpenedRoutine | "leave"> {
  const { thomas, store, nowEpochMs } = open;
  const begins = opened.routine.sections.some(({ part }) => part === "test");
  const planned = opened.plan.blocks.some(({ exercise }) => exercise === thomas.exercise);
  if (!begins || !planned || isFresh(store.lastAssessment(), thomas, nowEpochMs)) return opened;
  const { leadTest } = await import("../assess/lead-test.ts");
  const led = await leadTest(open, opened.settings, opened.catalog, shell, `${opened.routine.name} begins with it.`);
  if (led === "left") return "leave";
  return led === "put-off" ? opened : opened.again();
}

async function screened(
  due: Due,
  { screening }: Known,
  { settings }: OpenedRoutine,
  open: OpenAssess,
  shell: Shell,
): Promise<Screening | null> {
  const { askScreening } = await import("../assess/ask-screening.ts");
  if (due === "undecided" && screening) return askScreening({ open, settings, why: "", standing: screening }, shell);
  return askScreening({ open, settings, why: due === "undecided" ? "" : WHY[due] }, shell);
}

function noticeOf(due: Due, { screening }: Known, { screening: table }: OpenAssess): string {
  if (due !== "undecided" || !screening) return table.notice;
  const names = yesOf(screening, table).map(({ name }) => name);
  return `your screening of ${dateOf(screening)} has ${names.join(", ")}: see a doctor or physiotherapist first`;
}

/** A routine that leaves the hip alone is marked with nothing. */
function works({ routine, exercises }: OpenedRoutine, { screening }: OpenAssess, mark: string): readonly string[] {
  return mark !== "" && worksHip(routine, exercises, screening) ? [mark] : [];
}
