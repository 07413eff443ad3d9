/** What the live screen is drawn from, and what each of its parts shows at a moment. */
import type { PlanFigures } from "../../figure/plan-figures.ts";
import type { FlashState } from "../../flash/flashes.ts";
import type { Frame } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import type { BigDigitsProps } from "../components/BigDigits.tsx";
import type { FigureProps } from "../components/Figure.tsx";
import type { HeaderProps } from "../components/Header.tsx";
import type { InstructionsProps } from "../components/Instructions.tsx";
import type { KeyHintsProps } from "../components/KeyHints.tsx";
import type { BigSignProps } from "../components/NextUp.tsx";
import type { PhaseWordProps } from "../components/PhaseWord.tsx";
import type { BigTextProps } from "../components/Picture.tsx";
import type { SideSignProps } from "../components/SideSign.tsx";
import type { StrokeBarProps } from "../components/StrokeBar.tsx";
import type { TimedTimelineProps } from "../components/Timeline.tsx";
import type { TimelineSegment } from "../pictures/timeline.ts";
import type { ColourRole } from "../theme.ts";

/** What the live screen is drawn from beside the frame; it stays the same for a whole session. */
export interface LiveContext {
  readonly timeline: readonly TimelineSegment[];
  readonly figures: PlanFigures;
  readonly hasStillFigures: boolean;
  /** By step: the side that works, or that the next set begins with. */
  readonly sides: readonly (Side | null)[];
  /** By step: the name of the group that it stands in; "" where that has none. */
  readonly groups: readonly string[];
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
  readonly line: { readonly text: string; readonly colour: ColourRole } | null;
  /** The phase word with its side, where that line has taken its place: right of the digits. */
  readonly besideDigits: string;
  /** The side or the exercise, beside a phase word in letters of usual size. */
  readonly besideWord: string;
  readonly isSideLeft: boolean;
  readonly header: HeaderProps;
  readonly word: PhaseWordProps;
  readonly count: BigTextProps | null;
  readonly digits: BigDigitsProps;
  readonly leftColumns: number;
  readonly side: SideSignProps | null;
  readonly figure: FigureProps | null;
  /** In place of the figure: what comes next, or the name of the exercise. */
  readonly sign: BigSignProps | null;
  readonly strokes: StrokeBarProps | null;
  readonly instructions: InstructionsProps | null;
  readonly next: string;
  readonly timeline: TimedTimelineProps | null;
  readonly hints: KeyHintsProps | null;
}
