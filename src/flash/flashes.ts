/** Makes cues visible: what of the screen is lit when, never more than three times in a second. */

import type { Clock } from "../clock.ts";
import type { Cue } from "../cues/types.ts";
import { type FlashSource, type FlashState, NO_FLASH } from "./lights.ts";
import { flashOf } from "./patterns.ts";

/** Lights that cues switch on. */
export interface Flashes extends FlashSource {
  /** Shows a cue now; one that comes before the last has been shown takes its place. */
  show(cue: Cue): void;
  /** Nothing more is said. */
  clearCaption(): void;
}

/** Whatever tells of cues as they are heard. */
export interface CueSource {
  onCue(listener: (played: { readonly cue: Cue }) => void): void;
  /** Called when what sounds is cut off. */
  onCutOff(listener: () => void): void;
}

/** What is still to be lit. */
interface PendingFlash {
  readonly what: "symbol" | "screen";
  readonly times: number;
  readonly onMs: number;
  readonly everyMs: number;
}

export function createFlashes(clock: Clock): Flashes {
  const listeners = new Set<() => void>();
  let lit: FlashState = NO_FLASH;
  let blinking: PendingFlash | null = null;
  /** From then on it may be lit again, whatever the cue: two flashes are never closer than one and its pause. */
  let freeMs = Number.NEGATIVE_INFINITY;
  let callOffBlink = () => {};
  let callOffCaption = () => {};

  const set = (change: Partial<FlashState>) => {
    lit = { ...lit, ...change };
    for (const listener of listeners) listener();
  };

  const lightUp = () => {
    if (!blinking) return;
    const { what, times, onMs, everyMs } = blinking;
    const nowMs = clock.monotonicMs();
    blinking = times > 1 ? { what, times: times - 1, onMs, everyMs } : null;
    freeMs = nowMs + everyMs;
    set({ symbol: what === "symbol", screen: what === "screen" });
    callOffBlink = clock.callAt(nowMs + onMs, () => {
      set({ symbol: false, screen: false });
      waitToLight();
    });
  };

  const waitToLight = () => {
    callOffBlink();
    if (!blinking) return;
    const waitMs = freeMs - clock.monotonicMs();
    if (waitMs > 0) callOffBlink = clock.callAt(freeMs, lightUp);
    else lightUp();
  };

  const caption = (text: string, forMs: number) => {
    callOffCaption();
    set({ caption: text });
    callOffCaption = clock.callAt(clock.monotonicMs() + forMs, () => set({ caption: "" }));
  };

  return {
    state: () => lit,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(cue) {
      const flash = flashOf(cue);
      if (flash.what === "caption") return caption(flash.text, flash.onMs);
      const { what, times, onMs, offMs } = flash;
      blinking = { what, times, onMs, everyMs: onMs + offMs };
      // What is lit goes out at its own time and looks for what is next then.
      if (!lit.symbol && !lit.screen) waitToLight();
    },
    clearCaption() {
      callOffCaption();
      if (lit.caption !== "") set({ caption: "" });
    },
  };
}

/** Shows what is heard of a session. A line that is cut off is no longer said, nor seen. */
export function flashCues(flashes: Flashes, source: CueSource): void {
  source.onCue(({ cue }) => flashes.show(cue));
  source.onCutOff(flashes.clearCaption);
}
