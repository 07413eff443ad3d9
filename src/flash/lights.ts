/** What is lit on the screen at a moment, for those who see rather than hear: the screen's side of it. */

export interface Lit {
  /** The phase's sign and word stand out. */
  readonly symbol: boolean;
  /** The whole screen takes the phase's colour. */
  readonly screen: boolean;
  /** What is said; "" when nothing is. */
  readonly caption: string;
}

export const DARK: Lit = { symbol: false, screen: false, caption: "" };

export interface Lights {
  /** The same object until something changes. */
  lit(): Lit;
  /** Called when `lit()` has become another object; returns how to leave. */
  onLit(listener: () => void): () => void;
}

/** Nothing is ever lit. */
export const NO_LIGHTS: Lights = { lit: () => DARK, onLit: () => () => {} };
