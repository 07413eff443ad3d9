/** The visual twin of every cue: what is seen of it by those who do not hear it. */
import type { ToneName } from "../cues/tones.ts";
import type { Cue } from "../cues/types.ts";

/** `symbol`: the phase's symbol lights up. `screen`: the whole screen takes the phase's colour. `caption`: words. */
export type Flash =
  | { readonly what: "symbol" | "screen"; readonly times: 1 | 2 | 3; readonly onMs: number; readonly offMs: number }
  | { readonly what: "caption"; readonly text: string; readonly onMs: number };

interface FlashPattern {
  readonly what: "symbol" | "screen";
  /** How often it lights up; together with the flash before it never more than three times in a second. */
  readonly times: 1 | 2 | 3;
}

const FLASH_PATTERNS: Readonly<Record<ToneName, FlashPattern>> = {
  "get-ready": { what: "symbol", times: 1 },
  go: { what: "screen", times: 1 },
  "half-way": { what: "symbol", times: 2 },
  "ten-seconds": { what: "symbol", times: 1 },
  "last-seconds": { what: "symbol", times: 1 },
  "set-end": { what: "screen", times: 2 },
  rest: { what: "screen", times: 1 },
  switch: { what: "screen", times: 2 },
  concentric: { what: "symbol", times: 1 },
  hold: { what: "symbol", times: 1 },
  eccentric: { what: "symbol", times: 1 },
  contract: { what: "symbol", times: 1 },
  relax: { what: "symbol", times: 1 },
  stretch: { what: "symbol", times: 1 },
  work: { what: "symbol", times: 1 },
  roll: { what: "symbol", times: 1 },
  rep: { what: "symbol", times: 1 },
  "last-rep": { what: "symbol", times: 2 },
  paused: { what: "screen", times: 1 },
  resumed: { what: "screen", times: 1 },
  done: { what: "screen", times: 3 },
};

/**
 * Long enough to be seen at the edge of the eye; slow enough that the screen never flashes more than three times in a
 * second, the bound for people with photosensitive epilepsy (WCAG 2.2, success criterion 2.3.1).
 */
const FLASH_ON_MS = 200;
const FLASH_OFF_MS = 200;

/** How a cue is seen. A spoken line is a caption for as long as it is spoken. */
export function flashOf(cue: Cue): Flash {
  if (cue.kind === "speech") return { what: "caption", text: cue.text, onMs: cue.durationMs };
  return { ...FLASH_PATTERNS[cue.name], onMs: FLASH_ON_MS, offMs: FLASH_OFF_MS };
}
