/** The sinks of Windows, by its manuals: the native output, then a PowerShell that plays WAV files. */
import { findPowershell, Powershell } from "../../system/powershell.ts";
import type { Machine } from "../../system/programs.ts";
import { ClipFiles } from "./clip-files.ts";
import { speakerSink } from "./speaker.ts";
import type { ClipPlayer, ClipSink, Sink } from "./types.ts";

export function windowsSinks(machine: Machine): readonly Sink[] {
  return [speakerSink(machine), powershellSink(machine)];
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

function powershellSink(machine: Machine): ClipSink {
  const locate = () => findPowershell(machine);
  return {
    kind: "clip",
    name: "powershell",
    missing: () => (locate() === null ? "not installed" : null),
    open: () => openPowershell(locate() ?? "powershell", machine),
  };
}

function openPowershell(command: string, machine: Machine): ClipPlayer {
  const files = new ClipFiles();
  const shell = new Powershell(command, PLAYER_SCRIPT, machine);
  return {
    ended: shell.ended,
    play: (clip) => shell.send({ play: files.pathOf(clip) }),
    stop: () => shell.send({ stop: 1 }),
    close() {
      shell.close();
      files.remove();
    },
  };
}
