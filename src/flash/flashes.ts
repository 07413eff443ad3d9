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

/** A light on the phase's symbol or on the whole screen. */
interface Flash {
  readonly target: "symbol" | "screen";
  readonly times: 1 | 2 | 3;
}

/** What tones light, and how often. Together with the flash before it, never more than three times a second. */
const FLASHES: Readonly<Partial<Record<ToneName, Flash>>> = {
  go: { target: "screen", times: 1 },
  "half-way": { target: "symbol", times: 2 },
  "set-end": { target: "screen", times: 2 },
  "time-up": { target: "screen", times: 3 },
  rest: { target: "screen", times: 1 },
  switch: { target: "screen", times: 2 },
  "last-rep": { target: "symbol", times: 2 },
  paused: { target: "screen", times: 1 },
  resumed: { target: "screen", times: 1 },
  done: { target: "screen", times: 3 },
};
/** Every other tone: a stroke, a second that is counted. */
const SHORT_FLASH: Flash = { target: "symbol", times: 1 };

/**
 * Long enough to be noticed out of the corner of the eye, and slow enough that the screen never flashes more than three
 * times a second: the limit for people with photosensitive epilepsy (WCAG 2.2, success criterion 2.3.1).
 */
const FLASH_ON_MS = 200;
const FLASH_OFF_MS = 200;

export function createFlashes(clock: Clock): Flashes {
  const listeners = new Set<() => void>();
  let state: FlashState = NO_FLASH;
  /** The flash that has not been fully shown. */
  let pending: Flash | null = null;
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
    const { target } = pending;
    const nowMs = clock.monotonicMs();
    timesLeft -= 1;
    if (timesLeft === 0) pending = null;
    nextFlashMs = nowMs + FLASH_ON_MS + FLASH_OFF_MS;
    update({ symbol: target === "symbol", screen: target === "screen" });
    cancelFlash = clock.callAt(nowMs + FLASH_ON_MS, () => {
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
      // A spoken phrase is a caption for as long as it is spoken.
      if (cue.kind === "speech") return showCaption(cue.text, cue.durationMs);
      pending = FLASHES[cue.name] ?? SHORT_FLASH;
      timesLeft = pending.times;
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
