import { isIP } from "node:net";

/**
 * Decides which names a request may use for this server and which sites may send one (SEC2).
 * A page of another site cannot forge either header, also when its name was made to resolve to this machine.
 */
export class AllowedHosts {
  readonly #exact = new Set<string>();
  readonly #suffixes: string[] = [];

  readonly #own: string | undefined;

  /** `own` is the name that the server listens on: good for a Host header, while its other ports are other sites. */
  constructor(names: readonly string[], own?: string) {
    this.#own = own?.toLowerCase();
    for (const name of names.map((given) => given.toLowerCase())) {
      if (name.startsWith(".")) {
        this.#suffixes.push(name);
        this.#exact.add(name.slice(1));
      } else this.#exact.add(name);
    }
  }

  /** Whether a Host header names this server. */
  host(header: string | undefined): boolean {
    const name = header === undefined ? undefined : nameOf(`http://${header}`);
    return name !== undefined && (name === this.#own || isOwn(name) || this.#listed(name));
  }

  /** Whether pages of this origin may use the server. No header means that it is no browser. */
  origin(header: string | undefined, host: string | undefined): boolean {
    if (header === undefined) return true;
    const origin = URL.canParse(header) ? new URL(header) : undefined;
    if (!origin || host === undefined) return false;
    // Compared under the origin's scheme, since a proxy may have taken the TLS off and default ports are not written.
    if (URL.canParse(`${origin.protocol}//${host}`) && new URL(`${origin.protocol}//${host}`).host === origin.host) return true;
    return this.#listed(origin.hostname);
  }

  #listed(name: string): boolean {
    return this.#exact.has(name) || this.#suffixes.some((suffix) => name.endsWith(suffix));
  }
}

/** An address cannot be made to resolve to something else, and nobody else can own localhost. */
function isOwn(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || isIP(name.replaceAll(/^\[|\]$/g, "")) !== 0;
}

function nameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.pathname === "/" && parsed.username === "" && parsed.hostname !== "" ? parsed.hostname.toLowerCase() : undefined;
}
