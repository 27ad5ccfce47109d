import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer, type RivuletServer, type ServerOptions } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { afterAll } from "vitest";
import type { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";

const runtime = import.meta.resolve("@rivulet/server/script");
const folder = mkdtempSync(path.join(tmpdir(), "rivulet-media-"));
const entry = path.join(import.meta.dirname, "fixtures/app.ts");
const built = buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" });
afterAll(() => rmSync(folder, { recursive: true }));

export interface MediaServer extends RivuletServer, AsyncDisposable {
  /** The address of what has this id. */
  at(media: string): string;
  /** The address of what a button shows. */
  media(client: PageClient, label: string): string;
}

/** A real server with a page that hands bytes over. */
export async function startMediaServer(options: Partial<ServerOptions> = {}): Promise<MediaServer> {
  const { manifest } = await built;
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: true, port: 0, workers: 1, log: "silent", ...options });
  const at = (media: string) => `${server.url}_rivulet/media/${media}`;
  const media = (client: PageClient, label: string) => {
    const props = client.props("downloadButton").find((button) => button.label === label);
    return at(String(props?.media));
  };
  return { ...server, at, media, [Symbol.asyncDispose]: () => server.close() };
}
