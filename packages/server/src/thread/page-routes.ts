/** What files are pages of an app. */
export interface AppPages {
  /** The entry first, then the others; relative to the entry's folder, with forward slashes. */
  readonly ids: readonly string[];
  /** The app calls `st.navigation`: its entry runs at every address, and decides what is there. */
  readonly navigates: boolean;
}

/** A page made of a file, as its name says. */
export interface FileRoute {
  readonly id: string;
  /** `/orders/[id]`: a part in brackets stands for any one part of an address. Decoded. */
  readonly path: string;
  readonly title: string;
  readonly icon?: string | undefined;
  /** The folders below `pages/` that it is in, as a title. */
  readonly section: string;
  /** Number in front of the name; pages without one come last. */
  readonly order: number;
}

/** Values of a path's parts in brackets, by name. */
export type RouteParams = Readonly<Record<string, string>>;

const PARAM = /^\[(\w+)\]$/;
const EMOJI = /^(\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})*)/u;

/**
 * Pages by their files: the first is at `/`, `pages/about.ts` at `/about`, others at their path without extension. A name may begin
 * with a number, which sorts, and an emoji, the page's icon: `pages/2_📈_Sales_report.ts` is "Sales report" at `/Sales_report`.
 * Of two with one path the first counts.
 */
export function fileRoutes(ids: readonly string[]): readonly FileRoute[] {
  const before = known.get(ids);
  if (before !== undefined) return before;
  const made = makeRoutes(ids);
  known.set(ids, made);
  return made;
}

/** Each run asks for the routes of the same list. */
const known = new WeakMap<readonly string[], readonly FileRoute[]>();

function makeRoutes(ids: readonly string[]): readonly FileRoute[] {
  const routes = new Map<string, FileRoute>();
  for (const [i, id] of ids.entries()) {
    const route = fileRoute(id);
    const path = i === 0 ? "/" : route.path;
    if (!routes.has(path)) routes.set(path, { ...route, path });
  }
  const [entry, ...rest] = routes.values();
  if (entry === undefined) return [];
  return [entry, ...rest.sort((a, b) => compare(a.section, b.section) || a.order - b.order || compare(a.id, b.id))];
}

/** What a file's name says of the page in it. */
export function fileRoute(id: string): FileRoute {
  const parts = id
    .replace(/^(\.\.?\/)+/, "")
    .replace(/^pages\//, "")
    .replace(/\.[^./]+$/, "")
    .split("/");
  const { name, icon, order } = readName(parts.at(-1) ?? "");
  const folders = parts.slice(0, -1);
  const path = `/${[...folders, name].join("/")}`;
  return { id, path, title: titleOf(name), icon, section: folders.map(titleOf).join(" / "), order };
}

/** The words in a name that is a path or an identifier: `sales_report` is "Sales report". */
export function titleOf(name: string): string {
  const words = name.replace(PARAM, "$1").replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readName(file: string): { readonly name: string; readonly icon: string | undefined; readonly order: number } {
  const number = /^(\d+)(?!\d)[_ -]*(?=.)/.exec(file);
  const unnumbered = number === null ? file : file.slice(number[0].length);
  const icon = EMOJI.exec(unnumbered)?.[1];
  const name = unnumbered.slice(icon?.length ?? 0).replace(/^[_ -]+/, "");
  return { name: name || file, icon, order: number === null ? Infinity : Number(number[1]) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values that an address gives to the parameters of a path; undefined if it is not of that path. A slash at the end means nothing. */
export function matchPath(path: string, address: string): RouteParams | undefined {
  const wanted = parts(path);
  const given = parts(address);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = decode(given[i] as string);
    if (value === undefined) return undefined;
    const name = PARAM.exec(part)?.[1];
    if (name !== undefined) params[name] = value;
    else if (value !== part) return undefined;
  }
  return params;
}

/** Of several that match an address the one with the earliest plain part: `/orders/new` comes before `/orders/[id]`. */
export function findRoute<T extends { readonly path: string }>(
  routes: readonly T[],
  address: string,
): { readonly route: T; readonly params: RouteParams } | undefined {
  let best: { readonly route: T; readonly params: RouteParams; readonly rank: string } | undefined;
  for (const route of routes) {
    const params = matchPath(route.path, address);
    if (params === undefined) continue;
    const rank = parts(route.path)
      .map((part) => (PARAM.test(part) ? "1" : "0"))
      .join("");
    if (best === undefined || rank < best.rank) best = { route, params, rank };
  }
  return best;
}

/** The address of a path with these values in its brackets, percent-encoded. */
export function addressOf(path: string, params: RouteParams = {}): string {
  return `/${parts(path)
    .map((part) => encodeURIComponent(params[PARAM.exec(part)?.[1] ?? ""] ?? part))
    .join("/")}`;
}

/** The names in a path's brackets. */
export function paramNames(path: string): readonly string[] {
  return parts(path).flatMap((part) => PARAM.exec(part)?.[1] ?? []);
}

function parts(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "");
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
