/** The voice of Windows: System.Speech in one PowerShell that stays, by the manual of SpeechSynthesizer. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPowershell, Powershell } from "../../system/powershell.ts";
import type { Machine, Outcome } from "../../system/programs.ts";
import { proven } from "./espeak.ts";
import { type Engine, RENDER_TIMEOUT_MS, type Renderer, type VoiceWish } from "./types.ts";

/** Reads `{id, text, file}` lines and answers each with `id ok` or `id` and what is wrong. */
export const SPEECH_SCRIPT = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, 'Sixteen', 'Mono')
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $order = $line | ConvertFrom-Json
  try {
    if ($order.voice) { $voice.SelectVoice($order.voice) }
    $voice.Rate = $order.rate
    $voice.SetOutputToWaveFile($order.file, $format)
    $voice.Speak($order.text)
    $voice.SetOutputToNull()
    [Console]::Out.WriteLine("$($order.id) ok")
  } catch {
    $voice.SetOutputToNull()
    [Console]::Out.WriteLine("$($order.id) $($_.Exception.Message)")
  }
}
`;

/** A cold PowerShell needs up to a second before its first word. */
const FIRST_TIMEOUT_MS = 3 * RENDER_TIMEOUT_MS;

export const SYSTEM_SPEECH: Engine = {
  name: "system-speech",
  missing: (machine) => (findPowershell(machine) === null ? "PowerShell is not installed" : null),
  async open(machine, wish) {
    const command = findPowershell(machine);
    if (command === null) return "PowerShell is not installed";
    return proven(new SystemSpeech(command, machine, wish));
  },
};

/** SAPI's speeds go from -10 to 10: 0 is about 180 words a minute, and 10 is three times as fast. */
export function sapiRate(wordsPerMinute: number): number {
  return Math.max(-10, Math.min(10, Math.round((10 * Math.log(wordsPerMinute / 180)) / Math.log(3))));
}

class SystemSpeech implements Renderer {
  readonly kind = "renders";
  readonly name = "system-speech";
  readonly version = "windows";
  readonly voiceName: string;
  readonly rate: number;
  readonly #shell: Powershell;
  readonly #machine: Machine;
  readonly #wish: VoiceWish;
  readonly #waiting = new Map<number, (answer: string) => void>();
  #folder: Promise<string> | null = null;
  #count = 0;
  #ended: string | null = null;

  constructor(command: string, machine: Machine, wish: VoiceWish) {
    this.#machine = machine;
    this.#wish = wish;
    this.voiceName = wish.voiceName ?? "system";
    this.rate = wish.rate;
    this.#shell = new Powershell(command, SPEECH_SCRIPT, machine);
    this.#shell.onLine((line) => {
      const space = line.indexOf(" ");
      this.#answer(Number(line.slice(0, space)), line.slice(space + 1));
    });
    void this.#shell.ended.then((why) => {
      this.#ended = why;
      for (const id of [...this.#waiting.keys()]) this.#answer(id, why);
    });
  }

  async render(text: string): Promise<Outcome> {
    if (this.#ended !== null) return failure(this.#ended);
    const id = this.#count++;
    try {
      this.#folder ??= mkdtemp(join(tmpdir(), "unwind-speech-"));
      const file = join(await this.#folder, `${id}.wav`);
      const answer = await this.#ask(id, text, file);
      if (answer === null) return { ok: false, timedOut: true, why: "gave no answer in time" };
      if (answer !== "ok") return failure(answer);
      const output = await readFile(file);
      await rm(file, { force: true });
      return { ok: true, output };
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error));
    }
  }

  close(): void {
    this.#shell.close();
    void this.#folder?.then((folder) => rm(folder, { recursive: true, force: true })).catch(() => {});
  }

  /** What the script says of one line; null when it says nothing. */
  #ask(id: number, text: string, file: string): Promise<string | null> {
    const { clock } = this.#machine;
    return new Promise((resolve) => {
      const limitMs = id === 0 ? FIRST_TIMEOUT_MS : RENDER_TIMEOUT_MS;
      const callOff = clock.at(clock.monotonicMs() + limitMs, () => {
        this.#waiting.delete(id);
        resolve(null);
      });
      this.#waiting.set(id, (answer) => {
        callOff();
        resolve(answer);
      });
      this.#shell.send({ id, text, file, rate: sapiRate(this.rate), voice: this.#wish.voiceName ?? "" });
    });
  }

  #answer(id: number, answer: string): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(answer);
  }
}

function failure(why: string): Outcome {
  return { ok: false, timedOut: false, why };
}
