/**
 * Synthesises the tones of the table: a steady pitch with soft overtones, an ending that identifies its kind, no clicks.
 */
import { GLIDE_MS, PULSE_GAP_MS, SECOND_PULSE_MS, TONES, type ToneName, type ToneShape } from "../../cues/tones.ts";

/** The rise from silence: sharp enough to be on time, slow enough not to click. */
const ATTACK_MS = 2;
const RELEASE_MS = 14;
/** How far a glide goes: a fifth. */
const GLIDE_RATIO = 3 / 2;
/**
 * The octave and the twelfth give a small speaker something to reproduce; they are weak enough not to change the perceived
 * pitch.
 */
const PARTIALS = [
  [1, 1],
  [2, 0.22],
  [3, 0.08],
] as const;
const PARTIAL_WEIGHT_SUM = PARTIALS.reduce((sum, [, weight]) => sum + weight, 0);

/** One pulse: when it starts, how long it is, and the pitch it glides to at its end. */
interface Pulse {
  readonly startMs: number;
  readonly steadyMs: number;
  readonly glideTo: number | null;
}

/**
 * Synthesises a tone as mono 16-bit samples.
 * @param shape a row of the table
 * @param sampleRate samples a second
 */
export function synthesiseTone(shape: ToneShape, sampleRate: number): Int16Array {
  const pulses = buildPulses(shape);
  const lengthMs = Math.max(...pulses.map((pulse) => pulse.startMs + pulseDurationMs(pulse)));
  const samples = new Int16Array(Math.ceil((lengthMs * sampleRate) / 1000));
  for (const pulse of pulses) addPulse(samples, shape, pulse, sampleRate);
  return samples;
}

/** The tones of the table at one sample rate, each synthesised once. */
export function createToneCache(sampleRate: number): (name: ToneName) => Int16Array {
  const cached = new Map<ToneName, Int16Array>();
  return (name) => {
    const samples = cached.get(name) ?? synthesiseTone(TONES[name], sampleRate);
    cached.set(name, samples);
    return samples;
  };
}

function buildPulses(shape: ToneShape): readonly Pulse[] {
  const { hz, steadyMs, ending } = shape;
  const first = { startMs: 0, steadyMs, glideTo: null };
  const after = steadyMs + PULSE_GAP_MS;
  switch (ending) {
    case "level":
      return [first];
    case "rising":
      return [{ ...first, glideTo: hz * GLIDE_RATIO }];
    case "falling":
      return [{ ...first, glideTo: hz / GLIDE_RATIO }];
    case "again":
      return [first, { startMs: after, steadyMs: SECOND_PULSE_MS, glideTo: null }];
    case "thrice":
      return [first, { ...first, startMs: after }, { ...first, startMs: 2 * after }];
  }
}

function pulseDurationMs(pulse: Pulse): number {
  return pulse.steadyMs + (pulse.glideTo === null ? 0 : GLIDE_MS);
}

function addPulse(into: Int16Array, shape: ToneShape, pulse: Pulse, sampleRate: number): void {
  const samplesPerMs = sampleRate / 1000;
  const start = Math.round(pulse.startMs * samplesPerMs);
  const length = Math.floor(pulseDurationMs(pulse) * samplesPerMs);
  let turns = 0;
  for (let index = 0; index < length && start + index < into.length; index++) {
    const ms = index / samplesPerMs;
    let wave = 0;
    for (const [multiple, weight] of PARTIALS) wave += weight * Math.sin(2 * Math.PI * multiple * turns);
    const level = (shape.level * envelopeAt(ms, length / samplesPerMs)) / PARTIAL_WEIGHT_SUM;
    into[start + index] = Math.round(32767 * level * wave);
    turns += frequencyAt(ms, shape.hz, pulse) / sampleRate;
  }
}

/** The frequency at a moment of a pulse: steady, then gliding to its final pitch at an even rate to the ear. */
function frequencyAt(ms: number, hz: number, pulse: Pulse): number {
  if (pulse.glideTo === null || ms <= pulse.steadyMs) return hz;
  return hz * (pulse.glideTo / hz) ** ((ms - pulse.steadyMs) / GLIDE_MS);
}

function envelopeAt(ms: number, lengthMs: number): number {
  const rise = Math.min(1, ms / ATTACK_MS);
  const fall = Math.min(1, (lengthMs - ms) / RELEASE_MS);
  return halfCosine(rise) * halfCosine(fall);
}

/** 0 at 0, 1 at 1, flat at both ends, so that the ear hears no edge. */
function halfCosine(share: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, Math.min(1, share)));
}
