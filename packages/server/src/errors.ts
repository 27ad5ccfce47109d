import { show } from "@rivulet/protocol";

/** Who has to act on an error: the page's author, the command line's user, a browser, or we. */
export type ErrorSource = "page" | "cli" | "wire" | "internal";

interface ErrorRow {
  readonly name: string;
  readonly source: ErrorSource;
  /** `{x}` stands for the detail named x. The message says what is wrong, with which value, and what to do. */
  readonly message: string;
}

/** Every error that a user can cause, by its stable code. docs/ERRORS.md has the same rows; a test ties them. */
export const ERRORS = {
  RIVULET_NO_SESSION_CONTEXT: {
    name: "NoSessionContextError",
    source: "page",
    message: "{call} was called outside a page run. Call it from a page, or from something a page run started.",
  },
  RIVULET_STALE_RUN_CONTEXT: {
    name: "StaleRunContextError",
    source: "page",
    message: "{call} was called after its run had ended ({reason}). Nothing was written. Await the work in the page, or stop it with st.signal.",
  },
  RIVULET_DUPLICATE_KEY: {
    name: "DuplicateKeyError",
    source: "page",
    message: "Two elements of one run use the key {key} ({first}, {second}). Give one of them another key.",
  },
  RIVULET_BAD_OPTION: {
    name: "BadOptionError",
    source: "page",
    message: "{call}: {option} must be {expected}, instead got {value}.",
  },
  RIVULET_STATE_VALUE: {
    name: "StateValueError",
    source: "page",
    message: "st.sessionState: {path} is {value}, which cannot be kept. Keep plain data (numbers, strings, arrays, objects, dates, maps, sets, buffers) in session state.",
  },
  RIVULET_WIDGET_STATE: {
    name: "WidgetStateError",
    source: "page",
    message: "st.sessionState.{key} {problem}",
  },
  RIVULET_TOO_MANY_ELEMENTS: {
    name: "TooManyElementsError",
    source: "page",
    message: "The run emitted more than {limit} elements. Show a part of the data, or raise `maxElements` in the config.",
  },
  RIVULET_BAD_PLACE: {
    name: "BadPlaceError",
    source: "page",
    message: "{call} {problem}",
  },
  RIVULET_PORT_TAKEN: {
    name: "PortTakenError",
    source: "cli",
    message: "Port {port} on {host} is taken. Stop the program that uses it, or choose another with --port.",
  },
  RIVULET_BAD_HOST: {
    name: "BadHostError",
    source: "cli",
    message: "The server cannot listen on {host} ({reason}). Choose an address of this machine with --host.",
  },
  RIVULET_BAD_BASE: {
    name: "BadBaseError",
    source: "cli",
    message: "The base must be a path such as /app, instead got {base}.",
  },
  RIVULET_CLIENT_FILES: {
    name: "ClientFilesError",
    source: "cli",
    message: "The browser's files are not in {folder} ({problem}). Build them: npm run build.",
  },
  RIVULET_WORKER_CRASHED: {
    name: "WorkerCrashedError",
    source: "page",
    message: "The process that ran this page ended ({reason}). The last action is not repeated; what the page had kept before is still there.",
  },
  RIVULET_STOPPED_HARD: {
    name: "StoppedHardError",
    source: "page",
    message: "The page did not answer Stop within {grace} ms, so its process was replaced. Call st.* or await now and then in long work, so that it can stop by itself.",
  },
  RIVULET_RUN_TIMEOUT: {
    name: "RunTimeoutError",
    source: "page",
    message: "The page ran longer than {limit} ms (runTimeout) and did not end within {grace} ms, so its process was replaced.",
  },
  RIVULET_WORKER_START: {
    name: "WorkerStartError",
    source: "internal",
    message: "Script workers ended {times} times in a row while starting ({reason}). The next try follows a change of the code, or a reload.",
  },
  RIVULET_BAD_MESSAGE: {
    name: "BadMessageError",
    source: "wire",
    message: "A message was refused: {problem}.",
  },
  RIVULET_TOO_MANY: {
    name: "TooManyError",
    source: "wire",
    message: "Too many {what} (at most {limit}). Try again in a moment.",
  },
  RIVULET_UNKNOWN_PAGE: {
    name: "UnknownPageError",
    source: "wire",
    message: "There is no page at {path}.",
  },
  RIVULET_HOST_REFUSED: {
    name: "HostRefusedError",
    source: "wire",
    message: "This server does not answer for the host {host}. If that name is right, add it to `allowedHosts` in the config.",
  },
  RIVULET_ORIGIN_REFUSED: {
    name: "OriginRefusedError",
    source: "wire",
    message: "Pages of {origin} may not use this server. If they should, add its host to `allowedHosts` in the config.",
  },
  RIVULET_ROUTE_POLICY: {
    name: "RoutePolicyError",
    source: "internal",
    message: "The route {route} declares no policy. This is a bug in rivulet.",
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

/** Values for the `{x}` of a message. Strings are put in as they are; wrap user values with `show`. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error that a user of rivulet caused and can mend. Subclasses exist for `instanceof`; `code` is stable. */
export class RivuletError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(ERRORS[code].message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? `{${name}}`)), options);
    this.code = code;
    this.details = details;
    this.name = ERRORS[code].name;
  }
}

/** `st.*` was called where no page run is (TH5). */
export class NoSessionContextError extends RivuletError {
  constructor(call: string) {
    super("RIVULET_NO_SESSION_CONTEXT", { call });
  }
}

/** `st.*` was called after its run had ended (TH6). */
export class StaleRunContextError extends RivuletError {
  constructor(call: string, reason: string) {
    super("RIVULET_STALE_RUN_CONTEXT", { call, reason });
  }
}

/** An option that makes no sense. `badOption("st.slider", "min", "less than max (3)", 5)`. */
export function badOption(call: string, option: string, expected: string, value: unknown): RivuletError {
  return new RivuletError("RIVULET_BAD_OPTION", { call, option, expected, value: show(value) });
}
