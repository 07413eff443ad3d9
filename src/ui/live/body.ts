/** The middle of the live screen: the digits at the left; side, figure or what comes next at the right; what to read. */
import { drawFigure } from "../../figure/draw.ts";
import { resolveFigureMoment } from "../../figure/motion.ts";
import { findFigure } from "../../figure/plan-figures.ts";
import type { Frame } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import { textWidth } from "../fit-text.ts";
import type { Layout } from "../layout.ts";
import { fittingDigitsWidth } from "../pictures/big-digits.ts";
import { wrapBigText } from "../pictures/big-letters.ts";
import { strokeCellsOf } from "../pictures/stroke-cells.ts";
import type { ColourRole } from "../theme.ts";
import {
  digitsTextOf,
  headlineOfNext,
  instructionsOf,
  isNextUp,
  nameToShow,
  repsWordOf,
  widestDigits,
} from "./text.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";

/** So many seconds before the end of a step its digits stand out, if it is longer than twice that. */
const ENDING_SECONDS = 3;
/** Columns between the left half and the right one. */
const GAP = 2;
/** What "RIGHT" takes in the smallest big letters. */
const SIDE_COLUMNS = 22;
/** What "◄ RIGHT" takes in letters of usual size, where the digits need the room. */
const SMALL_SIDE_COLUMNS = 7;
/** What two digits need to be larger than usual letters. */
const MIN_DIGIT_COLUMNS = 11;
/** Wider texts are hard to read, and wider bars to follow. */
const MAX_TEXT_COLUMNS = 76;

/** Whether the right half belongs to the figure: it keeps its place through exercises that have none. */
export function hasFigureColumn(layout: Layout, { figures }: LiveContext): boolean {
  return layout.hasFigure && figures.byExerciseId.size + figures.byStep.size > 0;
}

type BodyParts = Pick<LiveView, "digits" | "leftColumns" | "side" | "figure" | "sign" | "strokes" | "instructions">;

/** @param side the one that works now or next. */
export function bodyPartsOf(
  { frame, flash, isQuitting }: LiveMoment,
  layout: Layout,
  context: LiveContext,
  side: Side | null,
): BodyParts {
  const { live, width, bigRows } = layout;
  const hasColumn = hasFigureColumn(layout, context);
  const hasSideSign = side !== null && bigRows > 0;
  const isPaused = frame.status === "paused";

  const widest = widestDigits(frame);
  const besideSide = width - SIDE_COLUMNS - 2 * GAP;
  const half = layout.leftColumns - GAP;
  const roomy = hasColumn ? half : !hasSideSign ? width : besideSide >= MIN_DIGIT_COLUMNS ? besideSide : half;
  const isTight = hasSideSign && !hasColumn && fittingDigitsWidth(widest, live.main, roomy) === 0;
  const digitColumns = isTight ? width - SMALL_SIDE_COLUMNS - GAP : roomy;
  const digits = fittingDigitsWidth(widest, live.main, digitColumns);
  // Where no figure keeps its place at the right, the side comes closer to the digits.
  const leftColumns = hasColumn || digits === 0 ? layout.leftColumns : Math.min(digitColumns, digits + GAP);
  const signRows = hasSideSign ? Math.min(bigRows, live.main) : 0;
  const still = {
    leftColumns,
    side: side && hasSideSign ? { side, rows: signRows, columns: width - leftColumns - GAP } : null,
  };
  const moving = movingPartsOf(frame, layout, context, side, still);
  return {
    ...still,
    ...moving,
    digits: {
      text: digitsTextOf(frame),
      widest,
      rows: live.main,
      columns: digitColumns,
      colour: isPaused ? "plain" : frame.phase,
      isEnding:
        !isPaused &&
        frame.digits !== "" &&
        frame.strokes.length < 2 &&
        frame.seconds <= ENDING_SECONDS &&
        frame.fillSeconds > 2 * ENDING_SECONDS,
    },
    sign: moving.figure || bigRows === 0 ? null : signOf(frame, hasColumn, rightPlaceOf(layout, hasColumn, still)),
    instructions:
      live.instructions > 0
        ? {
            ...instructionsOf(frame, flash.caption, textColumnsOf(layout, hasColumn), live.instructions, isQuitting),
            rows: live.instructions,
          }
        : null,
  };
}

/** What moves between two digits: the bar and the figure. @param still the parts that keep their place meanwhile. */
export function movingPartsOf(
  frame: Frame,
  layout: Layout,
  context: LiveContext,
  side: Side | null,
  still: Pick<LiveView, "leftColumns" | "side">,
): Pick<LiveView, "strokes" | "figure"> {
  const { strokeBar } = layout.live;
  const hasColumn = hasFigureColumn(layout, context);
  const isFigureShown = hasColumn && !isNextUp(frame);
  return {
    strokes:
      strokeBar > 0 ? { strokes: strokeCellsOf(frame, textColumnsOf(layout, hasColumn)), rows: strokeBar } : null,
    figure: isFigureShown ? figureOf(context, frame, side, rightPlaceOf(layout, hasColumn, still)) : null,
  };
}

/** The figure of this moment; null for an exercise that has none. */
function figureOf(context: LiveContext, frame: Frame, side: Side | null, size: { columns: number; rows: number }) {
  const figure = findFigure(context.figures, frame);
  if (!figure || size.rows < 4) return null;
  const moment = resolveFigureMoment(figure, { ...frame, side }, context.hasStillFigures);
  const colour: ColourRole = frame.status === "paused" ? "plain" : frame.phase;
  return { lines: drawFigure(figure, moment, size), columns: size.columns, colour };
}

function textColumnsOf({ width, leftColumns }: Layout, hasColumn: boolean): number {
  return Math.min(MAX_TEXT_COLUMNS, hasColumn ? leftColumns - GAP : width);
}

/** The room at the right, below the side. */
function rightPlaceOf({ live, width }: Layout, hasColumn: boolean, still: Pick<LiveView, "leftColumns" | "side">) {
  const besideText = live.strokeGap + live.strokeLabels + live.strokeBar + live.textGap + live.instructions;
  const sideRows = still.side ? still.side.rows + 1 : 0;
  return { columns: width - still.leftColumns - GAP, rows: live.main + (hasColumn ? besideText : 0) - sideRows };
}

/**
 * What stands in place of a figure: in the last seconds of a rest what comes next, else where it has room the exercise, or
 * what the digits count.
 */
function signOf(frame: Frame, hasColumn: boolean, place: { columns: number; rows: number }): LiveView["sign"] {
  if (isNextUp(frame)) return hasColumn ? { title: "Next", text: headlineOfNext(frame), ...place } : null;
  const reps = repsWordOf(frame).toUpperCase();
  const texts = [nameToShow(frame).toUpperCase(), reps].filter((one) => one !== "");
  // A name in small letters stands in the header; what the digits count stands nowhere else.
  const text = texts.find((one) => wrapBigText(one, place.rows, place.columns)) ?? reps;
  return text !== "" && place.columns >= textWidth(text) ? { title: "", text, ...place } : null;
}
