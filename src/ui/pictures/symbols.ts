/** How a phase is shown beside its word, where a symbol says what the body does; the other words stand alone. */
import type { FramePhase } from "../../player/frame-types.ts";
import type { SymbolName } from "./big-letters.ts";

export interface PhaseSymbol {
  /** Characters that the fonts of terminals have, none of which is ever drawn as an emoji. */
  readonly small: string;
  readonly big: SymbolName;
}

export const PHASE_SYMBOLS: Readonly<Partial<Record<FramePhase | "paused", PhaseSymbol>>> = {
  concentric: { small: "▲", big: "up" },
  eccentric: { small: "▼", big: "down" },
  contract: { small: "►◄", big: "inward" },
  inhale: { small: "△", big: "up" },
  exhale: { small: "▽", big: "down" },
  roll: { small: "∞", big: "loop" },
  rest: { small: "≈", big: "waves" },
  switch: { small: "◄►", big: "outward" },
  open: { small: "…", big: "dots" },
  paused: { small: "▌▌", big: "bars" },
};
