/** What is lit on the screen at a moment, for those who see rather than hear: the screen's side of it. */

export interface FlashState {
  /** The phase's sign and word stand out. */
  readonly symbol: boolean;
  /** The whole screen takes the phase's colour. */
  readonly screen: boolean;
  /** What is said; "" when nothing is. */
  readonly caption: string;
}

export const NO_FLASH: FlashState = { symbol: false, screen: false, caption: "" };

export interface FlashSource {
  /** The same object until something changes. */
  state(): FlashState;
  /** Called when `lit()` has become another object; returns how to leave. */
  onChange(listener: () => void): () => void;
}

/** Nothing is ever lit. */
export const NO_FLASH_SOURCE: FlashSource = { state: () => NO_FLASH, onChange: () => () => {} };
