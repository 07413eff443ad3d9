/** The sinks of this host, in the order in which they are tried. */
import type { Host } from "../../system/programs.ts";
import { createDarwinSinks } from "./darwin.ts";
import { createLinuxSinks } from "./linux.ts";
import type { BellSink, SinkCandidate } from "./types.ts";
import { createWindowsSinks } from "./windows.ts";

const BELL_SINK: BellSink = { kind: "bell", name: "bell" };

/** @param preference name of the sink to try first; an unknown name changes nothing */
export function listSinks(host: Host, preference: string | undefined): readonly SinkCandidate[] {
  const all = [...createPlatformSinks(host), BELL_SINK];
  return [...all.filter((sink) => sink.name === preference), ...all.filter((sink) => sink.name !== preference)];
}

function createPlatformSinks(host: Host): readonly SinkCandidate[] {
  if (host.platform === "darwin") return createDarwinSinks(host);
  if (host.platform === "win32") return createWindowsSinks(host);
  return createLinuxSinks(host);
}
