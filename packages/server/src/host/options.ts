import { availableParallelism } from "node:os";
import type { PageSource } from "../compile/page-source.ts";
import type { LogLevel } from "./log.ts";
import type { Durability } from "./store/session-store.ts";
import type { Isolation, WorkerPoolOptions } from "./worker-pool.ts";

export type SessionStoreKind = "memory" | "disk";

/** What `createServer` is told. */
export interface ServerOptions {
  /** Where pages come from. The server closes it when it closes. */
  readonly pages: PageSource;
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** Default 8484; 0 takes a free one. */
  readonly port?: number | undefined;
  /** Path that everything is served below, such as `/app`. Default `/`. */
  readonly base?: string | undefined;
  /** The language that the pages are written in, and how they show numbers and dates: a BCP 47 tag. Default: each browser's own. */
  readonly locale?: string | undefined;
  /** Folder of the built browser files, with an index.html. */
  readonly clientDir: string;
  /** Shows sources and full errors in the browser. */
  readonly dev: boolean;
  /** Script workers. Default: the number of cores, in dev 2. */
  readonly workers?: number | undefined;
  /** Script workers while all are busy: more are started up to this number. Default: twice `workers`, at least two more; as many as `workers` for never more. */
  readonly maxWorkers?: number | undefined;
  /** Milliseconds that a worker beyond `workers` must have been idle to be ended. Default 10 s. */
  readonly workerIdle?: number | undefined;
  /**
   * "session" gives each session a script worker of its own, which ends with it; one more is kept ready, and `workers` and
   * `maxWorkers` say nothing. Each costs some 10 MB. Default "shared".
   */
  readonly isolation?: Isolation | undefined;
  /** Milliseconds that a run may take. Default: no limit. */
  readonly runTimeout?: number | undefined;
  /** Milliseconds that a stopped run has to end by itself before its worker is replaced. Default 1000. */
  readonly grace?: number | undefined;
  /** Megabytes of JavaScript objects that a script worker may hold. Default: what Node gives it, some gigabytes. */
  readonly workerMemory?: number | undefined;
  /** Bytes of all values of `st.cacheData` together; the least recently used go first. Default 256 MB. */
  readonly cacheBytes?: number | undefined;
  /** Folder of what outlives the process: values of `st.cacheData` with `persist: "disk"`, and sessions. Default: none, they are kept in memory. */
  readonly stateDir?: string | undefined;
  /** Where sessions are kept: "disk" is in `stateDir`, and they outlive the process. Default "memory". */
  readonly sessionStore?: SessionStoreKind | undefined;
  /** What an acknowledged input outlives: the process, or also the machine ("disk"), which takes some milliseconds more. Default "process". */
  readonly durability?: Durability | undefined;
  /** Milliseconds that runs under way have to end when the server closes. Default 0. */
  readonly shutdownTimeout?: number | undefined;
  /** Bytes of all files with values of `st.cacheData`; the least recently used go first. Default 1 GB. */
  readonly cacheDiskBytes?: number | undefined;
  /** Elements that one run may emit. Default 50,000. */
  readonly maxElements?: number | undefined;
  /** Names besides addresses and localhost that this server answers for; `.example.com` means all below it too. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Addresses, networks, or "loopback" and the like: of a request from one of them, `X-Forwarded-For` says who visits. Default none. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Milliseconds that a session waits for its browser to come back. Default 2 minutes. */
  readonly sessionTtl?: number | undefined;
  /** Whether a tab that is loaded again goes on with its session, if that still waits. Default: it begins a new one. */
  readonly resumeOnReload?: boolean | undefined;
  /** Milliseconds between signs of life on a socket. Default 20 s. */
  readonly heartbeat?: number | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What is written to stderr. Default "info". */
  readonly log?: LogLevel | undefined;
}

/** How much a client may send and hold (SEC7). */
export interface Limits {
  /** Bytes of one message. */
  readonly messageBytes: number;
  /** Nesting of one widget value. */
  readonly valueDepth: number;
  /** Messages a second that a session may send without waiting for the answers of earlier ones. */
  readonly messageRate: number;
  /** Bytes of messages that wait for the page, or for their session to be there. */
  readonly pendingBytes: number;
  /** Malformed messages until the socket is closed. */
  readonly badMessages: number;
  /** Bytes that all pages together may have for browsers to fetch: images, files to download. */
  readonly mediaBytes: number;
  /** The same of one session. */
  readonly sessionMediaBytes: number;
  readonly sessions: number;
  readonly sessionsPerAddress: number;
  /** Milliseconds that a page's HTML waits for what the page says first. */
  readonly firstWords: number;
  /** Milliseconds that a session waits for the browser whose navigation has begun it. */
  readonly unclaimed: number;
  /** Sessions that wait for it, at a time; of further navigations the browser itself begins one. */
  readonly navigations: number;
  readonly navigationsPerAddress: number;
  /** Milliseconds until the first message must have come. */
  readonly hello: number;
  /** Milliseconds between a browser's pings, and between the server's own. */
  readonly heartbeat: number;
}

const DEFAULT_LIMITS: Limits = {
  messageBytes: 1024 * 1024,
  valueDepth: 32,
  messageRate: 200,
  pendingBytes: 4 * 1024 * 1024,
  badMessages: 5,
  mediaBytes: 1024 ** 3,
  sessionMediaBytes: 200 * 1024 * 1024,
  sessions: 20_000,
  sessionsPerAddress: 5000,
  firstWords: 40,
  unclaimed: 10_000,
  navigations: 200,
  navigationsPerAddress: 30,
  hello: 10_000,
  heartbeat: 20_000,
};

/** Navigations that may wait where each has a worker of its own. */
const FEW = 8;

/** The options of sessions with every default filled in. */
export interface SessionOptions {
  readonly dev: boolean;
  readonly runTimeout: number | undefined;
  readonly grace: number;
  readonly ttl: number;
  readonly resumeOnReload: boolean;
  readonly limits: Limits;
}

/** How many script workers there are, with every default filled in. */
export function poolOptions(options: ServerOptions): Pick<WorkerPoolOptions, "size" | "maxSize" | "isolation" | "idle"> {
  const { isolation = "shared", workers = options.dev ? 2 : availableParallelism() } = options;
  return {
    isolation,
    size: isolation === "session" ? 1 : workers,
    maxSize: Math.max(workers, options.maxWorkers ?? Math.max(workers * 2, workers + 2)),
    idle: options.workerIdle ?? 10_000,
  };
}

export function sessionOptions(options: ServerOptions): SessionOptions {
  return {
    dev: options.dev,
    runTimeout: options.runTimeout,
    grace: options.grace ?? 1000,
    ttl: options.sessionTtl ?? 120_000,
    resumeOnReload: options.resumeOnReload ?? false,
    limits: {
      ...DEFAULT_LIMITS,
      ...(options.isolation === "session" && { navigations: FEW }),
      ...(options.heartbeat !== undefined && { heartbeat: options.heartbeat }),
      ...options.limits,
    },
  };
}
