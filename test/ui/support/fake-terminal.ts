/** A terminal without a machine: what is written is interpreted, what is typed is read, and its size can change. */
import { EventEmitter } from "node:events";
import xterm from "@xterm/headless";

export class FakeInput extends EventEmitter {
  readonly isTTY = true;
  raw = false;
  #waiting: string | null = null;

  setRawMode(raw: boolean) {
    this.raw = raw;
    return this;
  }
  read() {
    const text = this.#waiting;
    this.#waiting = null;
    return text;
  }
  type(text: string) {
    this.#waiting = text;
    this.emit("readable");
  }
  setEncoding() {}
  ref() {}
  unref() {}
}

class FakeOutput extends EventEmitter {
  readonly isTTY = true;
  written = "";
  readonly #terminal: InstanceType<typeof xterm.Terminal>;
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    [this.columns, this.rows] = [columns, rows];
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  }
  write(text: string) {
    this.written += text;
    this.#terminal.write(text.replace(/(?<!\r)\n/g, "\r\n"));
    return true;
  }
  resize(columns: number, rows: number) {
    [this.columns, this.rows] = [columns, rows];
    this.#terminal.resize(columns, rows);
    this.emit("resize");
  }
  /** The lines that a person sees, once everything that was written has been interpreted. */
  async screen(): Promise<string[]> {
    await new Promise<void>((done) => this.#terminal.write("", done));
    const { active } = this.#terminal.buffer;
    return Array.from(
      { length: this.rows },
      (_, y) =>
        active
          .getLine(active.viewportY + y)
          ?.translateToString(true)
          .trimEnd() ?? "",
    );
  }
  /** What every cell looks like: its character, whether it is lit, and what a person can see of its weight and colour. */
  async looks(): Promise<string[]> {
    await new Promise<void>((done) => this.#terminal.write("", done));
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.columns * this.rows }, (_, index) => {
      const cell = active.getLine(active.viewportY + Math.floor(index / this.columns))?.getCell(index % this.columns);
      const [text, isLit] = [cell?.getChars() || " ", (cell?.isInverse() ?? 0) > 0];
      const ground = (cell?.getBgColorMode() ?? 0) > 0 ? ` on ${cell?.getBgColorMode()}/${cell?.getBgColor()}` : "";
      if (text === " " && !isLit) return ground;
      const weight = text !== " " && (cell?.isBold() ?? 0) > 0 ? " bold" : "";
      return `${text}${isLit ? " lit" : ""}${weight} ${cell?.getFgColorMode()}/${cell?.getFgColor()}${ground}`;
    });
  }
  get onAlternateScreen() {
    return this.#terminal.buffer.active.type === "alternate";
  }
}

export function fakeTerminal(columns = 80, rows = 24) {
  const [input, output] = [new FakeInput(), new FakeOutput(columns, rows)];
  return {
    input,
    output,
    stdin: input as unknown as NodeJS.ReadStream,
    stdout: output as unknown as NodeJS.WriteStream,
    /** The screen after what was caused has been drawn. */
    async screen(): Promise<string> {
      for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done));
      return (await output.screen()).join("\n").trimEnd();
    },
  };
}
