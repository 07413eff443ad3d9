/** The strokes of a repetition as parts of a bar, each as long as it takes. */
import type { Frame } from "../../player/frame-types.ts";
import type { ColourRole } from "../theme.ts";

/** One stroke of the bar in cells. */
export interface StrokeCells {
  readonly colour: ColourRole;
  readonly label: string;
  readonly done: number;
  readonly left: number;
  readonly isCurrent: boolean;
}

/** The bar of a frame, `columns` cells with the gaps between: the strokes of a repetition, or the whole step. */
export function strokeCellsOf(frame: Frame, columns: number): readonly StrokeCells[] {
  const colour = frame.status === "paused" ? "plain" : frame.phase;
  if (frame.strokes.length < 2) {
    const done = Math.round(frame.stepFill * columns);
    return [{ colour, label: "", done, left: columns - done, isCurrent: true }];
  }
  const room = columns - (frame.strokes.length - 1);
  const total = frame.strokes.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
  let [spent, used] = [0, 0];
  return frame.strokes.map(({ phase, word, seconds }, index) => {
    spent += seconds;
    const cells = Math.max(0, Math.round((spent / total) * room) - used);
    used += cells;
    const share = index < frame.strokeIndex ? 1 : index > frame.strokeIndex ? 0 : frame.fill;
    const done = Math.round(share * cells);
    return { colour: phase, label: word, done, left: cells - done, isCurrent: index === frame.strokeIndex };
  });
}
