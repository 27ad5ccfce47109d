/** One line of a chart. Colours are names of the page's palette, so that they follow its theme. */
export interface Series {
  readonly name: string;
  readonly color: string;
  readonly values: readonly number[];
}

/** One bar of a chart, on a track that is as long as the most it could be. */
export interface Bar {
  readonly name: string;
  readonly color: string;
  readonly value: number;
  readonly of: number;
}

const HEIGHT = 240;
const DIM = "color:var(--rv-text-dim);font-size:0.8125rem;line-height:1.25rem;font-variant-numeric:tabular-nums";

/** Lines over time with their names at their ends, as HTML. The drawing stretches with the page, words and strokes do not. */
export function lineChart(label: string, times: readonly string[], series: readonly Series[], unit: string): string {
  const top = niceTop(Math.max(1, ...series.flatMap(({ values }) => values)));
  const y = (value: number) => round(100 - (value / top) * 100);
  const x = (at: number) => round((at / Math.max(1, times.length - 1)) * 100);
  const levels = [0, 1, 2, 3, 4].map((part) => (part * top) / 4);

  const grid = levels.map((level) => stroke(`M0 ${y(level)}H100`, "hairline", 1));
  const lines = series.map(({ color, values }) =>
    stroke(values.map((value, at) => `${at ? "L" : "M"}${x(at)} ${y(value)}`).join(""), color, 2),
  );
  // A line of no length with round ends is a dot that the stretching leaves round.
  const ends = series.map(({ color, values }) => stroke(`M100 ${y(values.at(-1) ?? 0)}h0`, color, 7));
  const slot = 100 / Math.max(1, times.length - 1);
  const tips = times.map((time, at) => {
    const said = series.map(({ name, values }) => `${name} ${values[at]?.toLocaleString("en")} ${unit}`).join("\n");
    return `<rect x="${round(x(at) - slot / 2)}" y="0" width="${round(slot)}" height="100" fill="transparent"><title>${escape(`${time}\n${said}`)}</title></rect>`;
  });

  const levelNames = levels.map(
    (level) =>
      `<span style="position:absolute;right:0.5rem;top:calc(${y(level)}% - 0.625rem);white-space:nowrap">${level}${level === top ? ` ${escape(unit)}` : ""}</span>`,
  );
  const names = spread(series.map(({ values }) => y(values.at(-1) ?? 0))).map(
    (at, i) =>
      `<span style="position:absolute;left:0.75rem;top:calc(${at}% - 0.625rem);white-space:nowrap;color:var(--rv-${series[i]?.color}-text);font-weight:500">${escape(series[i]?.name ?? "")}</span>`,
  );
  const every = Math.ceil(times.length / 4);
  const timeNames = times.flatMap((time, at) =>
    (times.length - 1 - at) % every === 0
      ? `<span style="position:absolute;left:${x(at)}%;translate:-50%;white-space:nowrap">${escape(time)}</span>`
      : [],
  );
  return `<div role="img" aria-label="${escape(label)}" style="display:grid;grid-template:${HEIGHT}px 1.75rem / 3.25rem minmax(0,1fr) 4.75rem;padding-top:0.625rem;${DIM}">
<div style="position:relative">${levelNames.join("")}</div>
<svg viewBox="0 0 100 100" preserveAspectRatio="none" style="width:100%;height:100%;overflow:visible">${[...grid, ...lines, ...ends, ...tips].join("")}</svg>
<div style="position:relative">${names.join("")}</div>
<div></div><div style="position:relative;padding-top:0.5rem">${timeNames.join("")}</div></div>`;
}

/** Bars below one another in the order of the data, each with its name and number on a line above it, as HTML. */
export function barChart(label: string, bars: readonly Bar[]): string {
  const rows = bars.map(
    ({ name, color, value, of }) => `<div title="${escape(`${name}: ${value} of ${of}`)}">
<div style="display:flex;justify-content:space-between;gap:0.5rem;margin-bottom:0.25rem"><span style="color:var(--rv-text);font-weight:500">${escape(name)}</span><span>${value} of ${of}</span></div>
<div style="height:1.75rem;border-radius:4px;background:var(--rv-surface-3);overflow:hidden"><div style="height:100%;width:${round((value / Math.max(1, of)) * 100)}%;background:var(--rv-${color})"></div></div></div>`,
  );
  return `<div role="img" aria-label="${escape(label)}" style="display:flex;flex-direction:column;gap:1.5rem;padding-top:0.25rem;${DIM}">${rows.join("")}</div>`;
}

function stroke(path: string, color: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="var(--rv-${color})" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>`;
}

/** The next number above with one digit that says something and that four parts of are round. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Moves names apart that would lie on one another, in per cent of the height. */
function spread(places: readonly number[]): readonly number[] {
  const room = (20 / HEIGHT) * 100;
  const moved = [...places];
  let above = -room;
  for (const i of places.map((_, at) => at).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))) {
    above = Math.max(moved[i] ?? 0, above + room);
    moved[i] = round(above);
  }
  return moved;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
