import { show } from "@rivulet/protocol";

/** Who has to act on an error: the page's author, the command line's user, a browser, a test's author, or we. */
export type ErrorSource = "page" | "cli" | "wire" | "test" | "internal";

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
    message: "{call} was called {where}. {advice}",
  },
  RIVULET_STALE_RUN_CONTEXT: {
    name: "StaleRunContextError",
    source: "page",
    message: "{call} was called after its run had ended ({reason}). Nothing was written. {advice}",
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
    message:
      "st.sessionState: {path} is {value}, which cannot be kept. Keep plain data (numbers, strings, arrays, objects, dates, maps, sets, buffers) in session state.",
  },
  RIVULET_WIDGET_STATE: {
    name: "WidgetStateError",
    source: "page",
    message: "st.sessionState.{key} {problem}",
  },
  RIVULET_QUERY_PARAM: {
    name: "QueryParamError",
    source: "page",
    message: "st.queryParams.{name} {problem}",
  },
  RIVULET_CACHE_CAPTURE: {
    name: "CacheCaptureError",
    source: "page",
    message:
      "{place}: the cached function {name} uses {variable}, a variable of {owner}. Its value is not in the key, so a later call could get what was made with another one. {advice}",
  },
  RIVULET_CACHE_ARGUMENT: {
    name: "CacheArgumentError",
    source: "page",
    message:
      "{call}: {path} is {value}, which cannot be compared by value. Pass plain data, or say what counts with the option `hash`: { hash: (db) => db.url }.",
  },
  RIVULET_CACHE_VALUE: {
    name: "CacheValueError",
    source: "page",
    message:
      "{call}: {path} is {value}, which cannot be copied for each caller. Return plain data (numbers, strings, arrays, objects, dates, maps, sets, buffers); live objects belong in st.cacheResource.",
  },
  RIVULET_CACHE_CONTEXT: {
    name: "CacheContextError",
    source: "page",
    message: "{call} was called inside the cached function {name}, which runs once for many calls. {advice}",
  },
  RIVULET_CACHE_CIRCLE: {
    name: "CacheCircleError",
    source: "page",
    message: "{call} waits for itself: it was called with the same arguments while it was running for them.",
  },
  RIVULET_CACHE_LOST: {
    name: "CacheLostError",
    source: "page",
    message: "{call}: the process that was running it ended, for the second time in a row. The next call tries again.",
  },
  RIVULET_TOO_MANY_ELEMENTS: {
    name: "TooManyElementsError",
    source: "page",
    message: "The run emitted more than {limit} elements. Show a part of the data, or raise `maxElements` in the config.",
  },
  RIVULET_TOO_MUCH_MEDIA: {
    name: "TooMuchMediaError",
    source: "page",
    message:
      "{call}: with these {size} bytes the page would hand more than {limit} bytes to the browser. Give st.downloadButton a function or a stream, show less, or raise `limits.sessionMediaBytes`.",
  },
  RIVULET_FILE_LOST: {
    name: "FileLostError",
    source: "page",
    message: "The process that made a file for you ended before the file was there. Press its button again.",
  },
  RIVULET_STREAM_READ: {
    name: "StreamReadError",
    source: "page",
    message:
      "The stream for the file {name} was read by an earlier download. Give st.downloadButton a function that makes the stream anew each time.",
  },
  RIVULET_FILE_VALUE: {
    name: "FileValueError",
    source: "page",
    message: "The file {name} was {what} {value}. Give text, bytes, a Blob, a stream, or an iterable of text and bytes.",
  },
  RIVULET_PROCESS_EXIT: {
    name: "ProcessExitError",
    source: "page",
    message: "The page called process.exit, which would end it for every user. To end the run here call st.stop().",
  },
  RIVULET_BAD_PLACE: {
    name: "BadPlaceError",
    source: "page",
    message: "{call} {problem}",
  },
  RIVULET_IN_THREAD: {
    name: "InThreadError",
    source: "page",
    message: "{call} cannot be called in the thread {thread}. {advice}",
  },
  RIVULET_THREAD_VALUE: {
    name: "ThreadValueError",
    source: "page",
    message: "{path} of the thread {thread} is {value}, which cannot cross between threads. {advice}",
  },
  RIVULET_THREAD_CANCELLED: {
    name: "ThreadCancelledError",
    source: "page",
    message: "The thread {thread} was ended before it had a result: {reason}.",
  },
  RIVULET_THREAD_ENDED: {
    name: "ThreadEndedError",
    source: "page",
    message: "The thread {thread} ended without a result ({reason}).",
  },
  RIVULET_THREAD_USE: {
    name: "ThreadUseError",
    source: "page",
    message: "{call} {problem}",
  },
  RIVULET_THREAD_MODULE: {
    name: "ThreadModuleError",
    source: "page",
    message: "A thread module has one default export, `export default defineThread(async (...) => ...)`, and types ({place}: {problem}).",
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
  RIVULET_STATE_DIR: {
    name: "StateDirError",
    source: "cli",
    message:
      'Sessions cannot be kept in {folder} ({reason}). Name a folder that can be written with RIVULET_STATE_DIR or the option stateDir, or keep sessions in memory with sessionStore: "memory".',
  },
  RIVULET_STATE_DIR_IN_USE: {
    name: "StateDirInUseError",
    source: "cli",
    message:
      "The folder {folder} is in use by {holder}: one server keeps its sessions there. Stop that one, or name another folder with RIVULET_STATE_DIR or the option stateDir.",
  },
  RIVULET_CLIENT_FILES: {
    name: "ClientFilesError",
    source: "cli",
    message: "The browser's files are not in {folder} ({problem}). Build them: npm run build.",
  },
  RIVULET_WORKER_CRASHED: {
    name: "WorkerCrashedError",
    source: "page",
    message:
      "The process that ran this page ended ({reason}). The last action is not repeated; what the page had kept before is still there. {advice}",
  },
  RIVULET_STOPPED_HARD: {
    name: "StoppedHardError",
    source: "page",
    message:
      "The page did not answer Stop within {grace} ms, so its process was replaced. Call st.* or await now and then in long work, so that it can stop by itself.",
  },
  RIVULET_RUN_TIMEOUT: {
    name: "RunTimeoutError",
    source: "page",
    message: "The page ran longer than {limit} ms (runTimeout) and did not end within {grace} ms, so its process was replaced.",
  },
  RIVULET_WORKER_BUSY: {
    name: "WorkerBusyError",
    source: "page",
    message:
      "The page kept its process busy, so that the end of another session's run was not possible within {grace} ms; the process was replaced. The last action is not repeated. Call st.* or await now and then in long work.",
  },
  RIVULET_WORKER_START: {
    name: "WorkerStartError",
    source: "internal",
    message:
      "Script workers ended {times} times in a row while starting ({reason}). The next try follows a change of the code, or a reload.",
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
  RIVULET_PAGE_SYNTAX: {
    name: "SyntaxError",
    source: "page",
    message: "{place}: {problem}.",
  },
  RIVULET_PAGE_EXPORT: {
    name: "PageExportError",
    source: "page",
    message:
      "A page cannot export {what} ({place}): it is run from top to bottom, nothing imports it. Move what others need into a module beside it; types may stay.",
  },
  RIVULET_PAGE_RETURN: {
    name: "PageReturnError",
    source: "page",
    message: "A page cannot return at top level ({place}). To end the run here, call st.stop().",
  },
  RIVULET_PAGE_IMPORTED: {
    name: "PageImportedError",
    source: "page",
    message: "{importer} imports {page}, which is a page. Move what both need into a module of its own and import that.",
  },
  RIVULET_PAGE_MISSING: {
    name: "PageMissingError",
    source: "page",
    message: 'There is no page {page}. Pages are the entry, files under pages/ beside it, and literals in st.page("./x.ts").',
  },
  RIVULET_DUPLICATE_PAGE: {
    name: "DuplicatePageError",
    source: "page",
    message: "st.navigation: the pages {first} and {second} {problem}.",
  },
  RIVULET_UNKNOWN_PAGE: {
    name: "UnknownPageError",
    source: "page",
    message: "{call}: {page} is no page of this app. {pages}",
  },
  RIVULET_PAGE_EXIT: {
    name: "PageExitError",
    source: "page",
    message: "process.exit({status}) was called in a page. It would end every session; to end this run, call st.stop().",
  },
  RIVULET_FILE_MISSING: {
    name: "FileMissingError",
    source: "cli",
    message: "{file} cannot be read: {problem}. Name a page that exists, as in `rivulet dev app.ts`.",
  },
  RIVULET_FILE_KIND: {
    name: "FileKindError",
    source: "cli",
    message: "{file} is not a page. Pages are modules in TypeScript or JavaScript (.ts, .tsx, .mts, .js, .jsx, .mjs).",
  },
  RIVULET_NOT_A_BUILD: {
    name: "NotABuildError",
    source: "cli",
    message: "{folder} is not a build of this rivulet ({problem}). Make one with `rivulet build <file>`.",
  },
  RIVULET_BAD_CONFIG: {
    name: "BadConfigError",
    source: "cli",
    message: "{file}: {option} must be {expected}, instead got {value}.",
  },
  RIVULET_CONFIG_FAILED: {
    name: "ConfigFailedError",
    source: "cli",
    message: "{file} cannot be loaded: {problem}",
  },
  RIVULET_OUT_FOLDER: {
    name: "OutFolderError",
    source: "cli",
    message: "{folder} {problem}. Name another folder with --out.",
  },
  RIVULET_USAGE: {
    name: "UsageError",
    source: "cli",
    message: "{problem}. See `rivulet --help`.",
  },
  RIVULET_IMPORT_MISSING: {
    name: "ImportError",
    source: "page",
    message: "{importer} imports {specifier}, which cannot be found. {advice}",
  },
  RIVULET_EXPORT_MISSING: {
    name: "ImportError",
    source: "page",
    message: "{importer} imports {name} from {specifier}, which has no such export.",
  },
  RIVULET_BUILD_FAILED: {
    name: "BuildFailedError",
    source: "page",
    message: "{problem}",
  },
  RIVULET_TEST_NOT_FOUND: {
    name: "NotFoundError",
    source: "test",
    message: "{what} is not on the page. {there}",
  },
  RIVULET_TEST_GONE: {
    name: "ElementGoneError",
    source: "test",
    message: "{what} is no longer on the page: the last run did not write it. Ask for it again after each run.",
  },
  RIVULET_TEST_VALUE: {
    name: "TestValueError",
    source: "test",
    message: "{what} cannot be set to {value}: {problem}.",
  },
  RIVULET_TEST_TIMEOUT: {
    name: "TestTimeoutError",
    source: "test",
    message: "{what} took longer than {timeout} ms. Raise `timeout`, or find out what the page waits for.",
  },
  RIVULET_TEST_REFUSED: {
    name: "TestRefusedError",
    source: "test",
    message: "The server refused what was sent: {problem}",
  },
  RIVULET_TEST_CONNECTION: {
    name: "ConnectionError",
    source: "test",
    message: "The connection to {url} {problem}.",
  },
  RIVULET_TEST_USE: {
    name: "TestUseError",
    source: "test",
    message: "{call} {problem}",
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
    super(
      ERRORS[code].message.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? `{${name}}`)),
      options,
    );
    this.code = code;
    this.details = details;
    this.name = ERRORS[code].name;
  }
}

/** `st.*` was called where no page run is (TH5). */
export class NoSessionContextError extends RivuletError {
  constructor(call: string, where = "outside a page run", advice = "Call it from a page, or from something a page run started.") {
    super("RIVULET_NO_SESSION_CONTEXT", { call, where, advice });
  }
}

/** What `join` of a thread rejects with that was cancelled, or whose run was superseded or stopped (TH7). */
export class ThreadCancelledError extends RivuletError {
  constructor(thread: string, reason: string) {
    super("RIVULET_THREAD_CANCELLED", { thread, reason });
  }
}

/** `st.*` was called after its run had ended (TH6). */
export class StaleRunContextError extends RivuletError {
  constructor(
    call: string,
    reason: string,
    advice = "Await the work in the page, or end it when st.signal aborts (clear timers, remove listeners).",
  ) {
    super("RIVULET_STALE_RUN_CONTEXT", { call, reason, advice });
  }
}

/** An option that makes no sense. `badOption("st.slider", "min", "less than max (3)", 5)`. */
export function badOption(call: string, option: string, expected: string, value: unknown): RivuletError {
  return new RivuletError("RIVULET_BAD_OPTION", { call, option, expected, value: show(value) });
}
