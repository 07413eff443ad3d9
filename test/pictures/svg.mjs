/** Cells of a terminal as SVG: blocks and Braille as shapes, so that they look alike in every font; the rest as text. */

const [WIDTH, HEIGHT, MARGIN] = [8, 17, 14];
/** A card of its own, so that it can be read on a dark page and on a light one. */
const [GROUND, TEXT] = ["#1e1e1e", "#d4d4d4"];
const STYLE = `text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.b{font-weight:700}.d{fill:none;stroke-width:3;stroke-dasharray:3 1}`;
const SHADES = { "░": 0.28, "▒": 0.5, "▓": 0.75 };
const BRAILLE_DOTS = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
];

/** What part of a cell a block fills: x, y, width, height as shares; null for any other character. */
function blockOf(text) {
  const code = text.codePointAt(0);
  if (text === "▀") return [0, 0, 1, 0.5];
  if (text === "▌") return [0, 0, 0.5, 1];
  if (text === "▐") return [0.5, 0, 0.5, 1];
  if (code >= 0x2581 && code <= 0x2588) return [0, 1 - (code - 0x2580) / 8, 1, (code - 0x2580) / 8];
  if (code >= 0x2589 && code <= 0x258f) return [0, 0, (0x2590 - code) / 8, 1];
  return text in SHADES ? [0, 0, 1, 1] : null;
}

const round = (value) => Math.round(value * 100) / 100;
const escapeText = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const isBraille = (text) => text >= "\u2801" && text <= "\u28ff";

/** Neighbours that are drawn alike, as [first column, cells]. */
function runsOf(cells, likeness) {
  const runs = [];
  for (const [x, cell] of cells.entries()) {
    const key = likeness(cell);
    const last = runs.at(-1);
    if (last?.key === key) last.cells.push(cell);
    else runs.push({ key, x, cells: [cell] });
  }
  return runs.filter(({ key }) => key !== null);
}

/** Part of a row, from its column 0 and the top of its cells on. */
function drawCells(cells) {
  const grounds = runsOf(cells, ({ ground }) => ground).map(
    ({ key, x, cells: { length } }) =>
      `<path fill="${key}" d="M${x * WIDTH} 0h${length * WIDTH}v${HEIGHT}h${-length * WIDTH}z"/>`,
  );
  const blocks = runsOf(cells, ({ text, colour }) => (blockOf(text) ? `${text}|${colour ?? TEXT}` : null)).map(
    ({ key, x, cells: { length } }) => {
      const [text, colour] = key.split("|");
      const [left, top, wide, high] = blockOf(text);
      const columns = wide === 1 ? length : length - 1 + wide;
      const shade = SHADES[text] ? ` opacity="${SHADES[text]}"` : "";
      return `<path fill="${colour}"${shade} d="M${round((x + left) * WIDTH)} ${round(top * HEIGHT)}h${round(columns * WIDTH)}v${round(high * HEIGHT)}H${round((x + left) * WIDTH)}z"/>`;
    },
  );
  const dots = runsOf(cells, ({ text, colour }) => (isBraille(text) ? (colour ?? TEXT) : null)).map(
    ({ key, x, cells: run }) => `<path class="d" stroke="${key}" d="${drawDots(x, run)}"/>`,
  );
  const isText = ({ text }) => text !== " " && !blockOf(text) && !isBraille(text);
  const texts = [];
  for (const run of runsOf(cells, (cell) => (cell.text === " " || isText(cell) ? "text" : null))) {
    const words = run.cells
      .map(({ text }) => text)
      .join("")
      .matchAll(/\S+(?: \S+)*/g);
    for (const { 0: phrase, index } of words)
      texts.push(...drawPhrase(run.x + index, run.cells.slice(index, index + phrase.length)));
  }
  return [...grounds, ...blocks, ...dots, ...texts].join("");
}

function drawPhrase(from, cells) {
  return runsOf(cells, ({ colour, bold }) => `${colour ?? TEXT}|${bold}`).map(({ key, x, cells: run }) => {
    const [colour, bold] = key.split("|");
    const text = run.map((cell) => cell.text).join("");
    const fill = colour === TEXT ? "" : ` fill="${colour}"`;
    return `<text x="${(from + x) * WIDTH}" y="13"${fill}${bold === "true" ? ' class="b"' : ""} textLength="${run.length * WIDTH}">${escapeText(text)}</text>`;
  });
}

/** Dots in a line are a dashed stroke. */
function drawDots(from, cells) {
  let path = "";
  for (let row = 0; row < 4; row++) {
    const isSet = cells.flatMap(({ text }) => {
      const bits = text.codePointAt(0) - 0x2800;
      return [0, 1].map((column) =>
        BRAILLE_DOTS.some(([dx, dy], bit) => dx === column && dy === row && (bits >> bit) & 1),
      );
    });
    for (const {
      key,
      x,
      cells: { length },
    } of runsOf(isSet, (set) => set || null)) {
      if (key) path += `M${from * WIDTH + x * 4} ${round((row + 0.5) * (HEIGHT / 4))}h${length * 4 - 1}`;
    }
  }
  return path;
}

function frame(title, columns, rows, style, content) {
  const [width, height] = [columns * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${title}</title><style>${STYLE}${style}</style><rect width="${width}" height="${height}" rx="8" fill="${GROUND}" stroke="#808080" stroke-opacity=".4"/><g fill="${TEXT}" transform="translate(${MARGIN} ${MARGIN})">${content}</g></svg>\n`;
}

const place = (x, y) => `transform="translate(${x * WIDTH} ${y * HEIGHT})"`;

/** One screen; empty rows at its end are left out. @param title what a screen reader says, as XML. */
export function drawStill(title, screen) {
  const rows = screen.findLastIndex((row) => row.some(({ text, ground }) => text !== " " || ground)) + 1;
  const content = screen.slice(0, rows).map((row, y) => `<g ${place(0, y)}>${drawCells(row)}</g>`);
  return frame(title, screen[0].length, rows, "", content.join(""));
}

/** Digits at the left and the figure at the right change at different times: each half of a row is a part of its own. */
const PARTS = 2;

/** Screens one after the other, for so many milliseconds in all, then from the first again. */
export function drawMovingPicture(title, frames, durationMs) {
  const columns = frames[0].cells[0].length;
  const rows = frames[0].cells.length;
  const wide = columns / PARTS;
  /** By place and content: from when until when it is seen. */
  const parts = new Map();
  for (const [index, { atMs, cells }] of frames.entries()) {
    const untilMs = frames[index + 1]?.atMs ?? durationMs;
    for (const [y, row] of cells.entries()) {
      for (let part = 0; part < PARTS; part++) {
        const content = drawCells(row.slice(part * wide, (part + 1) * wide));
        if (content === "") continue;
        const key = `${place(part * wide, y)}>${content}`;
        const times = parts.get(key) ?? [];
        const last = times.at(-1);
        if (last?.untilMs === atMs) last.untilMs = untilMs;
        else times.push({ fromMs: atMs, untilMs });
        parts.set(key, times);
      }
    }
  }
  const names = new Map();
  const groups = Array.from(parts, ([key, times]) => {
    if (times.length === 1 && times[0].fromMs === 0 && times[0].untilMs === durationMs) return `<g ${key}</g>`;
    const keyframes = keyframesOf(times, durationMs);
    const name = names.get(keyframes) ?? `k${names.size.toString(36)}`;
    names.set(keyframes, name);
    return `<g class="${name}" ${key}</g>`;
  });
  const seconds = durationMs / 1000;
  const style = Array.from(
    names,
    ([keyframes, name]) =>
      `@keyframes ${name}{${keyframes}}.${name}{visibility:hidden;animation:${name} ${seconds}s step-end infinite}`,
  );
  return frame(title, columns, rows, style.join(""), groups.join(""));
}

function keyframesOf(times, durationMs) {
  const percent = (ms) => `${round((100 * ms) / durationMs)}%`;
  const changes = times.flatMap(({ fromMs, untilMs }) => [
    `${percent(fromMs)}{visibility:visible}`,
    ...(untilMs < durationMs ? [`${percent(untilMs)}{visibility:hidden}`] : []),
  ]);
  return (times[0].fromMs === 0 ? "" : "0%{visibility:hidden}") + changes.join("");
}
