// Not from the whole server: pages import this module too.
import { RivuletError } from "@rivulet/server/script";
import { isIP } from "node:net";

/** Settings of an app, in `rivulet.config.ts` beside its entry or where the command is started. Flags of the command win. */
export interface RivuletConfig {
  /** Port to listen on; 0 takes a free one. Default 8484. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Path that everything is served below, such as `/app`. Default `/`. */
  readonly base?: string;
  /**
   * Language that the app's pages are written in, and how they show numbers and dates: a BCP 47 tag such as "de" or "ar-EG".
   * Default: each browser's own language.
   */
  readonly locale?: string;
  /** Threads that run pages. Default: the number of cores; in dev 2. */
  readonly workers?: number;
  /** Threads while all of them are busy: more are started up to this number, and end when they are idle. Default: twice `workers`, at least two more; as many as `workers` for never more. */
  readonly maxWorkers?: number;
  /**
   * "session" gives each visitor's session a thread of its own, which ends with it: module-level variables are then the
   * session's own, and cost some 10 MB. `workers` and `maxWorkers` say nothing then. Default "shared".
   */
  readonly isolation?: "shared" | "session";
  /** Milliseconds that a run may take. Default: no limit. */
  readonly runTimeout?: number;
  /** Milliseconds that a stopped run has to end by itself before its thread is replaced. Default 1000. */
  readonly grace?: number;
  /** Megabytes of JavaScript objects that each of these threads may hold; buffers do not count. Default: what Node allows, some gigabytes. */
  readonly workerMemory?: number;
  /** Elements that one run may emit. Default 50,000. */
  readonly maxElements?: number;
  /**
   * Folder of what outlives the server: sessions, and values of `st.cacheData` with `persist: "disk"`; relative to where the command is
   * started. One server at a time keeps its sessions there. Default: `RIVULET_STATE_DIR`, else `.rivulet` beside the page or the build.
   */
  readonly stateDir?: string;
  /**
   * Where sessions are kept. "disk" is in `stateDir`: a restart of the server goes unnoticed. "memory" ends them with the server.
   * Default: "disk" under `rivulet start`, "memory" under `rivulet dev`.
   */
  readonly sessionStore?: "memory" | "disk";
  /** What an input outlives that was acknowledged: the end of the process, or also a loss of power ("disk"). Default "process". */
  readonly durability?: "process" | "disk";
  /** Milliseconds that a session waits for its browser to come back. Default 120,000. */
  readonly sessionTtl?: number;
  /**
   * Whether a tab that is loaded again goes on with its session: values, session state and half-typed text stay, and nothing runs.
   * Default: a reload begins a new session.
   */
  readonly resumeOnReload?: boolean;
  /**
   * Milliseconds between signs of life on each connection; a connection without any for twice as long counts as lost. Has to be shorter
   * than what a proxy in between calls idle. Default 20,000.
   */
  readonly heartbeat?: number;
  /** Milliseconds that runs under way have to end when the server is asked to stop. Default 5000 under `rivulet start`, 0 under `rivulet dev`. */
  readonly shutdownTimeout?: number;
  /** Names, besides addresses and localhost, that the server answers for; `.example.com` means all below it too. */
  readonly allowedHosts?: readonly string[];
  /**
   * Proxies in front of the server, whose `X-Forwarded-For` says who visits: addresses, networks such as `10.0.0.0/8`, or "loopback",
   * "linklocal" and "uniquelocal". Default: none, the visitor is whoever connects.
   */
  readonly trustedProxies?: readonly string[];
}

/**
 * Types a config. Returns it as it is; the command checks it and fails with `RIVULET_BAD_CONFIG` on an option that makes no sense.
 *
 * @example
 * import { defineConfig } from "rivulet";
 * export default defineConfig({ port: 3000, runTimeout: 60_000 });
 */
export function defineConfig(config: RivuletConfig): RivuletConfig {
  return config;
}

interface Rule {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const wholeFrom = (least: number, unit: string): Rule => ({
  expected: `a whole number of ${unit}, at least ${least}`,
  holds: (value) => Number.isInteger(value) && (value as number) >= least,
});

const RULES: Readonly<Record<keyof RivuletConfig, Rule>> = {
  port: {
    expected: "a whole number from 0 to 65535",
    holds: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 65535,
  },
  host: { expected: "an address such as 127.0.0.1", holds: (value) => typeof value === "string" && value !== "" },
  base: { expected: "a path such as /app", holds: (value) => typeof value === "string" && value.startsWith("/") },
  locale: {
    expected: 'a language tag such as "de" or "ar-EG"',
    holds: (value) => typeof value === "string" && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value),
  },
  workers: wholeFrom(1, "threads"),
  maxWorkers: wholeFrom(1, "threads"),
  isolation: { expected: '"shared" or "session"', holds: (value) => value === "shared" || value === "session" },
  runTimeout: wholeFrom(1, "milliseconds"),
  grace: wholeFrom(0, "milliseconds"),
  workerMemory: wholeFrom(16, "megabytes"),
  maxElements: wholeFrom(1, "elements"),
  sessionStore: { expected: '"memory" or "disk"', holds: (value) => value === "memory" || value === "disk" },
  durability: { expected: '"process" or "disk"', holds: (value) => value === "process" || value === "disk" },
  sessionTtl: wholeFrom(0, "milliseconds"),
  resumeOnReload: { expected: "true or false", holds: (value) => typeof value === "boolean" },
  heartbeat: wholeFrom(100, "milliseconds"),
  shutdownTimeout: wholeFrom(0, "milliseconds"),
  stateDir: { expected: "a path of a folder", holds: (value) => typeof value === "string" && value !== "" },
  trustedProxies: {
    expected: 'a list of addresses, networks such as "10.0.0.0/8", "loopback", "linklocal" or "uniquelocal"',
    holds: (value) => Array.isArray(value) && value.every(isProxy),
  },
  allowedHosts: { expected: "a list of names", holds: (value) => Array.isArray(value) && value.every((name) => typeof name === "string") },
};

function isProxy(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const [address = "", bits, ...more] = value.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits === undefined) return most > 0 || ["loopback", "linklocal", "uniquelocal"].includes(value);
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** Checks what a config file exported. `file` is for the message. */
export function parseConfig(file: string, raw: unknown): RivuletConfig {
  const refuse = (option: string, expected: string, value: unknown): never => {
    throw new RivuletError("RIVULET_BAD_CONFIG", { file, option, expected, value: JSON.stringify(value) ?? String(value) });
  };
  if (typeof raw !== "object" || raw === null) return refuse("the default export", "an object", raw);
  for (const [option, value] of Object.entries(raw)) {
    const rule = Object.hasOwn(RULES, option) ? RULES[option as keyof RivuletConfig] : undefined;
    if (rule === undefined) return refuse("each option", `one of ${Object.keys(RULES).join(", ")}`, option);
    if (value !== undefined && !rule.holds(value)) refuse(option, rule.expected, value);
  }
  return raw;
}
