/** The sinks of Windows, by its manuals: the native output, then a PowerShell that plays WAV files. */
import { findPowershell, PowershellProcess } from "../../system/powershell.ts";
import type { Host } from "../../system/programs.ts";
import { ClipFiles } from "./clip-files.ts";
import { createSpeakerSink } from "./native-speaker.ts";
import type { ClipOutput, ClipSink, Sink } from "./types.ts";

export function createWindowsSinks(machine: Host): readonly Sink[] {
  return [createSpeakerSink(machine), createPowershellSink(machine)];
}

/** System.Media.SoundPlayer plays one file at a time, beside whatever else plays on the machine. */
export const PLAYER_SCRIPT = `
$ErrorActionPreference = 'Stop'
$player = New-Object System.Media.SoundPlayer
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $order = $line | ConvertFrom-Json
  $player.Stop()
  if ($order.play) {
    $player.SoundLocation = $order.play
    $player.Load()
    $player.Play()
  }
}
$player.Stop()
`;

function createPowershellSink(machine: Host): ClipSink {
  const locate = () => findPowershell(machine);
  return {
    kind: "clip",
    name: "powershell",
    unavailableReason: () => (locate() === null ? "not installed" : null),
    open: () => openPowershellOutput(locate() ?? "powershell", machine),
  };
}

function openPowershellOutput(command: string, machine: Host): ClipOutput {
  const files = new ClipFiles();
  const shell = new PowershellProcess(command, PLAYER_SCRIPT, machine);
  return {
    ended: shell.ended,
    play: (clip) => shell.send({ play: files.ensureFile(clip) }),
    stop: () => shell.send({ stop: 1 }),
    close() {
      shell.close();
      files.removeAll();
    },
  };
}
