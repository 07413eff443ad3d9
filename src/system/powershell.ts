/** A persistent PowerShell: starting one takes up to a second, so it is started once and sent commands line by line. */
import type { ChildProcess } from "node:child_process";
import { findProgram, type Host, startProgram, waitForEnd } from "./programs.ts";

/**
 * Arguments that run a script without profile, prompt or window. The script is passed in base 64 (`-EncodedCommand`),
 * which avoids quoting; later commands arrive on standard input.
 */
export function buildPowershellArgs(script: string): readonly string[] {
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  return ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded];
}

export function findPowershell(host: Host): string | null {
  return findProgram("powershell", host) ?? findProgram("pwsh", host);
}

/** Runs a script that reads JSON lines and may reply with lines; it ends when its input ends. */
export class PowershellProcess {
  /** Settles with the reason when it has ended. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;

  constructor(command: string, script: string, host: Host, onLine: (line: string) => void = () => {}) {
    this.#child = startProgram(command, buildPowershellArgs(script), host, { stdio: ["pipe", "pipe", "pipe"] });
    this.ended = waitForEnd(this.#child, host);
    let rest = "";
    this.#child.stdout?.on("data", (part: Buffer) => {
      const lines = (rest + part.toString("utf8")).split(/\r?\n/);
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    });
  }

  /** Sends one line of JSON in plain ASCII, so that the console's code page does not matter. */
  send(message: Readonly<Record<string, string | number>>): void {
    const json = JSON.stringify(message).replace(/[\u0080-\uffff]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
    this.#child.stdin?.write(`${json}\n`);
  }

  close(): void {
    this.#child.stdin?.end();
    this.#child.kill("SIGKILL");
  }
}
