import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Colour = readonly [red: number, green: number, blue: number];

const tokens = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const stale = /\[data-stale\] \{([^}]*)\}/.exec(readFileSync(new URL("frame.css", import.meta.url), "utf8"))?.[1] ?? "";
const [, opacity] = /opacity: ([\d.]+)/.exec(stale) ?? [];

/** The declarations of a block, later ones over earlier. */
function declared(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/(--rv-[\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
}

const light = declared(/^:root \{([^}]*)\}/m.exec(tokens)?.[1] ?? "");
const dark = new Map([...light, ...declared(/\[data-theme="dark"\] \{([^}]*)\}/.exec(tokens)?.[1] ?? "")]);

function colour(value: string, theme: ReadonlyMap<string, string>): Colour {
  const [, name] = /^var\((--rv-[\w-]+)\)$/.exec(value) ?? [];
  if (name !== undefined) return colour(theme.get(name) ?? "", theme);
  const [, first, share, second] = /^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/.exec(value) ?? [];
  if (first !== undefined && second !== undefined) return over(colour(first, theme), colour(second, theme), Number(share) / 100);
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(value) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`${value} is no colour that this test can read`);
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

function over(above: Colour, below: Colour, part: number): Colour {
  const mix = (at: 0 | 1 | 2) => above[at] * part + below[at] * (1 - part);
  return [mix(0), mix(1), mix(2)];
}

function contrast(a: Colour, b: Colour): number {
  const light = (parts: Colour) => {
    const [red, green, blue] = parts.map((part) =>
      part <= 10.31 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    ) as unknown as Colour;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [high, low] = [light(a), light(b)].toSorted((one, other) => other - one);
  return (high ?? 1) / (low ?? 1);
}

const words = ["--rv-text", ...declared(stale).keys()].filter((name) => name !== "--rv-accent");
const pairs = words.flatMap((word) => {
  const soft = word.replace("-text", "-soft");
  const grounds = ["--rv-bg", "--rv-surface", "--rv-surface-2", "--rv-sidebar", ...(soft !== word && light.has(soft) ? [soft] : [])];
  return grounds.map((ground) => [word, ground] as const);
});

test.each([
  ["light", light],
  ["dark", dark],
] as const)("what a slow run has not reached keeps a contrast of 4.5:1 (%s)", (_, theme) => {
  expect(words.length).toBeGreaterThan(9);
  const now = new Map([...theme, ...declared(stale)]);
  const page = colour("var(--rv-bg)", theme);
  // A token that names itself through another is as the theme has it: what is stale mixes only tokens that it leaves alone.
  const shown = (name: string) => over(colour(now.get(name) ?? "", theme), page, Number(opacity));
  const weak = [...pairs, ["--rv-on-accent", "--rv-accent"] as const]
    .map(([word, ground]) => [word, ground, contrast(shown(word), shown(ground))] as const)
    .filter(([, , ratio]) => ratio < 4.5);
  expect(weak).toEqual([]);
});
