/** What each part of the live screen shows at a moment: the frame, fitted to the layout and rounded to what is seen. */
import type { FlashState } from "../flash/lights.ts";
import type { Frame } from "../player/types.ts";
import { formatClock } from "../text/duration.ts";
import type { BigDigitsProps } from "./components/BigDigits.tsx";
import type { BigTextProps } from "./components/BigText.tsx";
import type { FigureProps } from "./components/Figure.tsx";
import type { HeaderProps } from "./components/Header.tsx";
import type { InstructionsProps } from "./components/Instructions.tsx";
import type { KeyHintsProps } from "./components/KeyHints.tsx";
import type { BigNextUpProps } from "./components/NextUp.tsx";
import type { PhaseWordProps } from "./components/PhaseWord.tsx";
import type { SideSignProps } from "./components/SideSign.tsx";
import type { StrokeBarProps } from "./components/StrokeBar.tsx";
import type { TimedTimelineProps } from "./components/Timeline.tsx";
import { chooseFitting } from "./fit-text.ts";
import type { Layout } from "./layout.ts";
import {
  formatSide,
  headlineOf,
  headlineOfNext,
  headlinesOfSet,
  instructionsOf,
  shortenCount,
  waitPromptOf,
  widestDigits,
} from "./live-text.ts";
import { digitsWidth, fitDigitShape } from "./pictures/big-digits.ts";
import { bigTextColumns, fitScale } from "./pictures/big-letters.ts";
import { strokeCellsOf } from "./pictures/stroke-cells.ts";
import { countDoneCells, type TimelineSegment } from "./pictures/timeline.ts";
import { type SessionFigures, selectFigure } from "./session-figures.ts";
import { formatHints } from "./session-keys.ts";

/** What the live screen is drawn from beside the frame; it stays the same for a whole session. */
export interface LiveContext {
  readonly timeline: readonly TimelineSegment[];
  readonly figures: SessionFigures;
}

/** All that is seen of a running session at a moment. */
export interface LiveMoment {
  readonly frame: Frame;
  /** A word for the moment; "" when there is none. */
  readonly notice: string;
  readonly flash: FlashState;
  /** Whether the person is asked if they want to quit. */
  readonly isQuitting: boolean;
}

export interface LiveView {
  /** In a terminal too small for anything else. */
  readonly tinyText: string;
  /** What takes the place of the phase word or the next step where keys have no line of their own. */
  readonly line: { readonly text: string; readonly isQuestion: boolean } | null;
  /** Beside a phase word in letters of usual size. */
  readonly smallSide: string;
  readonly isSideLeft: boolean;
  readonly header: HeaderProps;
  readonly word: PhaseWordProps;
  readonly count: BigTextProps | null;
  readonly digits: BigDigitsProps;
  readonly leftColumns: number;
  readonly side: SideSignProps | null;
  readonly figure: FigureProps | null;
  readonly bigNext: BigNextUpProps | null;
  readonly strokes: StrokeBarProps | null;
  readonly instructions: InstructionsProps | null;
  readonly next: string;
  readonly timeline: TimedTimelineProps | null;
  readonly hints: KeyHintsProps | null;
}

const QUIT_QUESTIONS = [
  "Quit? q to confirm, any other key to continue",
  "Quit? q: yes, other keys: no",
  "Quit? q: yes",
  "Quit?",
];

/** So many seconds before the end of a rest, what comes next is shown large. */
const NEXT_UP_SECONDS = 10;
/** So many seconds before the end of a step its digits stand out, if it is longer than twice that. */
const ENDING_SECONDS = 3;
/** Columns between the left half and the right one. */
const GAP = 2;

export function liveViewOf(moment: LiveMoment, layout: Layout, context: LiveContext): LiveView {
  const { frame, flash, isQuitting, notice } = moment;
  const { live, width, bigRows } = layout;
  const headline = isQuitting ? { word: "QUIT?", colour: "alert" as const, symbol: undefined } : headlineOf(frame);
  const isNextUp = frame.kind === "rest" && frame.status === "running" && frame.seconds <= NEXT_UP_SECONDS;
  const isPaused = frame.status === "paused";
  const hasFigures = layout.hasFigure && context.figures.byExerciseId.size > 0;

  const words = isQuitting ? [headline] : headlinesOfSet(frame);
  const scaleWith =
    live.word < 3
      ? 0
      : fitScale(
          words.map(({ word, symbol }) => ({ text: word, symbol: symbol?.big })),
          live.word,
          width,
        );
  const scale =
    scaleWith ||
    fitScale(
      words.map(({ word }) => ({ text: word })),
      live.word,
      width,
    );
  const usesBigWord = live.word >= 3 && scale > 0;
  const wordColumns = Math.max(
    ...words.map(({ word, symbol }) =>
      bigTextColumns(word, scale, { symbol: scaleWith > 0 ? symbol?.big : undefined }),
    ),
  );
  const countText = usesBigWord && !isQuitting ? shortenCount(frame.repText) : "";
  const countScale = countText === "" ? 0 : fitScale([{ text: countText }], bigRows, width - wordColumns - GAP);

  const columns = usesBigWord || live.word === 0 ? layout.leftColumns : width;
  const widest = widestDigits(frame);
  const shape = fitDigitShape(widest, live.main, (layout.hasFigure ? columns : width) - GAP);
  // Where no figure keeps its place at the right, the side may come closer to the digits.
  const leftColumns =
    hasFigures || !shape ? layout.leftColumns : Math.min(layout.leftColumns, digitsWidth(widest, shape) + GAP + 2);
  const rightColumns = width - leftColumns - GAP;
  const rightRows =
    live.main + live.strokeGap + live.strokeLabels + live.strokeBar + (hasFigures ? live.instructions : 0);
  const sideRows = frame.side && bigRows > 0 ? Math.min(bigRows, live.main) + 1 : 0;
  const showsNextAside = isNextUp && hasFigures;

  const textColumns = Math.min(76, hasFigures ? layout.leftColumns - GAP : width);
  const line = lineOf(moment, layout, isNextUp && !hasFigures);
  return {
    tinyText: tinyTextOf(frame, headline, layout, line),
    line,
    smallSide: bigRows === 0 ? formatSide(frame, Math.max(2, width - headline.word.length - 4)) : "",
    isSideLeft: frame.side === "left",
    header: {
      name: frame.exercise,
      isNameDim: frame.kind === "set",
      position: [frame.setText, countScale > 0 ? "" : frame.repText].filter((text) => text !== "").join("  ·  "),
    },
    word: { ...headline, scale: usesBigWord ? scale : 0, hasBigSymbol: scaleWith > 0, isLit: flash.symbol },
    count: countScale > 0 ? { text: countText, scale: countScale, colour: "plain" } : null,
    digits: {
      text: frame.digits === "" ? formatClock(frame.seconds * 1000) : frame.digits,
      widest,
      rows: live.main,
      columns: Math.max(leftColumns, layout.leftColumns) - GAP,
      colour: isPaused ? "plain" : frame.phase,
      isEnding:
        !isPaused &&
        frame.digits !== "" &&
        frame.strokes.length < 2 &&
        frame.seconds <= ENDING_SECONDS &&
        frame.fillSeconds > 2 * ENDING_SECONDS,
    },
    leftColumns,
    side:
      frame.side && bigRows > 0
        ? { side: frame.side, word: frame.sideWord, rows: sideRows - 1, columns: rightColumns }
        : null,
    figure:
      hasFigures && !showsNextAside
        ? selectFigure(context.figures, frame, { columns: rightColumns, rows: rightRows - sideRows })
        : null,
    bigNext: showsNextAside ? { text: headlineOfNext(frame), rows: rightRows - sideRows, columns: rightColumns } : null,
    strokes:
      live.strokeBar > 0
        ? {
            strokes: strokeCellsOf(frame, (hasFigures ? leftColumns : Math.min(width, 80)) - GAP),
            rows: live.strokeBar,
          }
        : null,
    instructions:
      live.instructions > 0
        ? { ...instructionsOf(frame, flash.caption, textColumns, live.instructions), rows: live.instructions }
        : null,
    next: frame.next,
    timeline: live.timeline > 0 ? timelineOf(frame, layout, context.timeline) : null,
    hints:
      live.hints > 0
        ? {
            hints: isQuitting
              ? chooseFitting(QUIT_QUESTIONS, width)
              : formatHints(width, { paused: isPaused, stretchable: frame.stretchable }),
            notice,
            isQuestion: isQuitting,
            columns: width,
          }
        : null,
  };
}

/** What must be seen though the screen has no line for it: a question, a caption, how to go on, a notice. */
function lineOf(
  { frame, flash, notice, isQuitting }: LiveMoment,
  { live, width }: Layout,
  isNextUp: boolean,
): LiveView["line"] {
  if (isQuitting) return live.hints > 0 ? null : { text: chooseFitting(QUIT_QUESTIONS, width), isQuestion: true };
  // Who has paused knows how: where the line would be the phase word's, the word is worth more.
  const needsPrompt = live.instructions === 0 && (live.next > 0 || frame.pauseReason !== "asked");
  const texts = [
    live.instructions > 0 ? "" : flash.caption,
    needsPrompt ? waitPromptOf(frame, width) : "",
    live.hints > 0 ? "" : notice,
    isNextUp ? `Next: ${frame.next}` : "",
  ];
  const text = texts.find((one) => one !== "");
  return text === undefined ? null : { text, isQuestion: false };
}

/** "45 HOLD ►": the digits first, then as much as fits. */
function tinyTextOf(
  frame: Frame,
  { word, symbol }: ReturnType<typeof headlineOf>,
  { columns }: Layout,
  line: LiveView["line"],
): string {
  if (line?.isQuestion) return line.text;
  const digits = frame.digits === "" ? formatClock(frame.seconds * 1000) : frame.digits;
  const arrow = formatSide(frame, 1);
  const forms = [
    [digits, symbol?.small, word, arrow],
    [digits, word, arrow],
    [digits, arrow, word],
    [digits, arrow],
    [digits],
  ].map((parts) => parts.filter(Boolean).join(" "));
  return chooseFitting(forms, columns);
}

function timelineOf(frame: Frame, { width, live }: Layout, segments: readonly TimelineSegment[]): TimedTimelineProps {
  const [elapsed, remaining] = [
    formatClock(frame.elapsedSeconds * 1000),
    `${formatClock(frame.remainingSeconds * 1000)} left`,
  ];
  const between = width - elapsed.length - remaining.length - 2;
  const hasTimes = between >= 8;
  const columns = hasTimes ? between : width;
  return {
    segments,
    columns,
    doneCells:
      frame.status === "finished" ? columns : countDoneCells(segments, columns, frame.stepIndex, frame.stepFill),
    rows: live.timeline,
    elapsed: hasTimes ? elapsed : "",
    remaining: hasTimes ? remaining : "",
  };
}
