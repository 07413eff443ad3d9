/** How numbers, times and distances are written in a line. */

const AMOUNT = "\\d+(?:\\.\\d+)?";
const UNIT = "(?:s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?)";
const DISTANCE_UNIT = "(?:km|k|mi|miles?|met(?:er|re)s?|yards?|yds?|cal(?:orie)?s?)";
const END = "(?![\\p{L}\\p{N}-])";
/** "1:30"; "1m30s"; "30 s", "30 seconds", "30-second": a unit may stand apart. */
export const TIME = new RegExp(`\\d+(?::\\d+)+|${AMOUNT}[a-z]+(?:\\d+[a-z]*)*|${AMOUNT}[\\s-]+${UNIT}${END}`, "iuy");
/** "1m 30s", "1 min 30 sec": the parts of one time may stand apart. */
export const LONG_TIME = new RegExp(`${AMOUNT}[\\s-]*${UNIT}\\s+${AMOUNT}[\\s-]*${UNIT}${END}`, "iuy");
/** "1 min 30 plank", "plank 1 min 30": seconds behind minutes need no unit before a name, as in "1m30". */
export const SPOKEN_TIME = new RegExp(
  `\\d+\\s*(?:m(?:in(?:ute)?s?)?)\\s+[0-5]\\d(?!\\s+(?:reps?|sets?|rounds?|times)${END})(?=\\s+[\\p{L}"]|\\s*[,)]|\\s*$)`,
  "iuy",
);
export const NUMBER = /\d+/y;
/** What is counted by something else than a clock or repetitions: "5km", "400 meters", "20 cal". */
export const DISTANCE = new RegExp(`${AMOUNT}\\s*${DISTANCE_UNIT}${END}`, "iuy");
/** Words that belong to a figure in front of them, and so begin no name. */
const FIGURE_WORDS = new RegExp(
  `^(?:(?:${UNIT}|${DISTANCE_UNIT}|reps?|rounds?|sets?|x|on|each|per|amrap|emom)${END}|[x×]\\s*\\d)`,
  "iu",
);

/** Whether a name can stand behind a figure as it is: "Minute walk" would be read as a unit and a name. */
export function canFollowFigure(name: string): boolean {
  return !FIGURE_WORDS.test(name);
}
