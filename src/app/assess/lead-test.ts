/** Leads the Thomas test on the screen and keeps it: for `unwind assess`, and where a routine begins with it. */
import type { Assessment } from "../../assess/kept.ts";
import { type ResultPart, resultParts } from "../../assess/result-text.ts";
import type { BothSides, SideAnswers } from "../../assess/types.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Settings } from "../../settings/table.ts";
import { keepOrPrint, newAssessment, type OpenAssess, tryToKeep } from "../open/assessments.ts";
import { type Shell, terminalOf } from "../shell-environment.ts";
import { openPageVoice } from "./spoken-pages.ts";

/**
 * Leads the test on the screen and keeps it.
 *
 * @param offer why it is asked for before a session; it can be put off then.
 * @returns what was found; or whether the person left, or puts it off.
 */
export async function leadTest(
  open: OpenAssess,
  settings: Settings,
  catalog: Catalog,
  shell: Shell,
  offer?: string,
): Promise<Assessment | "left" | "put-off"> {
  const exercise = catalog.exercises.get(open.thomas.exercise);
  if (!exercise) throw new Error(`the catalogue has no ${open.thomas.exercise}`);
  const [{ runForm }, { assessForm, isPutOff }, { followUp }] = await Promise.all([
    import("../../ui/index.tsx"),
    import("./test-form.ts"),
    import("./follow-up.ts"),
  ]);
  let kept: Assessment | null = null;
  let unkept: string | null = null;
  const voice = await openPageVoice(settings, shell);
  const follows = followUp(open, settings, catalog, shell);
  const settle = (sides: BothSides<SideAnswers>): readonly ResultPart[] => {
    const assessment = newAssessment(open, sides);
    kept = assessment;
    unkept = tryToKeep(() => open.store.addAssessment(assessment));
    const fault: ResultPart[] = unkept ? [{ kind: "alert", text: `This could not be kept: ${unkept}` }] : [];
    return [...resultParts(open.thomas, assessment), ...fault, ...follows(assessment)];
  };
  const form = assessForm({
    table: open.thomas,
    exercise,
    firstSide: settings.firstSide,
    ...(offer === undefined ? {} : { offer }),
    settle,
    say: voice.say,
  });
  const given = await runForm({ form, theme: settings.theme, ...terminalOf(shell) });
  await voice.close();
  if (kept && unkept) keepOrPrint(kept, () => open.store.addAssessment(kept as Assessment), shell);
  return kept ?? (given && isPutOff(given) ? "put-off" : "left");
}
