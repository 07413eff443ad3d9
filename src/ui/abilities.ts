/** What a terminal can do beside showing text, as far as its environment tells: titles, desktop notifications. */

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a title may be sent. The console of Linux has no window, and old ones print what they do not know. */
export function takesTitle(env: Environment): boolean {
  const term = env["TERM"] ?? "";
  return term !== "" && !/^(linux|dumb|vt\d)/.test(term);
}

/** How a notification is asked for: the number of the operating system command (OSC). */
export type NotifyWay = 9 | 99 | 777;

interface Row {
  readonly name: string;
  readonly way: NotifyWay | null;
  readonly is: (env: Environment) => boolean;
}

const program = (name: string) => (env: Environment) => env["TERM_PROGRAM"] === name;
const has = (variable: string) => (env: Environment) => Boolean(env[variable]);
const term = (pattern: RegExp) => (env: Environment) => pattern.test(env["TERM"] ?? "");

/**
 * Terminals by what they leave in the environment, the surest sign first: one terminal started from another inherits
 * its variables, so a `TERM` of its own says most, and `TERM_PROGRAM` more than the others. By their own manuals.
 */
const TERMINALS: readonly Row[] = [
  { name: "kitty", way: 99, is: term(/^xterm-kitty/) },
  { name: "Ghostty", way: 777, is: term(/^xterm-ghostty/) },
  { name: "foot", way: 777, is: term(/^foot/) },
  { name: "rxvt-unicode", way: 777, is: term(/^rxvt-unicode/) },
  { name: "Contour", way: 777, is: term(/^contour/) },
  { name: "iTerm2", way: 9, is: program("iTerm.app") },
  { name: "WezTerm", way: 777, is: program("WezTerm") },
  { name: "Ghostty", way: 777, is: program("ghostty") },
  { name: "Warp", way: 9, is: program("WarpTerminal") },
  // These pass over such sequences.
  { name: "Apple Terminal", way: null, is: program("Apple_Terminal") },
  { name: "Visual Studio Code", way: null, is: program("vscode") },
  // Its OSC 9 has other meanings, one of which opens a window that waits for an answer.
  { name: "ConEmu", way: null, is: has("ConEmuPID") },
  // Since its versions of 2026; older ones pass over it.
  { name: "Windows Terminal", way: 777, is: has("WT_SESSION") },
  { name: "kitty", way: 99, is: has("KITTY_WINDOW_ID") },
  { name: "WezTerm", way: 777, is: has("WEZTERM_PANE") },
  { name: "Ghostty", way: 777, is: has("GHOSTTY_RESOURCES_DIR") },
  { name: "iTerm2", way: 9, is: (env) => env["LC_TERMINAL"] === "iTerm2" || Boolean(env["ITERM_SESSION_ID"]) },
  // Shown by the builds of some distributions, passed over by the others.
  { name: "VTE", way: 777, is: (env) => Number(env["VTE_VERSION"]) >= 4600 },
];

/** How this terminal is asked for a notification; null when it is not known to show any. */
export function notifyWay(env: Environment): NotifyWay | null {
  return TERMINALS.find(({ is }) => is(env))?.way ?? null;
}

/**
 * The sequence for a notification, "" where none can be shown. Inside tmux it goes to the terminal around it, which
 * tmux does where `allow-passthrough` is on.
 *
 * @param title plain text without controls, as `text`.
 */
export function notification(env: Environment, title: string, text: string): string {
  // What is sent to GNU screen ends at screen.
  if (/^screen/.test(env["TERM"] ?? "") && !env["TMUX"]) return "";
  const way = notifyWay(env);
  if (way === null) return "";
  const sequence = sequenceFor(way, title, text);
  return env["TMUX"] ? `\x1bPtmux;${sequence.replaceAll("\x1b", "\x1b\x1b")}\x1b\\` : sequence;
}

function sequenceFor(way: NotifyWay, title: string, text: string): string {
  // A semicolon parts the fields, and behind a number it makes another command of OSC 9.
  const [head, body] = [title, text].map((words) => words.replaceAll(";", ","));
  switch (way) {
    case 9:
      return `\x1b]9;${head}: ${body}\x07`;
    case 99:
      return `\x1b]99;i=unwind:d=0:p=title;${head}\x1b\\\x1b]99;i=unwind:p=body;${body}\x1b\\`;
    case 777:
      return `\x1b]777;notify;${head};${body}\x07`;
  }
}
