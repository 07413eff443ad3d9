/** A loudspeaker for tests: it plays what `follow` sends and keeps silent when it is told to. */
import { type CueSchedule, type CueScheduleUpdate, updateCueSchedule } from "../../src/cues/cue-schedule.ts";
import type { Cue, CueSettings } from "../../src/cues/types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent, PlayerState } from "../../src/player/types.ts";
import { at } from "../support/playing.ts";
import { ALL, evenly } from "./support.ts";

/** A loudspeaker that is told what to play by `follow`, event for event. */
export class Listener {
  readonly #plan: Plan;
  readonly #lengthOf: (text: string) => number;
  settings: CueSettings = ALL;
  state: PlayerState = createInitialState();
  listening: CueSchedule | null = null;
  /** What was begun, one list from each silence to the next; what was cut off by a silence is left out. */
  readonly episodes: Cue[][] = [[]];
  /** What was sent and has not begun. */
  #queue: Cue[] = [];
  last: CueScheduleUpdate | null = null;

  constructor(plan: Plan, lengthOf = evenly) {
    this.#plan = plan;
    this.#lengthOf = lengthOf;
  }

  take(event: PlayerEvent): CueScheduleUpdate {
    const { state, happenings } = reduce(this.#plan, this.state, event);
    this.state = state;
    return this.#tell(happenings);
  }

  change(settings: CueSettings): CueScheduleUpdate {
    this.settings = settings;
    return this.#tell([]);
  }

  #tell(happenings: Parameters<typeof updateCueSchedule>[3]): CueScheduleUpdate {
    const score = { plan: this.#plan, settings: this.settings, measureSpeech: this.#lengthOf };
    this.#passUntil(this.state.atMs);
    const followed = updateCueSchedule(score, this.listening, this.state, happenings);
    this.listening = followed.schedule;
    if (followed.drop !== "nothing") this.#queue = [];
    if (followed.drop === "all") this.#cut();
    this.#queue.push(...followed.cues);
    this.last = followed;
    return followed;
  }

  /** Lets everything sound to its end. */
  finish(): void {
    this.#passUntil(Number.POSITIVE_INFINITY);
  }

  get played(): Cue[] {
    return this.episodes.flat();
  }

  #passUntil(atMs: number): void {
    this.episodes.at(-1)?.push(...this.#queue.filter((cue) => cue.atMs < atMs));
    this.#queue = this.#queue.filter((cue) => cue.atMs >= atMs);
  }

  #cut(): void {
    const begun = this.episodes.pop() ?? [];
    this.episodes.push(
      begun.filter((cue) => cue.atMs + cue.durationMs <= this.state.atMs),
      [],
    );
  }
}

/** A listener that has come to some second of a session, told ten times a second. */
export function listenTo(plan: Plan, seconds: number, from = new Listener(plan)): Listener {
  if (from.state.status === "ready") from.take(at(100, "start"));
  const begin = Math.round((from.state.clockMs - 100_000) / 100);
  for (let tenth = begin + 1; tenth <= seconds * 10; tenth++) from.take(at(100 + tenth / 10, "tick"));
  return from;
}
