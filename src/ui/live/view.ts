/** What each part of the live screen shows at a moment: the frame, fitted to the layout and rounded to what is seen. */
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/frame-types.ts";
import { formatClock } from "../../text/duration.ts";
import type { PhaseWordProps } from "../components/PhaseWord.tsx";
import type { TimedTimelineProps } from "../components/Timeline.tsx";
import { chooseFitting, textWidth } from "../fit-text.ts";
import type { Layout } from "../layout.ts";
import { countDoneCells, timelineSegmentsOf } from "../pictures/timeline.ts";
import { formatHints } from "../session-keys.ts";
import { bodyPartsOf, hasFigureColumn } from "./body.ts";
import { buildSessionFigures } from "./figures.ts";
import { headlinePartsOf } from "./headline.ts";
import { digitsTextOf, formatSide, headlineOfNext, isNextUp, waitPromptOf } from "./text.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";

export function liveContextOf(plan: Plan, stillFigures: boolean): LiveContext {
  return {
    timeline: timelineSegmentsOf(plan),
    figures: buildSessionFigures(plan, stillFigures),
    sides: plan.steps.map((step, index) => step.side ?? plan.steps[index + 1]?.beats[0]?.side ?? null),
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
  const headline = headlinePartsOf(moment, layout, hasFigureColumn(layout, context));
  return {
    ...headline,
    ...bodyPartsOf(moment, layout, context),
    ...bottomPartsOf(moment, layout, context),
    tinyText: tinyTextOf(moment, headline.word, layout),
  };
}

function bottomPartsOf(moment: LiveMoment, layout: Layout, context: LiveContext) {
  const { frame, notice, isQuitting } = moment;
  const { live, width } = layout;
  const fittingNotice = chooseFitting(noticeForms(notice), width - MIN_HINT_COLUMNS - 2);
  const noticeColumns = notice === "" ? 0 : textWidth(fittingNotice) + 2;
  const keys = { paused: frame.status === "paused", stretchable: frame.stretchable };
  const hints = isQuitting
    ? chooseFitting(QUIT_QUESTIONS, width)
    : formatHints(Math.max(width - noticeColumns, Math.min(width, MIN_HINT_COLUMNS)), keys);
  return {
    line: lineOf(moment, layout),
    next: frame.next,
    timeline: live.timeline > 0 ? timelineOf(frame, layout, context) : null,
    hints: live.hints > 0 ? { hints, notice: fittingNotice, isQuestion: isQuitting, columns: width } : null,
  };
}

/** A notice as it is, without what stands in parentheses, and its first statement. */
function noticeForms(notice: string): readonly string[] {
  const short = notice.replace(/ \([^()]*\)/g, "");
  return [notice, short, short.split(/[.;] /)[0] ?? short];
}

/** What must be seen though the screen has no line for it: a question, a caption, how to go on, a notice. */
function lineOf({ frame, flash, notice, isQuitting }: LiveMoment, { live, width }: Layout): LiveView["line"] {
  if (isQuitting) return live.hints > 0 ? null : { text: chooseFitting(QUIT_QUESTIONS, width), colour: "alert" };
  // Who has paused knows how: where the line would be the phase word's, or the keys say it, it is not said again.
  const knowsHow = frame.pauseReason === "asked" && (live.next === 0 || live.hints > 0);
  const shortNotice = chooseFitting(noticeForms(notice), width);
  const needsPrompt = live.instructions === 0 && !knowsHow;
  const texts = [
    live.instructions > 0 ? "" : flash.caption,
    !needsPrompt ? "" : live.header > 0 ? waitPromptOf(frame, width) : promptWithClock(frame, width),
    // Where it would take the place of the phase word, that the time stands is more important.
    live.hints > 0 || (live.next === 0 && frame.status === "paused") ? "" : shortNotice,
    live.word < 3 && isNextUp(frame) ? chooseFitting(nextForms(frame), width) : "",
  ];
  const text = texts.find((one) => one !== "");
  return text === undefined ? null : { text, colour: text === shortNotice ? "dim" : "plain" };
}

/** "Next: Set 2 of 3, 20 reps", or the same in few words. */
function nextForms(frame: Frame): readonly string[] {
  return [`Next: ${frame.next}`, `Next: ${headlineOfNext(frame)}`];
}

/** How to go on, with the clock in front of it where both fit: "1:52 · enter". */
function promptWithClock(frame: Frame, width: number): string {
  const { clockText } = frame;
  const prompt = waitPromptOf(frame, clockText === "" ? width : width - textWidth(clockText) - 3);
  if (prompt === "" || clockText === "") return prompt;
  return chooseFitting([`${clockText} · ${prompt}`, prompt], width);
}

/** "45 HOLD ►": the digits first, then as much as fits. */
function tinyTextOf(moment: LiveMoment, { word, symbol }: PhaseWordProps, layout: Layout): string {
  const line = lineOf(moment, layout);
  if (line?.colour === "alert") return line.text;
  const digits = digitsTextOf(moment.frame);
  const arrow = formatSide(moment.frame, 1);
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
