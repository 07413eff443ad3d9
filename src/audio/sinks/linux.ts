/** The sinks of Linux and other Unix systems: the sound server's own programs first. */
import type { Host } from "../../system/programs.ts";
import { createSpeakerSink } from "./native-speaker.ts";
import { createProcessSink, type PlaybackPosition, type StreamProgram } from "./process-stream.ts";
import type { SinkCandidate } from "./types.ts";

/** Written from the manuals of pacat(1), pw-cat(1) and aplay(1); formats are 48 000 Hz, 16 bits, one channel. */
const PACAT: StreamProgram = {
  name: "pacat",
  args: [
    "--playback",
    "--raw",
    "--rate=48000",
    "--format=s16le",
    "--channels=1",
    "--latency-msec=500",
    "--client-name=unwind",
    "--stream-name=workout cues",
    "--verbose",
  ],
  feedAheadMs: 450,
  startupMs: 20,
  parsePosition: parsePacatPosition,
};

const PW_PLAY: StreamProgram = {
  name: "pw-play",
  args: ["--raw", "--rate=48000", "--format=s16", "--channels=1", "--latency=200ms", "-"],
  feedAheadMs: 350,
  startupMs: 150,
};

const APLAY: StreamProgram = {
  name: "aplay",
  args: ["-q", "-t", "raw", "-f", "S16_LE", "-r", "48000", "-c", "1", "-B", "250000", "-F", "15000", "-"],
  feedAheadMs: 350,
  startupMs: 150,
};

/** sox, under its playback name. */
const PLAY: StreamProgram = {
  name: "play",
  args: [
    "-q",
    "--buffer",
    "1024",
    "-t",
    "raw",
    "-r",
    "48000",
    "-e",
    "signed-integer",
    "-b",
    "16",
    "-c",
    "1",
    "-L",
    "-",
  ],
  feedAheadMs: 350,
  startupMs: 150,
};

/** In the order in which they are tried. */
export function createLinuxSinks(host: Host): readonly SinkCandidate[] {
  return [
    createProcessSink(PACAT, host),
    createProcessSink(PW_PLAY, host),
    createProcessSink(APLAY, host),
    createSpeakerSink(host),
    createProcessSink(PLAY, host),
  ];
}

/** Parses the last "Time: 12.345 sec; Latency: 40123 usec." in pacat's verbose output. */
export function parsePacatPosition(text: string): PlaybackPosition | null {
  const found = [...text.matchAll(/Time: (\d+\.\d+) sec; Latency: (\d+) usec/g)].at(-1);
  if (!found) return null;
  return { heardMs: Number(found[1]) * 1000, latencyMs: Number(found[2]) / 1000 };
}
