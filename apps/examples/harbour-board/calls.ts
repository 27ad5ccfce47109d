export const BERTHS = ["North", "South", "Old quay"] as const;
export type Berth = (typeof BERTHS)[number];
export const NEEDS = ["pilot", "medical", "fuel"] as const;
export type Need = (typeof NEEDS)[number];

/** One ship's visit. Times are milliseconds since 1970, as of Date. */
export interface Call {
  readonly ship: string;
  readonly berth: Berth;
  readonly tons: number;
  /** The least water over chart datum with which the ship can come in, in cm. */
  readonly tide: number;
  readonly needs: readonly Need[];
  /** When it came to the roads, where it waits for a place. */
  readonly anchored: number;
  readonly moored: number;
  readonly left: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const FIRST_DAY = "2026-09-01";
export const LAST_DAY = "2026-11-22";

/** How a berth is used: its places, ships a day, and the tons of a middling ship. */
const PROFILES: Readonly<Record<Berth, { places: number; ships: number; tons: number }>> = {
  North: { places: 20, ships: 21, tons: 21_000 },
  South: { places: 20, ships: 17, tons: 15_000 },
  "Old quay": { places: 13, ships: 11, tons: 7000 },
};

/** How many of the ships need it. */
const NEED: Readonly<Record<Need, number>> = { pilot: 0.7, medical: 0.2, fuel: 0.5 };

const FIRST_NAMES =
  "Aurora Boreal Silver Northern Amber Iron Quiet Salt Morning Crimson Arctic Golden Blue Winter Velvet Stella Coral".split(" ");
const LAST_NAMES =
  "Tern Star Gale Heron Crest Ferry Current Light Pioneer Wave Dawn Skua Trader Bell Petrel Sound Fulmar Reach Eider".split(" ");

/** How many ships a berth has room for. */
export function placesOf(berth: Berth): number {
  return PROFILES[berth].places;
}

/** All visits of the autumn by time: made up, but the same at each start. Ships queue for the places there are. */
export const calls: readonly Call[] = BERTHS.flatMap((berth, i) => visits(berth, i)).toSorted((a, b) => a.moored - b.moored);

function visits(berth: Berth, number: number): Call[] {
  const { places, ships, tons } = PROFILES[berth];
  const random = dice(number * 31 + 4);
  const freeFrom = Array.from({ length: places }, () => 0);
  const end = Date.parse(LAST_DAY) + DAY;
  const list: Call[] = [];
  for (let at = Date.parse(FIRST_DAY) - 3 * DAY; at < end; at += (-Math.log(1 - random()) * DAY) / ships) {
    const place = freeFrom.indexOf(Math.min(...freeFrom));
    const moored = Math.max(at + HOUR / 2, freeFrom[place] ?? 0);
    const left = moored + (8 + random() * 21) * HOUR;
    freeFrom[place] = left + HOUR;
    const needs = NEEDS.filter((need) => random() < NEED[need]);
    const n = list.length + number * 131;
    list.push({
      ship: `${FIRST_NAMES[n % FIRST_NAMES.length]} ${LAST_NAMES[n % LAST_NAMES.length]}`,
      berth,
      tons: Math.round(tons * (0.4 + random() + 0.35 * Math.sin(at / DAY / 9 + number * 2))),
      tide: Math.round((random() + random()) * 20) * 10,
      needs: needs.length > 0 ? needs : ["pilot"],
      anchored: at,
      moored,
      left,
    });
  }
  return list;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
