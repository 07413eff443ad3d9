/**
 * The sinks of Windows, written from its documentation: the native speaker, then a PowerShell that plays WAV files.
 */
import { findPowershell, PowershellProcess } from "../../system/powershell.ts";
import type { Host } from "../../system/programs.ts";
import { missingBackend } from "../open-first.ts";
import { ClipFiles } from "./clip-files.ts";
import { createSpeakerSink } from "./native-speaker.ts";
import type { ClipOutput, SinkCandidate } from "./types.ts";

export function createWindowsSinks(host: Host): readonly SinkCandidate[] {
  return [createSpeakerSink(host), createPowershellSink(host)];
}

/** System.Media.SoundPlayer plays one file at a time, alongside other programs. */
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

function createPowershellSink(host: Host): SinkCandidate {
  const command = findPowershell(host);
  if (command === null) return missingBackend("powershell");
  return { kind: "clip", name: "powershell", open: () => openPowershellOutput(command, host) };
}

function openPowershellOutput(command: string, host: Host): ClipOutput {
  const files = new ClipFiles();
  const shell = new PowershellProcess(command, PLAYER_SCRIPT, host);
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
