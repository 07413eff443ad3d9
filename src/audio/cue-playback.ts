/** Makes a session audible: sends its upcoming cues to the sound engine ahead of time. */
import { type CueSchedule, updateCueSchedule } from "../cues/cue-schedule.ts";
import { buildCueSheet, spokenTextsOf } from "../cues/cue-sheet.ts";
import type { Cue, CueSettings, VoiceLevel } from "../cues/types.ts";
import type { DatedHappening, Session, SessionCommand } from "../session/types.ts";
import type { ScheduledCue, SoundEngine } from "./types.ts";

/** The part of the engine that playback needs. */
type CueEngine = Pick<SoundEngine, "schedule" | "drop" | "prepare" | "durationOf">;

/** The part of a session that playback needs. */
export interface HeardSession
  extends Pick<Session, "plan" | "state" | "epochMsAt" | "onFrame" | "onSoundCommand" | "showMessage" | "ended"> {
  subscribe(name: string, subscriber: (dated: readonly DatedHappening[]) => void): () => void;
}

/** A cue that has been sent and is now due. */
export interface PlayedCue {
  readonly cue: Cue;
  readonly dueEpochMs: number;
  /** false: sound is off or muted, and the cue is reported only for those who show it. */
  readonly heard: boolean;
}

interface CuePlaybackOptions {
  readonly session: HeardSession;
  /** null: nothing is played, because at this speed sounds would overlap; cues are still reported. */
  readonly engine: CueEngine | null;
  readonly settings: CueSettings;
  /** Cues are also shown (flashes and captions), so they are reported while sound is muted or off too. */
  readonly alsoVisible?: boolean;
  /** An estimate in milliseconds of how long a text takes to say, used until it has been rendered. */
  readonly estimateMs: (text: string) => number;
}

/** The running playback of a session's cues. */
export interface CuePlayback {
  /** Settles when the first phrases are rendered or have failed. */
  readonly prepared: Promise<void>;
  /** Calls the listener with every cue when it is due, in order; returns a function that unsubscribes. */
  onCue(listener: (played: PlayedCue) => void): () => void;
  /** Calls the listener when playing sound is cut off, before the cues that follow; returns a function that unsubscribes. */
  onCutOff(listener: () => void): () => void;
}

const NEXT_VOICE_MODE: Readonly<Record<VoiceLevel, VoiceLevel>> = { full: "brief", brief: "off", off: "full" };

/** How often cues are scheduled while nothing happens but time passing: the schedule wants to be asked once a second. */
const SCHEDULING_MS = 500;

/** Phrases to render before a session without a screen begins. */
const FIRST_PHRASES = 6;

/**
 * Follows a session until it ends. Phrases needed first are rendered first; a phrase's length is exact once it is rendered.
 */
export function startCuePlayback({
  session,
  engine,
  settings: initial,
  alsoVisible = false,
  estimateMs,
}: CuePlaybackOptions): CuePlayback {
  let settings = initial;
  let cueSettings = withVisibleCues(settings, alsoVisible);
  let schedule: CueSchedule | null = null;
  let upcoming: PlayedCue[] = [];
  const cueListeners = new Set<(played: PlayedCue) => void>();
  const cutOffListeners = new Set<() => void>();
  const measureSpeech = (text: string) => engine?.durationOf(text) ?? estimateMs(text);

  const update = (dated: readonly DatedHappening[]) => {
    const state = session.state();
    const track = { plan: session.plan, settings: cueSettings, measureSpeech };
    const happenings = dated.map(({ happening }) => happening);
    const { drop, cues, ...updated } = updateCueSchedule(track, schedule, state, happenings);
    schedule = updated.schedule;
    if (drop !== "nothing") {
      engine?.drop(drop === "queued" ? session.epochMsAt(state.atMs) : undefined);
      upcoming = upcoming.filter(({ cue }) => cue.atMs <= state.atMs);
    }
    if (drop === "all") {
      // Report cues that have begun by now first: they are cut off too.
      emitDue(state.atMs);
      for (const listener of cutOffListeners) listener();
    }
    const added = cues.map((cue) => {
      return { cue, dueEpochMs: session.epochMsAt(cue.atMs), heard: isAudible(cue, settings) };
    });
    engine?.schedule(added.filter(({ heard }) => heard).map((played) => toScheduledCue(played, session)));
    upcoming.push(...added);
    emitDue(state.status === "finished" ? Number.POSITIVE_INFINITY : state.atMs);
  };

  /** What disturbs a session is a happening: a frame without one only shows that time has passed. */
  const follow = () => {
    const { status, atMs } = session.state();
    if (schedule && status === "running" && atMs < schedule.state.atMs + SCHEDULING_MS) emitDue(atMs);
    else update([]);
  };

  const emitDue = (untilMs: number) => {
    const due = upcoming.filter(({ cue }) => cue.atMs <= untilMs);
    if (due.length === 0) return;
    upcoming = upcoming.filter(({ cue }) => cue.atMs > untilMs);
    for (const played of due) for (const listener of cueListeners) listener(played);
  };

  const applySettings = (changes: Partial<CueSettings>) => {
    settings = { ...settings, ...changes };
    cueSettings = withVisibleCues(settings, alsoVisible);
    update([]);
    void prepare();
  };

  /** Renders what is missing, most urgent first; settles when the first phrases are ready. */
  const prepare = (): Promise<void> => {
    if (!engine) return Promise.resolve();
    const sheet = buildCueSheet(session.plan, cueSettings, measureSpeech);
    const { step } = session.state();
    const inOrder = [...sheet.filter((cue) => cue.step >= step), ...sheet.filter((cue) => cue.step < step)];
    const texts = spokenTextsOf(inOrder).filter((text) => engine.durationOf(text) === null);
    const first = engine.prepare(texts.slice(0, FIRST_PHRASES));
    void engine.prepare(texts.slice(FIRST_PHRASES));
    return first;
  };

  const handleCommand = ({ type }: SessionCommand) => {
    // The voice setting also controls captions.
    if (!engine && !(alsoVisible && type === "voice")) return session.showMessage("Silent at this speed");
    if (type === "voice") {
      applySettings({ voice: NEXT_VOICE_MODE[settings.voice] });
      session.showMessage(`${engine ? "Voice" : "Captions"} ${settings.voice}`);
    } else if (settings.sound === "off" && settings.voice === "off") {
      session.showMessage("Sound and voice off");
    } else {
      applySettings({ muted: !settings.muted });
      session.showMessage(settings.muted ? "Sound off" : "Sound on");
    }
  };

  const prepared = prepare();
  session.subscribe("sound", update);
  const unsubscribers = [session.onFrame(follow), session.onSoundCommand(handleCommand)];
  void session.ended.then(() => unsubscribers.forEach((unsubscribe) => void unsubscribe()));
  return {
    prepared,
    onCue: (listener) => {
      cueListeners.add(listener);
      return () => cueListeners.delete(listener);
    },
    onCutOff: (listener) => {
      cutOffListeners.add(listener);
      return () => cutOffListeners.delete(listener);
    },
  };
}

/** The settings for cues to report: when they are also shown, tones that are not heard are included. */
function withVisibleCues(settings: CueSettings, alsoVisible: boolean): CueSettings {
  if (!alsoVisible) return settings;
  return { ...settings, muted: false, sound: settings.sound === "off" ? "on" : settings.sound };
}

function isAudible({ kind }: Cue, { muted, sound }: CueSettings): boolean {
  return !muted && (kind === "speech" || sound !== "off");
}

function toScheduledCue({ cue, dueEpochMs }: PlayedCue, session: HeardSession): ScheduledCue {
  const hasEnd = cue.kind === "speech" && Number.isFinite(cue.endByMs);
  return { cue, dueEpochMs, endByEpochMs: hasEnd ? session.epochMsAt(cue.endByMs) : undefined };
}
