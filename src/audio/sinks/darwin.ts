/** The sinks of macOS, written from its manuals: the native speaker, then one `afplay` per clip. */
import type { ChildProcess } from "node:child_process";
import { createDeferred } from "../../system/deferred.ts";
import { describeExit, findProgram, type Host, startProgram } from "../../system/programs.ts";
import { missingBackend } from "../open-first.ts";
import { ClipFiles } from "./clip-files.ts";
import { createSpeakerSink } from "./native-speaker.ts";
import type { ClipOutput, SinkCandidate } from "./types.ts";

export function createDarwinSinks(host: Host): readonly SinkCandidate[] {
  return [createSpeakerSink(host), createAfplaySink(host)];
}

function createAfplaySink(host: Host): SinkCandidate {
  const command = findProgram("afplay", host);
  if (command === null) return missingBackend("afplay");
  return { kind: "clip", name: "afplay", open: () => openAfplayOutput(command, host) };
}

/** afplay(1): plays one audio file to the end. */
function openAfplayOutput(command: string, host: Host): ClipOutput {
  const files = new ClipFiles();
  const playing = new Set<ChildProcess>();
  const ended = createDeferred<string>();
  const stop = () => {
    for (const child of playing) child.kill("SIGKILL");
    playing.clear();
  };
  return {
    ended: ended.promise,
    play(clip) {
      const startMs = host.clock.monotonicMs();
      const child = startProgram(command, [files.ensureFile(clip)], host, { stdio: "ignore" });
      playing.add(child);
      child.on("error", (error) => ended.resolve(error.message));
      child.on("exit", (code, signal) => {
        const stopped = !playing.delete(child);
        if (code !== 0 && !stopped) ended.resolve(describeExit(host.clock.monotonicMs() - startMs, code, signal, ""));
      });
    },
    stop,
    close() {
      stop();
      files.removeAll();
      ended.resolve("closed");
    },
  };
}
