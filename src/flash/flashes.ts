/** Shows cues on the screen for people who do not hear them, with never more than three flashes a second. */
import type { Clock } from "../clock.ts";
import type { ToneName } from "../cues/tones.ts";
import type { Cue } from "../cues/types.ts";

/** What is lit on the screen at a moment. */
export interface FlashState {
  /** The phase's symbol and word stand out. */
  readonly symbol: boolean;
  /** The whole screen takes the phase's colour. */
  readonly screen: boolean;
  /** What is being said; "" for nothing. */
  readonly caption: string;
}

export const NO_FLASH: FlashState = { symbol: false, screen: false, caption: "" };

export interface FlashSource {
  /** The same object until something changes. */
  state(): FlashState;
  /** Calls the listener when `state()` returns a new object; returns a function that unsubscribes. */
  onChange(listener: () => void): () => void;
}

/** Nothing is ever lit. */
export const NO_FLASH_SOURCE: FlashSource = { state: () => NO_FLASH, onChange: () => () => {} };

/** A flash source driven by cues. */
interface Flashes extends FlashSource {
  /** Shows a cue now; it replaces one that is still waiting to be shown. */
  show(cue: Cue): void;
  clearCaption(): void;
}

/** Whatever reports cues as they become due. */
export interface CueSource {
  onCue(listener: (played: { readonly cue: Cue }) => void): void;
  /** Calls the listener when playing sound is cut off. */
  onCutOff(listener: () => void): void;
}

type FlashTarget = "symbol" | "screen";

/** A cue as it is seen: as a light on the phase's symbol or the whole screen, or as a caption. */
type Flash =
  | { readonly target: FlashTarget; readonly times: 1 | 2 | 3; readonly onMs: number; readonly offMs: number }
  | { readonly target: "caption"; readonly text: string; readonly onMs: number };

/** What each tone lights, and how often. Together with the flash before it, never more than three times a second. */
const FLASH_PATTERNS: Readonly<Record<ToneName, readonly [target: FlashTarget, times: 1 | 2 | 3]>> = {
  "get-ready": ["symbol", 1],
  go: ["screen", 1],
  "half-way": ["symbol", 2],
  "ten-seconds": ["symbol", 1],
  "last-seconds": ["symbol", 1],
  "set-end": ["screen", 2],
  "time-up": ["screen", 3],
  rest: ["screen", 1],
  switch: ["screen", 2],
  concentric: ["symbol", 1],
  hold: ["symbol", 1],
  eccentric: ["symbol", 1],
  contract: ["symbol", 1],
  relax: ["symbol", 1],
  stretch: ["symbol", 1],
  inhale: ["symbol", 1],
  exhale: ["symbol", 1],
  work: ["symbol", 1],
  roll: ["symbol", 1],
  rep: ["symbol", 1],
  "last-rep": ["symbol", 2],
  paused: ["screen", 1],
  resumed: ["screen", 1],
  done: ["screen", 3],
};

/**
 * Long enough to be noticed out of the corner of the eye, and slow enough that the screen never flashes more than three
 * times a second: the limit for people with photosensitive epilepsy (WCAG 2.2, success criterion 2.3.1).
 */
const FLASH_ON_MS = 200;
const FLASH_OFF_MS = 200;

/** How a cue is seen. A spoken phrase is a caption for as long as it is spoken. */
export function flashOf(cue: Cue): Flash {
  if (cue.kind === "speech") return { target: "caption", text: cue.text, onMs: cue.durationMs };
  const [target, times] = FLASH_PATTERNS[cue.name];
  return { target, times, onMs: FLASH_ON_MS, offMs: FLASH_OFF_MS };
}

export function createFlashes(clock: Clock): Flashes {
  const listeners = new Set<() => void>();
  let state: FlashState = NO_FLASH;
  /** The flash that has not been fully shown. */
  let pending: Exclude<Flash, { readonly target: "caption" }> | null = null;
  let timesLeft = 0;
  /** The earliest time of the next flash, whatever the cue: two flashes are never closer than one flash and its pause. */
  let nextFlashMs = Number.NEGATIVE_INFINITY;
  let cancelFlash = () => {};
  let cancelCaption = () => {};

  const update = (change: Partial<FlashState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const startFlash = () => {
    if (!pending) return;
    const { target, onMs, offMs } = pending;
    const nowMs = clock.monotonicMs();
    timesLeft -= 1;
    if (timesLeft === 0) pending = null;
    nextFlashMs = nowMs + onMs + offMs;
    update({ symbol: target === "symbol", screen: target === "screen" });
    cancelFlash = clock.callAt(nowMs + onMs, () => {
      update({ symbol: false, screen: false });
      startFlashWhenAllowed();
    });
  };

  const startFlashWhenAllowed = () => {
    cancelFlash();
    if (!pending) return;
    if (nextFlashMs > clock.monotonicMs()) cancelFlash = clock.callAt(nextFlashMs, startFlash);
    else startFlash();
  };

  const showCaption = (text: string, forMs: number) => {
    cancelCaption();
    update({ caption: text });
    cancelCaption = clock.callAt(clock.monotonicMs() + forMs, () => update({ caption: "" }));
  };

  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(cue) {
      const flash = flashOf(cue);
      if (flash.target === "caption") return showCaption(flash.text, flash.onMs);
      pending = flash;
      timesLeft = flash.times;
      // Anything lit goes out on schedule and then starts the next flash.
      if (!state.symbol && !state.screen) startFlashWhenAllowed();
    },
    clearCaption() {
      cancelCaption();
      if (state.caption !== "") update({ caption: "" });
    },
  };
}

/** Shows a session's cues as flashes and captions. When a phrase is cut off, its caption goes too. */
export function flashCues(flashes: Flashes, source: CueSource): void {
  source.onCue(({ cue }) => flashes.show(cue));
  source.onCutOff(flashes.clearCaption);
}
