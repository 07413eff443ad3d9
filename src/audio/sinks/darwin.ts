/** The sinks of macOS, by its manuals: the native output, then `afplay` once for each clip. */
import type { ChildProcess } from "node:child_process";
import { endWords, findProgram, type Machine, start } from "../../system/programs.ts";
import { ClipFiles } from "./clip-files.ts";
import { speakerSink } from "./speaker.ts";
import type { ClipPlayer, ClipSink, Sink } from "./types.ts";

export function darwinSinks(machine: Machine): readonly Sink[] {
  return [speakerSink(machine), afplaySink(machine)];
}

/** afplay(1): one audio file, to its end. */
function afplaySink(machine: Machine): ClipSink {
  const locate = () => findProgram("afplay", machine);
  return {
    kind: "clip",
    name: "afplay",
    missing: () => (locate() === null ? "not installed" : null),
    open: () => openAfplay(locate() ?? "afplay", machine),
  };
}

function openAfplay(command: string, machine: Machine): ClipPlayer {
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
      const child = start(command, [files.pathOf(clip)], machine, { stdio: "ignore" });
      playing.add(child);
      child.on("error", (error) => end(error.message));
      child.on("exit", (code, signal) => {
        const stopped = !playing.delete(child);
        if (code !== 0 && !stopped) end(endWords(machine.clock.monotonicMs() - startMs, code, signal, ""));
      });
    },
    stop,
    close() {
      stop();
      files.remove();
      end("closed");
    },
  };
}
