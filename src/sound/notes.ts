/** What a person should know about the way in which sound is played here. */
import { hostname } from "node:os";
import type { Machine } from "./programs.ts";
import { sinkHint } from "./sinks/find.ts";
import type { Attempt } from "./types.ts";

/** @param sinks every sink that was looked at, the preferred one first */
export function soundNotes(machine: Machine, sink: string | null, sinks: readonly Attempt[]): readonly string[] {
  const notes: string[] = [];
  const wished = sinks[0]?.name === "bell";
  const hint = sinkHint(machine.platform);
  if (sink === null || (sink === "bell" && !wished)) {
    const instead = sink === "bell" ? "the terminal's bell rings instead" : "nothing is heard";
    notes.push(`No way to play sound was found, ${instead}${hint ? `: ${hint}` : ""}`);
  }
  const remote = machine.env["SSH_CONNECTION"] || machine.env["SSH_TTY"];
  if (remote && sink !== null && sink !== "bell") {
    notes.push(`Over SSH, sound is played on ${hostname()}; choose the player "bell" to hear it where you are`);
  }
  return notes;
}
