/** Renders a session's cue sheet into one audio file. */
import { extname } from "node:path";
import { spokenTextsOf } from "../../cues/cue-sheet.ts";
import type { Cue } from "../../cues/types.ts";
import { UserError } from "../../errors.ts";
import type { Host } from "../../system/programs.ts";
import { createToneCache } from "../mixing/synthesise-tone.ts";
import { buildMissingVoiceNotes } from "../sound-advice.ts";
import { findVoice, formatVoiceLabel } from "../speech/find-voice.ts";
import { SpeechCache } from "../speech/speech-cache.ts";
import { SpeechClips } from "../speech/speech-clips.ts";
import { DEFAULT_SPEECH_RATE, type SoundEngineOptions } from "../types.ts";
import { AUDIO_FORMATS, type AudioFileFacts, type AudioFormat, FILE_SAMPLE_RATE, openEncoder } from "./encoders.ts";
import { type AudioFileJob, type TimedSound, writeAudioFile } from "./write-audio-file.ts";

/** The output path ends in .mp3, .ogg or .wav. The file lasts `durationMs`; sounds that run past it are cut. */
export interface AudioRenderJob extends AudioFileFacts, AudioFileJob {
  /**
   * The whole cue sheet; times in milliseconds from the start of the file.
   *
   * @param measureSpeech measured length of a phrase in milliseconds; null if it has not been measured
   */
  readonly buildSheet: (measureSpeech: (text: string) => number | null) => readonly Cue[];
}

interface AudioRenderOptions extends Pick<SoundEngineOptions, "cacheDir" | "voiceName" | "rate"> {
  /** false: the file has tones only. */
  readonly withSpeech?: boolean;
}

interface AudioRenderResult {
  readonly format: AudioFormat;
  readonly bytes: number;
  /** The voice used; null for none. */
  readonly voice: string | null;
  /** The number of phrases that could not be spoken. */
  readonly unspoken: number;
  /** Messages for the person about the voice. */
  readonly notes: readonly string[];
}

/** The format given by a file name's extension. @throws {UserError} for any other */
export function parseAudioFormat(output: string): AudioFormat {
  const extension = extname(output).slice(1).toLowerCase();
  const format = AUDIO_FORMATS.find((known) => known === extension);
  if (format) return format;
  throw new UserError(`${output}: a session can be rendered to .mp3, .ogg or .wav`, { hint: "try -o session.mp3" });
}

/**
 * Writes the file; an existing file is replaced only once the new one is complete.
 *
 * @returns null when the program was told to stop; no partial file is left then.
 * @throws {UserError} for an unsupported format, or when the file cannot be written
 */
export async function renderSessionAudio(
  job: AudioRenderJob,
  options: AudioRenderOptions,
  host: Host,
): Promise<AudioRenderResult | null> {
  const format = parseAudioFormat(job.outputPath);
  const encoder = await openEncoder(format, job);
  const notes: string[] = [];
  const { clips, label } = await openSpeech(options, host, notes);
  const unspoken = new Set<Cue>();
  try {
    const bytes = await writeAudioFile(job, encoder, async () => {
      const cues = await layOutCues(job, clips);
      const toneOf = createToneCache(FILE_SAMPLE_RATE);
      return cues.map((cue): TimedSound => {
        const { atMs } = cue;
        if (cue.kind === "tone") return { atMs, loadSamples: () => toneOf(cue.name) };
        const loadSpeech = async () => {
          const samples = (await clips?.loadNow(cue.text)) ?? null;
          if (!samples) unspoken.add(cue);
          return samples;
        };
        return { atMs, loadSamples: loadSpeech };
      });
    });
    return bytes === null ? null : { format, bytes, voice: label, unspoken: unspoken.size, notes };
  } finally {
    clips?.close();
  }
}

/**
 * Lays out the cues using the real length of every phrase. A sheet laid out anew with measured lengths may choose another
 * variant of a phrase, which must be measured in turn.
 */
async function layOutCues(
  { buildSheet, durationMs, signal }: AudioRenderJob,
  clips: SpeechClips | null,
): Promise<readonly Cue[]> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const requested = new Set<string>();
  for (;;) {
    const cues = buildSheet((text) => clips?.durationOf(text) ?? null).filter(({ atMs }) => atMs < durationMs);
    const texts = spokenTextsOf(cues).filter((text) => !requested.has(text));
    if (!clips || texts.length === 0 || signal.aborted) return cues;
    for (const text of texts) requested.add(text);
    await Promise.race([clips.prepare(texts), stopped]);
  }
}

async function openSpeech(
  { withSpeech = true, cacheDir, voiceName, rate = DEFAULT_SPEECH_RATE }: AudioRenderOptions,
  host: Host,
  notes: string[],
): Promise<{ readonly clips: SpeechClips | null; readonly label: string | null }> {
  if (!withSpeech) return { clips: null, label: null };
  const { voice, notes: voiceNotes } = await findVoice(host, { voiceName, rate });
  notes.push(...voiceNotes);
  if (!voice) notes.push(...buildMissingVoiceNotes(host.platform));
  if (voice?.kind !== "rendered") {
    voice?.close();
    if (voice) notes.push(`${voice.name} speaks only aloud: the file has tones and no speech`);
    return { clips: null, label: null };
  }
  const onNotice = (text: string) => notes.push(text);
  const cache = new SpeechCache(cacheDir, onNotice, host.clock);
  const clips = new SpeechClips(voice, cache, FILE_SAMPLE_RATE, { onDuration() {}, onNotice });
  return { clips, label: formatVoiceLabel(voice) };
}
