/** A position that is held on a page, to be seen from where the person lies: the seconds left, the side, how it looks. */
import { Box } from "ink";
import type { BodyFigure } from "../../figure/types.ts";
import type { Side } from "../../terms.ts";
import { pageColumns } from "../layout.ts";
import { fittingDigitsWidth } from "../pictures/big-digits.ts";
import { useLayout } from "../screen-context.ts";
import { BigDigits } from "./BigDigits.tsx";
import { Pose } from "./Figure.tsx";
import { SideSign } from "./SideSign.tsx";

export interface HoldSignProps {
  readonly side: Side;
  readonly seconds: number;
  /** The last of its poses is the one that is held. */
  readonly figure: BodyFigure | null;
}

/** Rows of the sign, by the least rows of the screen; in a lower one there is no room for it. */
const SIGN_ROWS = [
  [44, 18],
  [28, 11],
  [18, 6],
  [11, 3],
] as const;
const GAP = 3;
/** A figure that is smaller shows nothing. */
const MIN_FIGURE = { columns: 20, rows: 5 };
const FULL_WIDTH = "00";

export const holdSignRows = (rows: number) => SIGN_ROWS.find(([least]) => rows >= least)?.[1] ?? 0;

export function HoldSign({ side, seconds, figure }: HoldSignProps) {
  const layout = useLayout();
  const rows = holdSignRows(layout.rows);
  const fitting = fittingDigitsWidth(FULL_WIDTH, rows, pageColumns(layout) / 2);
  const digitColumns = fitting > 0 ? fitting + 2 : FULL_WIDTH.length;
  const left = layout.width - digitColumns - GAP;
  const hasFigure = figure !== null && rows >= MIN_FIGURE.rows && left >= 2 * MIN_FIGURE.columns + GAP;
  const sideColumns = hasFigure ? Math.floor(left / 2) : left;
  return (
    <Box height={rows} marginBottom={1} flexShrink={0} gap={GAP}>
      <Box width={digitColumns} flexShrink={0}>
        <BigDigits
          text={String(seconds)}
          widest={FULL_WIDTH}
          rows={rows}
          columns={digitColumns}
          colour="hold"
          isEnding={false}
        />
      </Box>
      <Box width={sideColumns} flexShrink={0}>
        <SideSign side={side} rows={Math.min(rows, layout.bigRows)} columns={sideColumns} />
      </Box>
      {hasFigure && (
        <Pose
          figure={figure}
          name={figure.order.at(-1) ?? ""}
          columns={left - sideColumns - GAP}
          rows={rows}
          isMirrored={side === "left"}
        />
      )}
    </Box>
  );
}
