/** Runs a session on a screen: the screen first, its services behind it, and the questions after the last set. */
import { systemClock, waitUntil } from "../../clock.ts";
import { createFlashes, flashCues } from "../../flash/flashes.ts";
import {
  answerWithKey,
  hasAnswers,
  type QuestionState,
  type SessionQuestion,
  startQuestions,
} from "../../journal/session-questions.ts";
import { summariseSession } from "../../player/summarise-session.ts";
import { isNothingDone } from "../../player/summary-types.ts";
import { type QuestionPrompt, runQuestions, runSessionScreen } from "../../ui/index.tsx";
import { resolveSessionExtras } from "../flags/session-flags.ts";
import { screenTerminalOf } from "../shell-environment.ts";
import type { ActiveSession } from "./active-session.ts";
import { type CompareScore, openScoreComparison } from "./compare-scores.ts";
import { createScreenRemote } from "./screen-remote.ts";

/** Resolves when the screen is closed, the questions are answered or skipped, and the sound is over. */
export async function leadOnScreen(active: ActiveSession): Promise<void> {
  const { session, recorder, settings, options, shell } = active;
  const { flash, ground, title, notify, stillFigures } = resolveSessionExtras(settings, options);
  if (session.speed > 1) await recorder.ready;
  if (options.ground && shell.env["NO_COLOR"]) session.addNotice("--ground needs colours, and NO_COLOR is set.");
  const flashes = flash ? createFlashes(systemClock) : null;
  // The screen is drawn first; sound starts in the background.
  const starting = waitUntil(systemClock, systemClock.monotonicMs()).then(async () => {
    const { startSessionServices } = await import("./services.ts");
    const sound = await startSessionServices(active);
    if (flashes) flashCues(flashes, sound.listener);
    return sound;
  });
  let compareScore: CompareScore | undefined;
  void starting
    .then(() => openScoreComparison(session.plan, settings, shell))
    .then((compare) => {
      compareScore = compare;
    });
  await runSessionScreen({
    session,
    showTitle: title,
    notify,
    ground,
    ...(flashes && { flashes }),
    waitForStart: options.yes !== true,
    stillFigures,
    remote: createScreenRemote(active.remote),
    summarise: () => summariseSession(session.plan, session.state(), compareScore),
    review: async () => (await import("./review-session.ts")).reviewSession(active),
    ...screenTerminalOf(shell, settings),
  });
  // The closing words go on while the questions are asked; a rehearsal has none.
  const silent = starting.then((sound) => sound.close());
  const isTraining = session.speed === 1 || options.count === true;
  const isFinished = session.state().status === "finished";
  const isDone = isFinished && !isNothingDone(summariseSession(session.plan, session.state()));
  // Where every set was skipped there is nothing to ask about, and no session to keep.
  if (isDone && isTraining && settings.questions === "on") await askSessionQuestions(active);
  await silent;
}

/** Asks, and saves each answer at once, so that closing the terminal at a later question keeps the answers before it. */
async function askSessionQuestions({ session, recorder, remote, settings, shell }: ActiveSession): Promise<void> {
  const sided = Object.values(session.plan.exercises).some((exercise) => exercise.sides !== "both");
  const hasSkippedSets = summariseSession(session.plan, session.state()).skipped.length > 0;
  await runQuestions({
    prompts: remote.prompts,
    questions: {
      initialState: startQuestions({ sided, hasSkippedSets }),
      currentQuestion: ({ question }) => question && toPrompt(question),
      handleKey: (state, key) => {
        const next = answerWithKey(state, key);
        if (haveAnswersChanged(state, next)) void recorder.recordAnswers(next.answers);
        return next;
      },
    },
    ...screenTerminalOf(shell, settings),
  });
}

/** A skipped question has nothing to save; a withdrawn answer does. */
function haveAnswersChanged({ answers: before }: QuestionState, { answers: after }: QuestionState): boolean {
  return after !== before && (hasAnswers(before) || hasAnswers(after));
}

function toPrompt({ text, choices }: SessionQuestion): QuestionPrompt {
  const keptAs = (key: string, value: number | string) => (typeof value === "number" ? String(value) : key);
  return { text, choices: choices.map(({ key, value, label }) => ({ key, label, value: keptAs(key, value) })) };
}
