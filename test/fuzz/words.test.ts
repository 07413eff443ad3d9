/** Command lines and workout lines that nobody would type: each ends with a documented code and one clear message. */
import * as fc from "fast-check";
import { formatSessionFile } from "../../src/journal/session-text.ts";
import { session } from "../support/exported-sessions.ts";
import { nastyWord } from "./damage.ts";
import { fuzz } from "./trial.ts";

/** Commands that ask nobody, play nothing and wait for nothing. */
const COMMANDS = [
  "list",
  "show",
  "plan",
  "check",
  "new",
  "log",
  "history",
  "history show",
  "history edit",
  "history delete",
  "stats",
  "note",
  "suggest",
  "export",
  "import",
  "config",
  "config get",
  "config set",
  "config reset",
  "resume --list",
  "assess history",
  "help",
  "",
];

const FLAGS = [
  "--json",
  "--level",
  "--hold",
  "--reps",
  "--sets",
  "--tempo",
  "--rest",
  "--only",
  "--skip",
  "--from",
  "--fit",
  "--rounds",
  "--side",
  "--cues",
  "--kind",
  "--target",
  "--since",
  "--until",
  "--limit",
  "--at",
  "--minutes",
  "--effort",
  "--notes",
  "--format",
  "--yes",
  "--help",
  "--line",
];
const VALUES = [
  "pigeon",
  "psoas-program",
  "desk-break",
  "easy",
  "12",
  "45s",
  "1m30",
  "psoas-march=12",
  "last",
  "csv",
  "level",
  "3-0-1-1",
  "left",
  "2026-11-01",
  "yesterday 18:00",
  "30d",
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FLAGS) },
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 2, arbitrary: nastyWord },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...FLAGS), nastyWord).map(([flag, value]) => `${flag}=${value}`) },
);

const commandLine = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...COMMANDS) }, { weight: 1, arbitrary: nastyWord }),
    fc.array(word, { maxLength: 6 }),
  )
  .map(([command, words]) => [...command.split(" ").filter(Boolean), ...words])
  // These write where they are told to, wait for a person, or play.
  .filter(
    (words) =>
      !["run", "start", "go", "begin", "ctl", "sound", "render", "screen", "assess", "doctor"].includes(
        words[0] ?? "",
      ) || words[1] === "history",
  );

fuzz("command lines", commandLine, 1 / 2, async ({ lay, runReading }, words) => {
  lay("sessions/2026/11/20261102T063000Z-good1234.json", formatSessionFile({ ...session, id: "good1234" }));
  await runReading(Buffer.from("{}"), ...words);
});

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ..."( ) , x 3x 8x( 10 30s 1m 20 squat plank push-up lunge rest between each side tempo 5-0-1-0 @20kg amrap emom for 10m until work .. - : / 2 3 4".split(
        " ",
      ),
    ),
  },
  { weight: 1, arbitrary: nastyWord },
);
const workoutLine = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.constantFrom(" ", ""))
  .map(([pieces, space]) => pieces.join(space));

fuzz("workout lines", workoutLine, 1 / 2, async ({ run }, line) => {
  await run("check", line);
  await run("plan", "--json", "--", line);
  await run("new", "mine", "--", line);
  await run("list", "mine", "--json");
  await run("show", "mine", "--line");
});
