/** Text emphasis for output, in the colours of the session's screen: real if colour is wanted, otherwise none. */
import type { FramePhase } from "../player/frame-types.ts";

/** Functions that emphasise or dim text. Each takes one text, so that it can be passed to `map`. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  warning(text: string): string;
  /** Names that can be typed, and filled parts of a chart. */
  filled(text: string): string;
  /** The colour that a phase has during the session. */
  phase(text: string, phase: FramePhase): string;
  /** One of four shades of a colour, 1 the weakest. */
  shade(text: string, step: number): string;
  /** Whether the shades differ: otherwise the characters have to. */
  readonly hasShades: boolean;
}

const identity = (text: string) => text;

/** No emphasis at all: for pipes, files and NO_COLOR. */
export const PLAIN_STYLE: Style = {
  heading: identity,
  strong: identity,
  faint: identity,
  warning: identity,
  filled: identity,
  phase: identity,
  shade: identity,
  hasShades: false,
};
