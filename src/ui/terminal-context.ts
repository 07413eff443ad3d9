/** The terminal as a screen is given it: how it is reached, and in which colours and characters it is drawn on. */
import { supportsColor } from "chalk";
import { type CharacterChoice, convertText, resolveCharacterSet } from "../text/characters.ts";
import { Terminal, type TerminalOptions } from "./terminal.ts";
import { createTheme, resolveColourLevel, resolveThemeName, type Theme, type ThemeName } from "./theme.ts";

/** The terminal to use, and how to use it. */
export interface TerminalContext {
  readonly theme: ThemeName | "auto";
  /** What the terminal can show; found out from the environment unless given. */
  readonly characters?: CharacterChoice;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the program is asked to stop: the screen closes at once. */
  readonly signal: AbortSignal;
  /** Ctrl-C: requests that the program stop. */
  readonly onInterrupt: () => void;
  /** Waits so many milliseconds. Without it the terminal is not asked for its background. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Whether the terminal is ours: after a suspension it may be another program's. */
  readonly isForeground?: () => boolean;
}

/** A theme that becomes another when the terminal says what its background is. */
export interface ThemeSource {
  readonly current: () => Theme;
  /** Calls the listener when the theme has become another; returns a function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void;
}

/** What the terminal has answered; a process has one terminal, so it is asked once. */
let answered: ThemeName | null = null;

/** The theme to use from the first frame on: that of the user, of COLORFGBG, or of the answer when it comes. */
export function watchTheme(context: TerminalContext, terminal: Terminal): ThemeSource {
  const { theme: choice, env, wait } = context;
  const characters = characterSetOf(context);
  const level = resolveColourLevel(env, supportsColor ? supportsColor.level : 0);
  let name = choice === "auto" && answered ? answered : resolveThemeName(choice, env);
  let theme = createTheme(name, level, characters);
  const listeners = new Set<() => void>();
  if (choice === "auto" && wait && !answered && canTellBackground(env)) {
    terminal.askBackground((found) => {
      answered = found;
      if (found === name) return;
      name = found;
      theme = createTheme(name, level, characters);
      for (const listener of listeners) listener();
    });
  }
  return {
    current: () => theme,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Consoles know no such question, and some print what they do not know. */
function canTellBackground({ TERM: term = "" }: TerminalContext["env"]): boolean {
  return term !== "" && !/^(linux|dumb|vt\d|screen)/.test(term);
}

/** The terminal of a screen, not yet taken. */
export function createTerminal(
  context: TerminalContext,
  options: Pick<TerminalOptions, "allowTitle"> & { readonly onSuspend?: () => void } = {},
): Terminal {
  return new Terminal({ onSuspend: () => {}, ...context, ...options, convert: converterOf(context) });
}

type CharacterContext = Pick<TerminalContext, "characters" | "env">;

const characterSetOf = ({ characters = "auto", env }: CharacterContext) => resolveCharacterSet(characters, env);

/** What turns a text into the characters that the terminal can show. */
export function converterOf(context: CharacterContext) {
  const set = characterSetOf(context);
  return (text: string) => convertText(text, set);
}
