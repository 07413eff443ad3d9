/** Guides through the Thomas test on the screen and stores it: for `unwind assess`, and where a routine begins with it. */
import { buildResultParagraphs, type ResultParagraph } from "../../assess/describe-result.ts";
import type { Assessment } from "../../assess/stored-record.ts";
import type { BothSides, SideAnswers } from "../../assess/types.ts";
import type { Catalog } from "../../catalog/types.ts";
import { systemClock } from "../../clock.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { RemotePrompts } from "../../ui/index.tsx";
import { type AssessContext, createAssessment, saveOrPrint, tryToSave } from "../open/assessments.ts";
import { type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";
import { openPageVoice } from "./spoken-pages.ts";

/**
 * Guides through the test on the screen and stores it.
 *
 * @param offer why it is offered before a session, where it can be put off.
 * @param prompts where it is shown and answered, too.
 * @returns the result; or whether the person left or put it off.
 */
export async function leadTest(
  open: AssessContext,
  settings: Settings,
  catalog: Catalog,
  shell: ShellEnvironment,
  offer?: string,
  prompts?: RemotePrompts,
): Promise<Assessment | "left" | "put-off"> {
  const exercise = catalog.exercises.get(open.thomas.exercise);
  if (!exercise) throw new Error(`the catalogue has no ${open.thomas.exercise}`);
  const [{ runForm }, { createAssessForm, isPostponed }, { createFollowUp }] = await Promise.all([
    import("../../ui/index.tsx"),
    import("./test-form.ts"),
    import("./follow-up.ts"),
  ]);
  let kept: Assessment | null = null;
  let unkept: string | null = null;
  const voice = await openPageVoice(settings, shell);
  const follows = createFollowUp(open, settings, catalog, shell);
  const settle = (sides: BothSides<SideAnswers>): readonly ResultParagraph[] => {
    const assessment = createAssessment(open, sides);
    kept = assessment;
    unkept = tryToSave(() => open.store.addAssessment(assessment));
    const fault: ResultParagraph[] = unkept ? [{ kind: "alert", text: `This could not be kept: ${unkept}` }] : [];
    return [...buildResultParagraphs(open.thomas, assessment), ...fault, ...follows(assessment)];
  };
  const form = createAssessForm({
    table: open.thomas,
    exercise,
    firstSide: settings.firstSide,
    ...(offer === undefined ? {} : { reason: offer }),
    onComplete: settle,
    say: voice.say,
    clock: systemClock,
  });
  const given = await runForm({ form, ...(prompts && { prompts }), ...screenTerminalOf(shell, settings) });
  await voice.close();
  if (kept && unkept) saveOrPrint(kept, () => open.store.addAssessment(kept as Assessment), shell);
  return kept ?? (given && isPostponed(given) ? "put-off" : "left");
}
