/** What the screen knows of the pages that show a session elsewhere, and what it can ask for. */

/** The addresses, and who is there. */
export interface RemoteView {
  readonly driveAddress: string;
  readonly lookAddress: string;
  /** The first address as a QR code in half blocks: for dark characters on a light ground. */
  readonly code: readonly string[];
  /** The same for light characters on a dark ground. */
  readonly invertedCode: readonly string[];
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

/** A question with the keys that answer it. */
export interface RemotePrompt {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** More to read, which a key shows on the screen. */
  readonly help: readonly string[];
  readonly choices: readonly { readonly key: string; readonly label: string; readonly isUrgent?: true }[];
  /** What has been typed, where a number is asked for. */
  readonly typed: string | null;
  /** What Enter does; null if it does nothing. */
  readonly enter: string | null;
  /** The key that goes back; null where there is no way back. */
  readonly back: string | null;
}

/** Shows questions elsewhere, and hands over the keys that are pressed there. */
export interface RemotePrompts {
  show(prompt: RemotePrompt | null): void;
  onKey(listener: (key: string) => void): () => void;
}
