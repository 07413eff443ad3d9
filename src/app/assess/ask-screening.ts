/** Asks the screening questions on the screen and stores the answers: for `unwind screen`, and before a session. */
import type { Screening } from "../../assess/stored-record.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { RemotePrompts } from "../../ui/index.tsx";
import { type AssessContext, createScreening, saveOrPrint } from "../open/assessments.ts";
import { type ShellEnvironment, screenTerminalOf } from "../shell-environment.ts";

interface ScreeningRequest {
  readonly open: AssessContext;
  readonly settings: Settings;
  /** Why it is asked now; empty if the person asked for it. */
  readonly reason: string;
  /** A screening whose answers still hold and which only lacks a decision. */
  readonly undecidedScreening?: Screening;
  /** Where it is shown and answered, too. */
  readonly prompts: RemotePrompts;
}

/** Asks on the screen and stores the answers; null if the person left before the end. */
export async function askScreening(
  { open, settings, reason, undecidedScreening, prompts }: ScreeningRequest,
  shell: ShellEnvironment,
): Promise<Screening | null> {
  const [{ runForm }, { answersOf, createScreeningForm, decisionOf }] = await Promise.all([
    import("../../ui/index.tsx"),
    import("./screening-form.ts"),
  ]);
  const form = createScreeningForm({
    table: open.screening,
    reason,
    ...(undecidedScreening ? { earlierAnswers: undecidedScreening.answers } : {}),
  });
  const given = await runForm({ form, prompts, ...screenTerminalOf(shell, settings) });
  if (!given) return null;
  const answers = undecidedScreening?.answers ?? answersOf(given, open.screening);
  const screening = createScreening(answers, decisionOf(given), undecidedScreening?.answeredAt);
  saveOrPrint(screening, () => open.store.addScreening(screening), shell);
  return screening;
}
