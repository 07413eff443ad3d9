/** The flags that say how a session is led, as `run` and `resume` share them. */
import { type Command, Option } from "commander";
import { UserError } from "../../errors.ts";
import { addSessionExtrasFlags } from "./session-extras-flags.ts";
import { addSoundFlags } from "./sound-flags.ts";

/** Adds the flags to a command. */
export function addLeadFlags(command: Command): Command {
  return addSessionExtrasFlags(addSoundFlags(command))
    .option("-y, --yes", "start at once, without the overview")
    .option("--plain", "plain lines in place of the screen")
    .option("--json", "one JSON object a line for everything that happens")
    .option("--no-motion", "figures stand still")
    .addOption(
      new Option("--speed <factor>", "run the clock this many times as fast, 0.25 to 1000").argParser(parseSpeed),
    );
}

function parseSpeed(text: string): number {
  const speed = Number(text.trim() === "" ? Number.NaN : text);
  if (!(speed >= 0.25 && speed <= 1000)) throw new UserError(`--speed ${text}: expected a number from 0.25 to 1000`);
  return speed;
}
