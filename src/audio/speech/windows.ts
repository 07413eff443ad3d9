/** The voice of Windows: System.Speech in a persistent PowerShell, written from the SpeechSynthesizer documentation. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeError } from "../../errors.ts";
import { PendingReplies } from "../../system/deferred.ts";
import { findPowershell, PowershellProcess } from "../../system/powershell.ts";
import { failedResult, type Host, type ProgramResult } from "../../system/programs.ts";
import { type MissingBackend, missingBackend } from "../open-first.ts";
import { SPEECH_TIMEOUT_MS, type SpeechEngine, type SpeechRenderer, type VoicePreference } from "./types.ts";

/** Reads `{id, text, file}` lines and answers each with `id ok` or `id` and an error. */
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

/** A cold PowerShell needs up to a second before it speaks. */
const COLD_START_TIMEOUT_MS = 3 * SPEECH_TIMEOUT_MS;

export function createSystemSpeechEngine(host: Host): SpeechEngine | MissingBackend {
  const command = findPowershell(host);
  if (command === null) return missingBackend("system-speech", "PowerShell is not installed");
  return {
    kind: "engine",
    name: "system-speech",
    open: async (preference) => new SystemSpeechRenderer(command, host, preference),
  };
}

/** SAPI rates run from -10 to 10: 0 is about 180 words a minute, 10 three times as fast. */
export function toSapiRate(wordsPerMinute: number): number {
  return Math.max(-10, Math.min(10, Math.round((10 * Math.log(wordsPerMinute / 180)) / Math.log(3))));
}

class SystemSpeechRenderer implements SpeechRenderer {
  readonly kind = "rendered";
  readonly name = "system-speech";
  readonly version = "windows";
  readonly voiceName: string;
  readonly rate: number;
  readonly #powershell: PowershellProcess;
  readonly #host: Host;
  readonly #preference: VoicePreference;
  /** What the script says about each phrase; null when it does not answer in time. */
  readonly #replies = new PendingReplies<string | null>();
  #folder: Promise<string> | null = null;
  #endReason: string | null = null;

  constructor(command: string, host: Host, preference: VoicePreference) {
    this.#host = host;
    this.#preference = preference;
    this.voiceName = preference.voiceName ?? "system";
    this.rate = preference.rate;
    this.#powershell = new PowershellProcess(command, SPEECH_SCRIPT, host, (line) => {
      const space = line.indexOf(" ");
      this.#replies.resolve(Number(line.slice(0, space)), line.slice(space + 1));
    });
    void this.#powershell.ended.then((why) => {
      this.#endReason = why;
      this.#replies.resolveAll(why);
    });
  }

  async render(text: string): Promise<ProgramResult> {
    if (this.#endReason !== null) return failedResult(this.#endReason);
    try {
      this.#folder ??= mkdtemp(join(tmpdir(), "unwind-speech-"));
      const folder = await this.#folder;
      const { id, reply } = this.#replies.register();
      const file = join(folder, `${id}.wav`);
      this.#powershell.send({ id, text, file, rate: toSapiRate(this.rate), voice: this.#preference.voiceName ?? "" });
      const { clock } = this.#host;
      const limitMs = id === 0 ? COLD_START_TIMEOUT_MS : SPEECH_TIMEOUT_MS;
      const cancelTimeout = clock.callAt(clock.monotonicMs() + limitMs, () => this.#replies.resolve(id, null));
      const answer = await reply;
      cancelTimeout();
      if (answer === null) return { ok: false, timedOut: true, why: "gave no answer in time" };
      if (answer !== "ok") return failedResult(answer);
      const output = await readFile(file);
      await rm(file, { force: true });
      return { ok: true, output };
    } catch (error) {
      return failedResult(describeError(error));
    }
  }

  close(): void {
    this.#powershell.close();
    void this.#folder?.then((folder) => rm(folder, { recursive: true, force: true })).catch(() => {});
  }
}
