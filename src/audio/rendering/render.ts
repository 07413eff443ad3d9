/** A session to take along: its cue sheet mixed into one sound file. */
import { open, rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { textsOf } from "../../cues/sheet.ts";
import type { Cue } from "../../cues/types.ts";
import { EXIT, UserError } from "../../errors.ts";
import type { Machine } from "../../system/programs.ts";
import { namedToneSamples } from "../mixing/tone.ts";
import { SpeechCache } from "../speech/cache.ts";
import { findVoice, voiceWords } from "../speech/find.ts";
import { Speech } from "../speech/speech.ts";
import { DEFAULT_RATE, type SoundOptions } from "../types.ts";
import { type Chapter, id3Tag } from "./chapters.ts";
import { type Encoder, FILE_RATE, FORMATS, type Format, openEncoder } from "./encoders.ts";
import { mixToPcm, type PlacedSound } from "./offline.ts";

export interface RenderJob {
  readonly title: string;
  /**
   * The whole cue sheet; times in milliseconds from the start of the file.
   *
   * @param lengthOf milliseconds that a text takes to say, as far as it was measured; null otherwise.
   */
  readonly sheet: (lengthOf: (text: string) => number | null) => readonly Cue[];
  readonly chapters: readonly Chapter[];
  /** The file lasts this long; what sounds at its very end is cut there. */
  readonly durationMs: number;
  /** Ends in .mp3, .ogg or .wav. */
  readonly output: string;
  /** Told the share that is done, 0 to 1, about once for every second of the session. */
  readonly onProgress?: (share: number) => void;
  /** Aborted when the program is asked to stop. */
  readonly signal: AbortSignal;
}

export type RenderOptions = Pick<SoundOptions, "cacheDir" | "voiceName" | "rate" | "speech">;

export interface RenderReport {
  readonly format: Format;
  readonly bytes: number;
  /** Who speaks in it; null: nobody. */
  readonly voice: string | null;
  /** Lines that could not be spoken. */
  readonly unspoken: number;
  /** Words for the person, about the voice. */
  readonly notes: readonly string[];
}

/** In a file, full scale is right: whoever plays it has a volume of their own. */
const GAIN = 1;

/** The format that a file's name asks for. @throws {UserError} for any other */
export function formatOf(output: string): Format {
  const ending = extname(output).slice(1).toLowerCase();
  const format = FORMATS.find((known) => known === ending);
  if (format) return format;
  throw new UserError(`${output}: a session can be rendered to .mp3, .ogg or .wav`, { hint: "try -o session.mp3" });
}

/**
 * Writes the file; a file of that name is replaced when the new one is complete, never before.
 *
 * @returns null when the program was asked to stop meanwhile: nothing is left of the file then.
 * @throws {UserError} when the name asks for another format, or the file cannot be written
 */
export async function renderSession(
  job: RenderJob,
  options: RenderOptions,
  machine: Machine,
): Promise<RenderReport | null> {
  const format = formatOf(job.output);
  const encoder = await openEncoder(format, job.durationMs);
  const notes: string[] = [];
  const speech = await openSpeech(options, machine, notes);
  const unspoken = new Set<Cue>();
  try {
    const bytes = await writeFile(job, format, encoder, async () => {
      const cues = await laidCues(job, speech?.player ?? null);
      return cues.map((cue) => placed(cue, speech?.player ?? null, unspoken));
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
async function laidCues({ sheet, durationMs, signal }: RenderJob, speech: Speech | null): Promise<readonly Cue[]> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const asked = new Set<string>();
  for (;;) {
    const cues = sheet((text) => speech?.durationOf(text) ?? null).filter(({ atMs }) => atMs < durationMs);
    const texts = textsOf(cues).filter((text) => !asked.has(text));
    if (!speech || texts.length === 0 || signal.aborted) return cues;
    for (const text of texts) asked.add(text);
    await Promise.race([speech.prepare(texts), stopped]);
  }
}

async function openSpeech(options: RenderOptions, machine: Machine, notes: string[]) {
  if (options.speech === false) return null;
  const wish = { voiceName: options.voiceName, rate: options.rate ?? DEFAULT_RATE };
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
  return { player: new Speech(found.voice, cache, FILE_RATE, hooks), words: voiceWords(found.voice) };
}

function placed(cue: Cue, speech: Speech | null, unspoken: Set<Cue>): PlacedSound {
  if (cue.kind === "tone") return { atMs: cue.atMs, fetch: () => namedToneSamples(cue.name, cue.hz, FILE_RATE) };
  return {
    atMs: cue.atMs,
    async fetch() {
      const samples = (await speech?.clip(cue.text)) ?? null;
      if (!samples) unspoken.add(cue);
      return samples;
    },
  };
}

/** @param makeSounds asked once the file is open: what cannot be written is not worth the work. */
async function writeFile(
  job: RenderJob,
  format: Format,
  encoder: Encoder,
  makeSounds: () => Promise<readonly PlacedSound[]>,
): Promise<number | null> {
  const unfinished = `${job.output}.part`;
  try {
    const file = await open(unfinished, "w");
    let bytes = 0;
    let done = 0;
    try {
      const write = async (part: Uint8Array) => {
        bytes += part.byteLength;
        if (part.byteLength > 0) await file.writeFile(part);
      };
      if (format === "mp3") await write(id3Tag(job.title, job.chapters, job.durationMs));
      const mix = { sampleRate: FILE_RATE, durationMs: job.durationMs, gain: GAIN, leadSamples: encoder.leadSamples };
      for await (const block of mixToPcm(await makeSounds(), mix)) {
        if (job.signal.aborted) break;
        await write(encoder.encode(block));
        done += block.length;
        job.onProgress?.(Math.min(1, (done * 1000) / FILE_RATE / job.durationMs));
      }
      await write(encoder.finish());
    } finally {
      await file.close();
    }
    if (job.signal.aborted) {
      await rm(unfinished, { force: true });
      return null;
    }
    await rename(unfinished, job.output);
    return bytes;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code;
    if (!code) throw error;
    throw new UserError(`${job.output} cannot be written (${code})`, { exitCode: EXIT.cannotWrite });
  }
}
