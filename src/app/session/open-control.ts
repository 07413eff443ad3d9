/** Opens the socket by which `unwind ctl` reaches a session; the first frame does not wait for it. */
import type { CuePlayback } from "../../audio/cue-playback.ts";
import { systemClock } from "../../clock.ts";
import { openControlSocket } from "../../control/server.ts";
import { locateSockets } from "../../control/socket-paths.ts";
import { describeError } from "../../errors.ts";
import { writeSessionAsJson } from "../../output/json-stream.ts";
import { VERSION } from "../../version.ts";
import type { ActiveSession } from "./active-session.ts";

/** Opens it until the session ends. Without it the session runs all the same, and says so. */
export async function openControl({ session, recorder, shell }: ActiveSession, cues: CuePlayback): Promise<void> {
  try {
    await openControlSocket({
      session,
      id: recorder.sessionId(),
      place: locateSockets(shell.env),
      clock: systemClock,
      watch: (write) => writeSessionAsJson("ctl watch", session, cues, write, VERSION),
    });
  } catch (error) {
    session.addNotice(`unwind ctl cannot reach this session: ${describeError(error)}`);
  }
}
