/** What the screen knows of the pages that show a session elsewhere, and what it can ask for. */

import type { RemotePrompts } from "./remote-question.ts";

/** The addresses, and who is there. */
export interface RemoteView {
  readonly driveAddress: string;
  readonly lookAddress: string;
  /** The first address as a QR code in half blocks: dark on light. */
  readonly code: readonly string[];
  /** The same for a terminal without colours, as its ground needs it. */
  readonly plainCode: readonly string[];
  readonly pages: number;
  readonly hasSound: boolean;
  /** What was pressed last on a page; "" before that. */
  readonly lastPressed: string;
  /** New pages are refused, because wrong addresses were tried. */
  readonly isLocked: boolean;
}

export interface RemoteControl {
  /** Where what is asked on the screen is shown and answered, too. */
  readonly prompts: RemotePrompts;
  /** Whether the code is shown at the beginning. */
  readonly isWanted: boolean;
  /** Opens the page, once. */
  open(): void;
  /** The same object until something changes; null before the page is open. */
  view(): RemoteView | null;
  /** Why it could not be opened; "" if it could. */
  problem(): string;
  onChange(listener: () => void): () => void;
  /** Lets new pages in again. */
  allow(): void;
}
