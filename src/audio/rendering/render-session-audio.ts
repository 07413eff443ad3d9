/** A session to take along: its cue sheet mixed into one sound file. */
import { open, rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { spokenTextsOf } from "../../cues/cue-sheet.ts";
import type { Cue } from "../../cues/types.ts";
import { EXIT_CODES, UserError } from "../../errors.ts";
import type { Host } from "../../system/programs.ts";
import { synthesiseNamedTone } from "../mixing/synthesise-tone.ts";
import { findVoice, formatVoiceLabel } from "../speech/find-voice.ts";
import { SpeechCache } from "../speech/speech-cache.ts";
import { SpeechClips } from "../speech/speech-clips.ts";
import { DEFAULT_SPEECH_RATE, type SoundEngineOptions } from "../types.ts";
import { AUDIO_FORMATS, type AudioEncoder, type AudioFormat, FILE_SAMPLE_RATE, openEncoder } from "./encoders.ts";
import { buildId3Tag, type Chapter } from "./id3-tag.ts";
import { mixToPcm, type TimedSound } from "./offline-mix.ts";

export interface AudioRenderJob {
  readonly title: string;
  /**
   * The whole cue sheet; times in milliseconds from the start of the file.
   *
   * @param lengthOf milliseconds that a text takes to say, as far as it was measured; null otherwise.
   */
  readonly buildSheet: (lengthOf: (text: string) => number | null) => readonly Cue[];
  readonly chapters: readonly Chapter[];
  /** The file lasts this long; what sounds at its very end is cut there. */
  readonly durationMs: number;
  /** Ends in .mp3, .ogg or .wav. */
  readonly outputPath: string;
  /** Told the share that is done, 0 to 1, about once for every second of the session. */
  readonly onProgress?: (share: number) => void;
  /** Aborted when the program is asked to stop. */
  readonly signal: AbortSignal;
}

export type AudioRenderOptions = Pick<SoundEngineOptions, "cacheDir" | "voiceName" | "rate" | "speech">;

export interface AudioRenderResult {
  readonly format: AudioFormat;
  readonly bytes: number;
  /** Who speaks in it; null: nobody. */
  readonly voice: string | null;
  /** Lines that could not be spoken. */
  readonly unspoken: number;
  /** Words for the person, about the voice. */
  readonly notes: readonly string[];
}

/** In a file, full scale is right: whoever plays it has a volume of their own. */
const FILE_GAIN = 1;

/** The format that a file's name asks for. @throws {UserError} for any other */
export function parseAudioFormat(output: string): AudioFormat {
  const ending = extname(output).slice(1).toLowerCase();
  const format = AUDIO_FORMATS.find((known) => known === ending);
  if (format) return format;
  throw new UserError(`${output}: a session can be rendered to .mp3, .ogg or .wav`, { hint: "try -o session.mp3" });
}

/**
 * Writes the file; a file of that name is replaced when the new one is complete, never before.
 *
 * @returns null when the program was asked to stop meanwhile: nothing is left of the file then.
 * @throws {UserError} when the name asks for another format, or the file cannot be written
 */
export async function renderSessionAudio(
  job: AudioRenderJob,
  options: AudioRenderOptions,
  machine: Host,
): Promise<AudioRenderResult | null> {
  const format = parseAudioFormat(job.outputPath);
  const encoder = await openEncoder(format, job.durationMs);
  const notes: string[] = [];
  const speech = await openSpeech(options, machine, notes);
  const unspoken = new Set<Cue>();
  try {
    const bytes = await writeAudioFile(job, format, encoder, async () => {
      const cues = await layOutCues(job, speech?.player ?? null);
      return cues.map((cue) => toTimedSound(cue, speech?.player ?? null, unspoken));
    });
    return bytes === null ? null : { format, bytes, voice: speech?.words ?? null, unspoken: unspoken.size, notes };
  } finally {
    speech?.player.close();
  }
}

/**
 * The cues with every line as long as it is when it is said. A sheet that is laid anew with what was measured may say a
 * line in another form, whose length is to be measured in turn.
 */
async function layOutCues(
  { buildSheet, durationMs, signal }: AudioRenderJob,
  speech: SpeechClips | null,
): Promise<readonly Cue[]> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const asked = new Set<string>();
  for (;;) {
    const cues = buildSheet((text) => speech?.durationOf(text) ?? null).filter(({ atMs }) => atMs < durationMs);
    const texts = spokenTextsOf(cues).filter((text) => !asked.has(text));
    if (!speech || texts.length === 0 || signal.aborted) return cues;
    for (const text of texts) asked.add(text);
    await Promise.race([speech.prepare(texts), stopped]);
  }
}

async function openSpeech(options: AudioRenderOptions, machine: Host, notes: string[]) {
  if (options.speech === false) return null;
  const wish = { voiceName: options.voiceName, rate: options.rate ?? DEFAULT_SPEECH_RATE };
  const found = await findVoice(machine, wish);
  notes.push(...found.notes);
  if (found.voice?.kind !== "renders") {
    found.voice?.close();
    if (found.voice) notes.push(`${found.voice.name} speaks only aloud: the file has tones and no speech`);
    return null;
  }
  const now = () => machine.clock.epochMs() / 1000;
  const cache = new SpeechCache(options.cacheDir, (text) => notes.push(text), now);
  const hooks = { onDuration() {}, onNotice: (text: string) => notes.push(text) };
  return { player: new SpeechClips(found.voice, cache, FILE_SAMPLE_RATE, hooks), words: formatVoiceLabel(found.voice) };
}

function toTimedSound(cue: Cue, speech: SpeechClips | null, unspoken: Set<Cue>): TimedSound {
  if (cue.kind === "tone")
    return { atMs: cue.atMs, loadSamples: () => synthesiseNamedTone(cue.name, cue.hz, FILE_SAMPLE_RATE) };
  return {
    atMs: cue.atMs,
    async loadSamples() {
      const samples = (await speech?.loadNow(cue.text)) ?? null;
      if (!samples) unspoken.add(cue);
      return samples;
    },
  };
}

/** @param makeSounds asked once the file is open: what cannot be written is not worth the work. */
async function writeAudioFile(
  job: AudioRenderJob,
  format: AudioFormat,
  encoder: AudioEncoder,
  makeSounds: () => Promise<readonly TimedSound[]>,
): Promise<number | null> {
  const unfinished = `${job.outputPath}.part`;
  try {
    const file = await open(unfinished, "w");
    let bytes = 0;
    let done = 0;
    try {
      const write = async (part: Uint8Array) => {
        bytes += part.byteLength;
        if (part.byteLength > 0) await file.writeFile(part);
      };
      if (format === "mp3") await write(buildId3Tag(job.title, job.chapters, job.durationMs));
      const mix = {
        sampleRate: FILE_SAMPLE_RATE,
        durationMs: job.durationMs,
        gain: FILE_GAIN,
        leadSamples: encoder.leadSamples,
      };
      for await (const block of mixToPcm(await makeSounds(), mix)) {
        if (job.signal.aborted) break;
        await write(encoder.encode(block));
        done += block.length;
        job.onProgress?.(Math.min(1, (done * 1000) / FILE_SAMPLE_RATE / job.durationMs));
      }
      await write(encoder.finish());
    } finally {
      await file.close();
    }
    if (job.signal.aborted) {
      await rm(unfinished, { force: true });
      return null;
    }
    await rename(unfinished, job.outputPath);
    return bytes;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code;
    if (!code) throw error;
    throw new UserError(`${job.outputPath} cannot be written (${code})`, { exitCode: EXIT_CODES.cannotWrite });
  }
}
