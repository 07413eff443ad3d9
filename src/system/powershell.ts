/** One PowerShell that stays: starting one takes up to a second, so it is started once and told what to do line by line. */
import type { ChildProcess } from "node:child_process";
import { captureLastErrorLine, describeExit, findProgram, type Host, startProgram } from "./programs.ts";

/**
 * Arguments that run a script without a profile, a prompt or a window. The script goes along in base 64, as
 * `-EncodedCommand` wants it, so that no quoting is involved; what it is told later goes through standard input.
 */
export function buildPowershellArgs(script: string): readonly string[] {
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  return ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded];
}

export function findPowershell(machine: Host): string | null {
  return findProgram("powershell", machine) ?? findProgram("pwsh", machine);
}

/** A script that reads JSON lines and may answer with lines; it ends with its input. */
export class PowershellProcess {
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  #onLine: (line: string) => void = () => {};

  constructor(command: string, script: string, machine: Host) {
    const startMs = machine.clock.monotonicMs();
    this.#child = startProgram(command, buildPowershellArgs(script), machine, { stdio: ["pipe", "pipe", "pipe"] });
    const complaint = captureLastErrorLine(this.#child);
    let rest = "";
    this.#child.stdout?.on("data", (part: Buffer) => {
      const lines = (rest + part.toString("utf8")).split(/\r?\n/);
      rest = lines.pop() ?? "";
      for (const line of lines) this.#onLine(line);
    });
    this.ended = new Promise((resolve) => {
      this.#child.on("error", (error) => resolve(error.message));
      this.#child.on("exit", (code, signal) => {
        resolve(describeExit(machine.clock.monotonicMs() - startMs, code, signal, complaint()));
      });
    });
  }

  onLine(listener: (line: string) => void): void {
    this.#onLine = listener;
  }

  /** One line of JSON in plain ASCII, whatever code page the console has. */
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
