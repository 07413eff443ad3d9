/**
 * The table of tones: what each sound of a session is like and what it means. A new sound is one row here.
 *
 * Every row has a steady frequency of its own, at least a semitone (6 %) from every other, which lasts through the middle
 * of the sound; glides and further pulses come after it. So the ear tells tones apart by pitch, length and shape, and a
 * recording can be read by its pitch alone. Nothing is below 340 Hz, which a laptop's loudspeaker hardly reproduces.
 */

/** How a tone ends after its steady part. `rising` and `falling` glide a fifth; `again` adds a short second pulse. */
type ToneEnding = "level" | "rising" | "falling" | "again" | "thrice";

export interface ToneShape {
  /** The steady frequency. */
  readonly hz: number;
  /** Length of the steady part. */
  readonly steadyMs: number;
  readonly ending: ToneEnding;
  /** Share of full scale at its loudest, 0 to 1. */
  readonly level: number;
  /** In a few words, for the person: "a stroke that lifts". */
  readonly meaning: string;
}

export const TONES = {
  "get-ready": { hz: 880, steadyMs: 80, ending: "level", level: 0.4, meaning: "three, two, one before you begin" },
  go: { hz: 1319, steadyMs: 380, ending: "level", level: 0.5, meaning: "begin" },
  "half-way": { hz: 659, steadyMs: 170, ending: "again", level: 0.4, meaning: "half of it is done" },
  "ten-seconds": { hz: 831, steadyMs: 150, ending: "level", level: 0.4, meaning: "ten seconds are left" },
  "last-seconds": { hz: 988, steadyMs: 80, ending: "level", level: 0.4, meaning: "three, two, one before the end" },
  "set-end": { hz: 523, steadyMs: 150, ending: "thrice", level: 0.5, meaning: "the set is over" },
  "time-up": { hz: 1568, steadyMs: 300, ending: "thrice", level: 0.5, meaning: "the time of a group is up" },
  rest: { hz: 392, steadyMs: 320, ending: "falling", level: 0.45, meaning: "rest" },
  switch: { hz: 784, steadyMs: 220, ending: "again", level: 0.45, meaning: "switch sides" },
  concentric: { hz: 698, steadyMs: 170, ending: "rising", level: 0.4, meaning: "a stroke that lifts or shortens" },
  hold: { hz: 587, steadyMs: 170, ending: "level", level: 0.4, meaning: "hold still" },
  eccentric: { hz: 466, steadyMs: 170, ending: "falling", level: 0.45, meaning: "a stroke that lowers or lengthens" },
  contract: { hz: 740, steadyMs: 200, ending: "rising", level: 0.4, meaning: "press" },
  relax: { hz: 440, steadyMs: 200, ending: "falling", level: 0.45, meaning: "let go" },
  stretch: { hz: 554, steadyMs: 220, ending: "level", level: 0.4, meaning: "stretch" },
  inhale: { hz: 494, steadyMs: 260, ending: "rising", level: 0.35, meaning: "breathe in" },
  exhale: { hz: 349, steadyMs: 260, ending: "falling", level: 0.45, meaning: "breathe out" },
  work: { hz: 1109, steadyMs: 200, ending: "level", level: 0.4, meaning: "work" },
  roll: { hz: 622, steadyMs: 200, ending: "level", level: 0.4, meaning: "roll" },
  rep: { hz: 1175, steadyMs: 90, ending: "level", level: 0.3, meaning: "the next repetition" },
  "last-rep": { hz: 1480, steadyMs: 170, ending: "again", level: 0.4, meaning: "the last repetition of the set" },
  // Short: someone who pauses wants silence, and gets it within 150 ms.
  paused: { hz: 370, steadyMs: 80, ending: "level", level: 0.45, meaning: "paused" },
  resumed: { hz: 415, steadyMs: 220, ending: "rising", level: 0.45, meaning: "resumed" },
  done: { hz: 1047, steadyMs: 260, ending: "thrice", level: 0.5, meaning: "the session is done" },
} as const satisfies Record<string, ToneShape>;

export type ToneName = keyof typeof TONES;

/** The glide of a rising or falling tone, after its steady part. */
export const GLIDE_MS = 50;
/** Silence between two pulses of one tone: too short for the ear, or a recording, to take them for two sounds. */
export const PULSE_GAP_MS = 24;
/** The short second pulse of a tone that ends with `again`. */
export const SECOND_PULSE_MS = 40;

/** How many milliseconds a tone sounds in all, including its glide or its further pulses. */
export function toneDurationMs(name: ToneName): number {
  const { steadyMs, ending }: ToneShape = TONES[name];
  switch (ending) {
    case "level":
      return steadyMs;
    case "rising":
    case "falling":
      return steadyMs + GLIDE_MS;
    case "again":
      return steadyMs + PULSE_GAP_MS + SECOND_PULSE_MS;
    case "thrice":
      return 3 * steadyMs + 2 * PULSE_GAP_MS;
  }
}
