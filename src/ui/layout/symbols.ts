/** How each phase is told apart without colour: a small sign, and the big one that is drawn beside big letters. */

import type { FramePhase } from "../../player/types.ts";
import type { Side } from "../../terms.ts";
import type { SymbolName } from "./big-letters.ts";

/** Signs of one column that the fonts of terminals have, none of which is ever drawn as an emoji. */
export const PHASE_SYMBOLS: Readonly<
  Record<FramePhase | "paused", { readonly small: string; readonly big: SymbolName }>
> = {
  concentric: { small: "▲", big: "up" },
  eccentric: { small: "▼", big: "down" },
  "pause-top": { small: "■", big: "square" },
  "pause-bottom": { small: "□", big: "frame" },
  hold: { small: "■", big: "square" },
  work: { small: "●", big: "disc" },
  roll: { small: "∞", big: "loop" },
  contract: { small: "◆", big: "diamond" },
  relax: { small: "○", big: "ring" },
  stretch: { small: "◊", big: "lozenge" },
  prepare: { small: "»", big: "chevrons" },
  rest: { small: "≈", big: "waves" },
  switch: { small: "◄►", big: "arrows" },
  open: { small: "…", big: "dots" },
  finished: { small: "√", big: "tick" },
  paused: { small: "▌▌", big: "bars" },
};

export const SIDE_ARROWS: Readonly<Record<Side, string>> = { left: "◄", right: "►" };
