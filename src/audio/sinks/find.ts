/** Every sink of this machine in the order in which it is tried. */
import type { Machine } from "../../system/programs.ts";
import { darwinSinks } from "./darwin.ts";
import { linuxSinks } from "./linux.ts";
import type { BellSink, Sink } from "./types.ts";
import { windowsSinks } from "./windows.ts";

const BELL: BellSink = { kind: "bell", name: "bell", missing: () => null };

/** @param preference the name of the sink that goes before the others; one that is unknown changes nothing */
export function sinksOf(machine: Machine, preference: string | undefined): readonly Sink[] {
  const all = [...platformSinks(machine), BELL];
  return [...all.filter((sink) => sink.name === preference), ...all.filter((sink) => sink.name !== preference)];
}

/** What to install when nothing but the bell is left; "" where the system brings what is needed. */
export function sinkHint(platform: NodeJS.Platform): string {
  if (platform === "darwin" || platform === "win32") return "";
  return "install pulseaudio-utils (pacat) or alsa-utils (aplay)";
}

function platformSinks(machine: Machine): readonly Sink[] {
  if (machine.platform === "darwin") return darwinSinks(machine);
  if (machine.platform === "win32") return windowsSinks(machine);
  return linuxSinks(machine);
}
