/** What each part of the live screen shows at a moment: the frame, fitted to the layout and rounded to what is seen. */
import { resolvePlanFigures } from "../../figure/plan-figures.ts";
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import { formatClock } from "../../text/duration.ts";
import type { PhaseWordProps } from "../components/PhaseWord.tsx";
import type { TimedTimelineProps } from "../components/Timeline.tsx";
import { chooseFitting, textWidth, wrapClauses } from "../fit-text.ts";
import type { Layout } from "../layout.ts";
import { fittingDigitsWidth } from "../pictures/big-digits.ts";
import { countDoneCells, timelineSegmentsOf } from "../pictures/timeline.ts";
import { formatHints } from "../session-keys.ts";
import { bodyPartsOf, movingPartsOf } from "./body.ts";
import { headlinePartsOf } from "./headline.ts";
import {
  digitsTextOf,
  formatSide,
  headlineOf,
  headlineOfNext,
  isNextUp,
  repsWordOf,
  sideToShow,
  waitPromptOf,
} from "./text.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";

export function liveContextOf(plan: Plan, hasStillFigures: boolean): LiveContext {
  return {
    timeline: timelineSegmentsOf(plan),
    figures: resolvePlanFigures(plan),
    hasStillFigures,
    sides: plan.steps.map((step, index) => step.side ?? plan.steps[index + 1]?.beats[0]?.side ?? null),
    groups: plan.steps.map(
      ({ rounds = [] }) => rounds.map(({ group }) => plan.groups?.[group]?.name).find(Boolean) ?? "",
    ),
  };
}

const QUIT_QUESTIONS = [
  "Quit? q to confirm, any other key to continue",
  "Quit? q: yes, other keys: no",
  "Quit? q: yes",
  "Quit?",
];

/** Enough for "space pause · ? keys": a longer notice is cut. */
const MIN_HINT_COLUMNS = 24;

export function liveViewOf(moment: LiveMoment, layout: Layout, context: LiveContext): LiveView {
  const side = sideToShow(moment.frame, context);
  const headline = headlinePartsOf(moment, layout, context, side);
  const body = bodyPartsOf(moment, layout, context, side);
  // What is read in the instructions is not said beside the hints again.
  const isRead = body.instructions?.lines.join(" ").includes(moment.notice);
  const bottom = bottomPartsOf(isRead ? { ...moment, notice: "" } : moment, layout, context, side);
  const takenBy = layout.live.next === 0 ? bottom.line?.text : undefined;
  const besideDigits = layout.width - digitColumns(body);
  return {
    ...headline,
    ...body,
    ...bottom,
    besideDigits: takenBy === undefined ? "" : chooseFitting(wordForms(moment, side, takenBy), besideDigits),
    tinyText: tinyTextOf(moment, headline.word, layout, side),
  };
}

/** The view some moments later, when nothing but what fills a bar has changed: most moments are like that. */
export function advanceLiveView(view: LiveView, frame: Frame, layout: Layout, context: LiveContext): LiveView {
  return {
    ...view,
    ...movingPartsOf(frame, layout, context, sideToShow(frame, context), view),
    timeline: view.timeline && timelineOf(frame, layout, context),
  };
}

function bottomPartsOf(moment: LiveMoment, layout: Layout, context: LiveContext, side: Side | null) {
  const { frame, notice, isQuitting } = moment;
  const { live, width } = layout;
  const line = lineOf(moment, layout, side);
  const isRead = line?.text.includes(notice);
  const fittingNotice = isRead ? "" : chooseFitting(noticeForms(notice), width - MIN_HINT_COLUMNS - 2);
  const noticeColumns = fittingNotice === "" ? 0 : textWidth(fittingNotice) + 2;
  const { status, stretchable } = frame;
  const countsReps = frame.cutSetText !== "" || repsWordOf(frame) !== "";
  const keys = { paused: status === "paused", stretchable, countsReps };
  const hints = isQuitting
    ? chooseFitting(QUIT_QUESTIONS, width)
    : formatHints(Math.max(width - noticeColumns, Math.min(width, MIN_HINT_COLUMNS)), keys);
  return {
    line,
    next: frame.next,
    timeline: live.timeline > 0 ? timelineOf(frame, layout, context) : null,
    hints: live.hints > 0 ? { hints, notice: fittingNotice, isQuestion: isQuitting } : null,
  };
}

/**
 * "REST", "LOWER ►", or the arrow alone, where only that fits. Where the word is told already, what the digits count stands
 * there; a question leaves no room for either.
 */
function wordForms({ frame, isQuitting }: LiveMoment, side: Side | null, told: string): readonly string[] {
  const arrow = formatSide(side, 1);
  const { word } = headlineOf(frame);
  const text = isQuitting ? "" : told.includes(word) ? repsWordOf(frame) : word;
  return [[text, arrow].filter(Boolean).join(" "), text, arrow, ""];
}

/** What the digits take, with the space behind them. */
function digitColumns({ digits: { widest, rows, columns } }: Pick<LiveView, "digits">): number {
  return (fittingDigitsWidth(widest, rows, columns) || textWidth(widest)) + 2;
}

/** A notice as it is, without what stands in parentheses, and its first statement. */
function noticeForms(notice: string): readonly string[] {
  const short = notice.replace(/ \([^()]*\)/g, "");
  return [notice, short, short.split(/[.;] /)[0] ?? short];
}

/** What must be seen though the screen has no line for it: a question, a caption, how to go on, a notice. */
function lineOf(
  { frame, flash, notice, isQuitting }: LiveMoment,
  { live, width }: Layout,
  side: Side | null,
): LiveView["line"] {
  if (isQuitting) return live.hints > 0 ? null : { text: chooseFitting(QUIT_QUESTIONS, width), colour: "alert" };
  // Who has paused knows how: where the line would be the phase word's, or the keys say it, it is not said again.
  const knowsHow = frame.pauseReason === "asked" && (live.next === 0 || live.hints > 0);
  const shortNotice = chooseFitting(noticeForms(notice), width);
  const needsPrompt = live.instructions === 0 && !knowsHow;
  const texts = [
    live.instructions > 0 ? "" : (wrapClauses(flash.caption, width, 1)[0] ?? ""),
    !needsPrompt ? "" : live.header > 0 ? waitPromptOf(frame, width) : promptWithWord(frame, width),
    live.instructions === 0 && isCorrectable(frame) ? chooseFitting(correctionForms(frame), width) : "",
    // Where it would take the place of the phase word, that the time stands is more important.
    live.hints > 0 || (live.next === 0 && frame.status === "paused") ? "" : shortNotice,
    live.word < 3 && isNextUp(frame) ? chooseFitting(nextForms(frame, side), width) : "",
  ];
  const text = texts.find((one) => one !== "");
  return text === undefined ? null : { text, colour: text === shortNotice ? "dim" : "plain" };
}

/** Whether a set that a clock has cut off can be set right, and what comes next does not matter more yet. */
function isCorrectable(frame: Frame): boolean {
  const { cutSetText, status, seconds, fillSeconds } = frame;
  return cutSetText !== "" && status === "running" && (!isNextUp(frame) || seconds > fillSeconds / 2);
}

/** "Squat: 7 of 10 reps · + − correct", "7/10 reps · + −" */
function correctionForms({ cutSetText }: Frame): readonly string[] {
  const count = cutSetText.replace(/^.*: (\d+) of (\d+)/, "$1/$2");
  return [`${cutSetText} · + − correct`, `${cutSetText} · + −`, `${count} · + −`, count];
}

/** "Next: Set 2 of 3, 20 reps", or the same in few words with the side: "Next: SET 2/3 ►". */
function nextForms(frame: Frame, side: Side | null): readonly string[] {
  const short = `Next: ${headlineOfNext(frame)}`;
  return [
    `Next: ${frame.next}`,
    ...(side ? [8, 1].map((columns) => `${short} ${formatSide(side, columns)}`) : []),
    short,
  ];
}

/** How to go on, where it takes the place of the word, with what is done and the clock: "SQUAT · enter", "ROW · 0:58". */
function promptWithWord(frame: Frame, width: number): string {
  const { clockText, actionText, status } = frame;
  const [whole, short] = [width, 1].map((columns) => waitPromptOf(frame, columns));
  if (!whole || !short || status === "paused") return whole ?? "";
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" · ");
  const forms = [join(actionText, clockText, whole), join(actionText, clockText, short), join(actionText, clockText)];
  return chooseFitting([...forms, join(clockText, whole), join(clockText, short), whole], width);
}

/** "45 HOLD ►": the digits first, then as much as fits. */
function tinyTextOf(moment: LiveMoment, { word, symbol }: PhaseWordProps, layout: Layout, side: Side | null): string {
  const line = lineOf(moment, layout, side);
  if (line?.colour === "alert") return line.text;
  const digits = digitsTextOf(moment.frame);
  const arrow = formatSide(side, 1);
  const forms = [
    [digits, symbol?.small, word, arrow],
    [digits, word, arrow],
    [digits, arrow, word],
    [digits, arrow],
    [digits],
  ].map((parts) => parts.filter(Boolean).join(" "));
  return chooseFitting(forms, layout.columns);
}

function timelineOf(frame: Frame, { width, live }: Layout, context: LiveContext): TimedTimelineProps {
  const { timeline } = context;
  const elapsed = formatClock(frame.elapsedSeconds * 1000);
  const remaining = frame.leftText;
  const between = width - elapsed.length - remaining.length - 2;
  const hasTimes = between >= 8;
  const columns = hasTimes ? between : width;
  return {
    segments: timeline,
    columns,
    doneCells:
      frame.status === "finished" ? columns : countDoneCells(timeline, columns, frame.stepIndex, frame.stepFill),
    rows: live.timeline,
    elapsed: hasTimes ? elapsed : "",
    remaining: hasTimes ? remaining : "",
  };
}
