/** The sinks of macOS, by its manuals: the native output, then `afplay` once for each clip. */
import type { ChildProcess } from "node:child_process";
import { describeExit, findProgram, type Host, startProgram } from "../../system/programs.ts";
import { ClipFiles } from "./clip-files.ts";
import { createSpeakerSink } from "./native-speaker.ts";
import type { ClipOutput, ClipSink, Sink } from "./types.ts";

export function createDarwinSinks(machine: Host): readonly Sink[] {
  return [createSpeakerSink(machine), createAfplaySink(machine)];
}

/** afplay(1): one audio file, to its end. */
function createAfplaySink(machine: Host): ClipSink {
  const locate = () => findProgram("afplay", machine);
  return {
    kind: "clip",
    name: "afplay",
    unavailableReason: () => (locate() === null ? "not installed" : null),
    open: () => openAfplayOutput(locate() ?? "afplay", machine),
  };
}

function openAfplayOutput(command: string, machine: Host): ClipOutput {
  const files = new ClipFiles();
  const playing = new Set<ChildProcess>();
  let end: (why: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const stop = () => {
    for (const child of playing) child.kill("SIGKILL");
    playing.clear();
  };
  return {
    ended,
    play(clip) {
      const startMs = machine.clock.monotonicMs();
      const child = startProgram(command, [files.ensureFile(clip)], machine, { stdio: "ignore" });
      playing.add(child);
      child.on("error", (error) => end(error.message));
      child.on("exit", (code, signal) => {
        const stopped = !playing.delete(child);
        if (code !== 0 && !stopped) end(describeExit(machine.clock.monotonicMs() - startMs, code, signal, ""));
      });
    },
    stop,
    close() {
      stop();
      files.removeAll();
      end("closed");
    },
  };
}
