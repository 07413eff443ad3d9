/** What a person should know about the way in which sound is played here. */
import { hostname } from "node:os";
import type { Host } from "../system/programs.ts";
import { describeMissingSink } from "./sinks/list-sinks.ts";
import { isBellPreferred } from "./sound-advice.ts";
import type { BackendAttempt } from "./types.ts";

/**
 * @param sinks every sink that was looked at, the preferred one first
 * @param preference the sink that the person chose
 */
export function buildSoundNotes(
  machine: Host,
  sink: string | null,
  sinks: readonly BackendAttempt[],
  preference?: string,
): readonly string[] {
  const notes: string[] = [];
  const hint = describeMissingSink(machine.platform);
  if (preference !== undefined && preference !== "bell" && sinks.every(({ name }) => name !== preference)) {
    notes.push(`The player "${preference}" is none of this system's; it is passed over`);
  }
  if (sink === null || (sink === "bell" && !isBellPreferred(sinks))) {
    const instead = sink === "bell" ? "the terminal's bell rings instead" : "nothing is heard";
    notes.push(`No way to play sound was found, ${instead}${hint ? `: ${hint}` : ""}`);
  }
  const remote = machine.env["SSH_CONNECTION"] || machine.env["SSH_TTY"];
  if (remote && sink !== null && sink !== "bell") {
    notes.push(
      `Over SSH, sound is played on ${hostname()}; "unwind config set sink bell" rings your terminal's bell instead`,
    );
  }
  return notes;
}
