/** Every sink of this machine in the order in which it is tried. */
import type { Host } from "../../system/programs.ts";
import { createDarwinSinks } from "./darwin.ts";
import { createLinuxSinks } from "./linux.ts";
import type { BellSink, Sink } from "./types.ts";
import { createWindowsSinks } from "./windows.ts";

const BELL_SINK: BellSink = { kind: "bell", name: "bell", unavailableReason: () => null };

/** @param preference the name of the sink that goes before the others; one that is unknown changes nothing */
export function listSinks(machine: Host, preference: string | undefined): readonly Sink[] {
  const all = [...createPlatformSinks(machine), BELL_SINK];
  return [...all.filter((sink) => sink.name === preference), ...all.filter((sink) => sink.name !== preference)];
}

/** What to install when nothing but the bell is left; "" where the system brings what is needed. */
export function describeMissingSink(platform: NodeJS.Platform): string {
  if (platform === "darwin" || platform === "win32") return "";
  return "install pulseaudio-utils (pacat) or alsa-utils (aplay)";
}

function createPlatformSinks(machine: Host): readonly Sink[] {
  if (machine.platform === "darwin") return createDarwinSinks(machine);
  if (machine.platform === "win32") return createWindowsSinks(machine);
  return createLinuxSinks(machine);
}
