/** What a terminal can do beside showing text, as far as its environment tells: titles, desktop notifications. */

type TerminalEnvironment = Readonly<Record<string, string | undefined>>;

/** Whether a title may be sent. The console of Linux has no window, and old ones print what they do not know. */
export function supportsWindowTitle(env: TerminalEnvironment): boolean {
  const term = env["TERM"] ?? "";
  return term !== "" && !/^(linux|dumb|vt\d)/.test(term);
}

/** How a notification is asked for: the number of the operating system command (OSC). */
type NotificationProtocol = 9 | 99 | 777;

interface KnownTerminal {
  readonly name: string;
  readonly protocol: NotificationProtocol | null;
  readonly matches: (env: TerminalEnvironment) => boolean;
}

const hasTermProgram = (name: string) => (env: TerminalEnvironment) => env["TERM_PROGRAM"] === name;
const hasVariable = (variable: string) => (env: TerminalEnvironment) => Boolean(env[variable]);
const termMatches = (pattern: RegExp) => (env: TerminalEnvironment) => pattern.test(env["TERM"] ?? "");

/**
 * Terminals by what they leave in the environment, the surest sign first: one terminal started from another inherits
 * its variables, so a `TERM` of its own says most, and `TERM_PROGRAM` more than the others. By their own manuals.
 */
const KNOWN_TERMINALS: readonly KnownTerminal[] = [
  { name: "kitty", protocol: 99, matches: termMatches(/^xterm-kitty/) },
  { name: "Ghostty", protocol: 777, matches: termMatches(/^xterm-ghostty/) },
  { name: "foot", protocol: 777, matches: termMatches(/^foot/) },
  { name: "rxvt-unicode", protocol: 777, matches: termMatches(/^rxvt-unicode/) },
  { name: "Contour", protocol: 777, matches: termMatches(/^contour/) },
  { name: "iTerm2", protocol: 9, matches: hasTermProgram("iTerm.app") },
  { name: "WezTerm", protocol: 777, matches: hasTermProgram("WezTerm") },
  { name: "Ghostty", protocol: 777, matches: hasTermProgram("ghostty") },
  { name: "Warp", protocol: 9, matches: hasTermProgram("WarpTerminal") },
  // These pass over such sequences.
  { name: "Apple Terminal", protocol: null, matches: hasTermProgram("Apple_Terminal") },
  { name: "Visual Studio Code", protocol: null, matches: hasTermProgram("vscode") },
  // Its OSC 9 has other meanings, one of which opens a window that waits for an answer.
  { name: "ConEmu", protocol: null, matches: hasVariable("ConEmuPID") },
  // Since its versions of 2026; older ones pass over it.
  { name: "Windows Terminal", protocol: 777, matches: hasVariable("WT_SESSION") },
  { name: "kitty", protocol: 99, matches: hasVariable("KITTY_WINDOW_ID") },
  { name: "WezTerm", protocol: 777, matches: hasVariable("WEZTERM_PANE") },
  { name: "Ghostty", protocol: 777, matches: hasVariable("GHOSTTY_RESOURCES_DIR") },
  {
    name: "iTerm2",
    protocol: 9,
    matches: (env) => env["LC_TERMINAL"] === "iTerm2" || Boolean(env["ITERM_SESSION_ID"]),
  },
  // Shown by the builds of some distributions, passed over by the others.
  { name: "VTE", protocol: 777, matches: (env) => Number(env["VTE_VERSION"]) >= 4600 },
];

/** How this terminal is asked for a notification; null when it is not known to show any. */
export function detectNotificationProtocol(env: TerminalEnvironment): NotificationProtocol | null {
  return KNOWN_TERMINALS.find(({ matches }) => matches(env))?.protocol ?? null;
}

/**
 * The sequence for a notification, "" where none can be shown. Inside tmux it goes to the terminal around it, which
 * tmux does where `allow-passthrough` is on.
 *
 * @param title plain text without controls, as `text`.
 */
export function encodeNotification(env: TerminalEnvironment, title: string, text: string): string {
  // What is sent to GNU screen ends at screen.
  if (/^screen/.test(env["TERM"] ?? "") && !env["TMUX"]) return "";
  const way = detectNotificationProtocol(env);
  if (way === null) return "";
  const sequence = encodeSequence(way, title, text);
  return env["TMUX"] ? `\x1bPtmux;${sequence.replaceAll("\x1b", "\x1b\x1b")}\x1b\\` : sequence;
}

function encodeSequence(way: NotificationProtocol, title: string, text: string): string {
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
