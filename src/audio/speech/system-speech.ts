/** The voice of Windows: System.Speech in one PowerShell that stays, by the manual of SpeechSynthesizer. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPowershell, PowershellProcess } from "../../system/powershell.ts";
import type { Host, ProgramResult } from "../../system/programs.ts";
import { verifyRenderer } from "./espeak.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine, type SpeechRenderer, type VoicePreference } from "./types.ts";

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
const COLD_START_TIMEOUT_MS = 3 * SPEECH_TIMEOUT_MS;

export const SYSTEM_SPEECH_ENGINE: SpeechEngine = {
  name: "system-speech",
  unavailableReason: (machine) => (findPowershell(machine) === null ? "PowerShell is not installed" : null),
  async open(machine, wish) {
    const command = findPowershell(machine);
    if (command === null) return "PowerShell is not installed";
    return verifyRenderer(new SystemSpeechRenderer(command, machine, wish));
  },
};

/** SAPI's speeds go from -10 to 10: 0 is about 180 words a minute, and 10 is three times as fast. */
export function toSapiRate(wordsPerMinute: number): number {
  return Math.max(-10, Math.min(10, Math.round((10 * Math.log(wordsPerMinute / 180)) / Math.log(3))));
}

class SystemSpeechRenderer implements SpeechRenderer {
  readonly kind = "renders";
  readonly name = "system-speech";
  readonly version = "windows";
  readonly voiceName: string;
  readonly rate: number;
  readonly #powershell: PowershellProcess;
  readonly #host: Host;
  readonly #preference: VoicePreference;
  readonly #pendingReplies = new Map<number, (answer: string) => void>();
  #folder: Promise<string> | null = null;
  #nextId = 0;
  #endReason: string | null = null;

  constructor(command: string, machine: Host, wish: VoicePreference) {
    this.#host = machine;
    this.#preference = wish;
    this.voiceName = wish.voiceName ?? "system";
    this.rate = wish.rate;
    this.#powershell = new PowershellProcess(command, SPEECH_SCRIPT, machine);
    this.#powershell.onLine((line) => {
      const space = line.indexOf(" ");
      this.#resolveReply(Number(line.slice(0, space)), line.slice(space + 1));
    });
    void this.#powershell.ended.then((why) => {
      this.#endReason = why;
      for (const id of [...this.#pendingReplies.keys()]) this.#resolveReply(id, why);
    });
  }

  async render(text: string): Promise<ProgramResult> {
    if (this.#endReason !== null) return failedResult(this.#endReason);
    const id = this.#nextId++;
    try {
      this.#folder ??= mkdtemp(join(tmpdir(), "unwind-speech-"));
      const file = join(await this.#folder, `${id}.wav`);
      const answer = await this.#request(id, text, file);
      if (answer === null) return { ok: false, timedOut: true, why: "gave no answer in time" };
      if (answer !== "ok") return failedResult(answer);
      const output = await readFile(file);
      await rm(file, { force: true });
      return { ok: true, output };
    } catch (error) {
      return failedResult(error instanceof Error ? error.message : String(error));
    }
  }

  close(): void {
    this.#powershell.close();
    void this.#folder?.then((folder) => rm(folder, { recursive: true, force: true })).catch(() => {});
  }

  /** What the script says of one line; null when it says nothing. */
  #request(id: number, text: string, file: string): Promise<string | null> {
    const { clock } = this.#host;
    return new Promise((resolve) => {
      const limitMs = id === 0 ? COLD_START_TIMEOUT_MS : SPEECH_TIMEOUT_MS;
      const callOff = clock.callAt(clock.monotonicMs() + limitMs, () => {
        this.#pendingReplies.delete(id);
        resolve(null);
      });
      this.#pendingReplies.set(id, (answer) => {
        callOff();
        resolve(answer);
      });
      this.#powershell.send({ id, text, file, rate: toSapiRate(this.rate), voice: this.#preference.voiceName ?? "" });
    });
  }

  #resolveReply(id: number, answer: string): void {
    const settle = this.#pendingReplies.get(id);
    this.#pendingReplies.delete(id);
    settle?.(answer);
  }
}

function failedResult(why: string): ProgramResult {
  return { ok: false, timedOut: false, why };
}
