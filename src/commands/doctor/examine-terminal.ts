/** What `unwind doctor` says of the system and of the terminal. */
import { release, type as systemType } from "node:os";
import { canDrawScreen, isTerminal, type ShellEnvironment, usesScreenReader } from "../../app/shell-environment.ts";
import { resolveCharacterSet } from "../../text/characters.ts";
import { detectNotificationProtocol } from "../../ui/terminal-capabilities.ts";
import type { DoctorLine, DoctorSection } from "./report.ts";

/** The smallest terminal that the screen is drawn for, in cells. */
const MIN_SIZE = { columns: 20, rows: 5 };

const COLOURS_BY_DEPTH: Readonly<Record<number, string>> = { 1: "none", 4: "16", 8: "256", 24: "16 million" };

const CHARACTERS = {
  full: "all, with Braille",
  blocks: "blocks without Braille, as the console of Linux has no Braille",
  ascii: "ASCII, because the locale is not UTF-8",
} as const;

export function examineSystem(): DoctorSection {
  return {
    title: "System",
    findings: [
      { label: "Node", text: `${process.versions.node}, ${process.arch}` },
      { label: "System", text: `${systemType()} ${release()}` },
    ],
  };
}

export function examineTerminal(shell: ShellEnvironment): DoctorSection {
  return {
    title: "Terminal",
    findings: [
      describeSize(shell),
      { label: "Kind", text: describeKind(shell.env) },
      { label: "Colours", text: describeColours(shell) },
      describeCharacters(shell.env),
      describeKeys(shell),
      describeScreen(shell),
      {
        label: "Notifications",
        text: detectNotificationProtocol(shell.env) === null ? "not known to show any" : "yes",
      },
    ],
  };
}

function describeSize({ stdout }: ShellEnvironment): DoctorLine {
  if (!isTerminal(stdout)) return { label: "Size", text: "no terminal: the output goes to a file or a pipe" };
  const { columns, rows } = stdout as NodeJS.WriteStream;
  if (!columns || !rows) return { label: "Size", text: "the terminal does not say" };
  const isSmall = columns < MIN_SIZE.columns || rows < MIN_SIZE.rows;
  const text = `${columns} × ${rows}`;
  if (!isSmall) return { label: "Size", text };
  return { label: "Size", text: `${text}; the screen needs ${MIN_SIZE.columns} × ${MIN_SIZE.rows}`, isFault: true };
}

function describeKind(env: ShellEnvironment["env"]): string {
  return [
    `TERM ${env["TERM"] || "not set"}`,
    ...(env["TERM_PROGRAM"] ? [`${env["TERM_PROGRAM"]} ${env["TERM_PROGRAM_VERSION"] ?? ""}`.trim()] : []),
    ...(env["WT_SESSION"] ? ["Windows Terminal"] : []),
    ...(env["TMUX"] ? ["in tmux"] : []),
    ...(env["STY"] ? ["in GNU screen"] : []),
    ...(env["SSH_CONNECTION"] || env["SSH_TTY"] ? ["over SSH"] : []),
    ...(usesScreenReader(env) ? ["screen reader"] : []),
  ].join(", ");
}

function describeColours({ stdout, env }: ShellEnvironment): string {
  if (env["NO_COLOR"]) return "none, because NO_COLOR is set";
  if (!isTerminal(stdout)) return "none, without a terminal";
  const depth = (stdout as NodeJS.WriteStream).getColorDepth();
  return `${COLOURS_BY_DEPTH[depth] ?? `${depth} bits`}${env["COLORTERM"] ? `, COLORTERM ${env["COLORTERM"]}` : ""}`;
}

function describeCharacters(env: ShellEnvironment["env"]): DoctorLine {
  const name = ["LC_ALL", "LC_CTYPE", "LANG"].find((variable) => env[variable]);
  const characters = resolveCharacterSet("auto", env);
  const locale = name ? `${name} ${env[name]}` : "no locale set";
  return { label: "Characters", text: `${CHARACTERS[characters]} (${locale})`, isFault: characters === "ascii" };
}

function describeKeys({ stdin }: ShellEnvironment): DoctorLine {
  if (!isTerminal(stdin)) return { label: "Keys", text: "no keyboard: the input comes from a file or a pipe" };
  const isRaw = typeof (stdin as NodeJS.ReadStream).setRawMode === "function";
  return { label: "Keys", text: isRaw ? "read one by one" : "only whole lines can be read", isFault: !isRaw };
}

function describeScreen(shell: ShellEnvironment): DoctorLine {
  return {
    label: "Screen",
    text: canDrawScreen(shell) ? "can be drawn" : "cannot be drawn: sessions print plain lines",
  };
}
