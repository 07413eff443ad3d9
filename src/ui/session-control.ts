/** Handles key presses during a workout: a pure function from one state to the next, plus what the key causes. */
import type { PlayerStatus } from "../player/types.ts";
import type { SessionCommand } from "../session/types.ts";
import { sessionActionOf } from "./session-keys.ts";

export interface LiveScreenState {
  readonly overlay: "help" | "quit" | null;
  /** Whether the workout was paused for the overlay, and goes on when that is closed. */
  readonly resumes: boolean;
}

export const INITIAL_LIVE_STATE: LiveScreenState = { overlay: null, resumes: false };

export interface LiveKeyContext {
  readonly status: PlayerStatus;
  /** Whether the help has room beside the live screen; otherwise it takes its place, and the workout pauses. */
  readonly isHelpBeside: boolean;
}

interface LiveKeyResult {
  readonly state: LiveScreenState;
  readonly commands: readonly SessionCommand[];
  /** The code for a phone is to be shown. */
  readonly showsCode?: true;
}

/** The next state after a key press, and what it sends to the session. Unknown keys change nothing. */
export function handleLiveKey(state: LiveScreenState, key: string, context: LiveKeyContext): LiveKeyResult {
  const { overlay, resumes } = state;
  const action = sessionActionOf(key);
  const close = (): LiveKeyResult => ({ state: INITIAL_LIVE_STATE, commands: resumes ? [{ type: "resume" }] : [] });
  if (overlay === "quit") {
    return key === "q" || key === "y" ? { state: INITIAL_LIVE_STATE, commands: [{ type: "quit" }] } : close();
  }
  if (overlay === "help" && (!context.isHelpBeside || action?.type === "help" || key === "escape")) return close();
  const isRunning = context.status === "running";
  if (!action) return { state, commands: [] };
  switch (action.type) {
    case "ask-quit":
      return {
        state: { overlay: "quit", resumes: resumes || isRunning },
        commands: isRunning ? [{ type: "pause" }] : [],
      };
    case "help": {
      const pauses = isRunning && !context.isHelpBeside;
      return { state: { overlay: "help", resumes: pauses }, commands: pauses ? [{ type: "pause" }] : [] };
    }
    case "remote":
      return { state, commands: [], showsCode: true };
    default:
      return { state, commands: [action] };
  }
}
