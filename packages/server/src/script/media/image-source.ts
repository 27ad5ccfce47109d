import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { badOption } from "../../errors.ts";
import type { MediaId } from "../../thread/media/media-id.ts";
import type { ScriptSession } from "../script-session.ts";
import { bytesOf } from "./download-data.ts";
import { imageType } from "./image-type.ts";

/** An image: its address, its SVG source, its bytes, or a file of the app's (`new URL("./logo.svg", import.meta.url)`). */
export type ImageInput = string | URL | ArrayBuffer | ArrayBufferView;

const ADDRESS = /^(?:https?:\/\/|\/(?!\/)|data:image\/)/i;
const SVG = /^\s*(?:<\?xml[^]*?\?>\s*|<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i;

/** Files that were read, until they change: a page shows them in each run. */
const files = new Map<string, { readonly version: string; readonly bytes: Uint8Array }>();
const MAX_FILES = 200;

/** Where a browser finds an image: at its own address, or at the one under which its bytes are handed over. */
export function imageSource(
  session: ScriptSession,
  call: string,
  option: string,
  image: unknown,
): { readonly src: string } | { readonly media: MediaId } {
  if (typeof image === "string" && ADDRESS.test(image.trim())) return { src: image.trim() };
  if (image instanceof URL && image.protocol !== "file:" && ADDRESS.test(image.href)) return { src: image.href };
  const bytes = image instanceof URL && image.protocol === "file:" ? fileBytes(call, option, image) : bytesOf(image);
  const type = typeof bytes === "string" ? (SVG.test(bytes) ? "image/svg+xml" : undefined) : bytes && imageType(bytes);
  if (bytes === undefined || type === undefined) {
    const expected =
      'an address (https://, /, data:image/), SVG, the bytes of an image, or a file as new URL("./logo.png", import.meta.url)';
    throw badOption(call, option, expected, bytes instanceof Uint8Array ? `${bytes.length} bytes of something else` : image);
  }
  return { media: session.media.keep(call, bytes, { type, inline: true }) };
}

function fileBytes(call: string, option: string, url: URL): Uint8Array {
  try {
    const { mtimeMs, size } = statSync(url);
    const version = `${mtimeMs} ${size}`;
    const known = files.get(url.href);
    if (known?.version === version) return known.bytes;
    const bytes = new Uint8Array(readFileSync(url));
    if (files.size >= MAX_FILES) files.clear();
    files.set(url.href, { version, bytes });
    return bytes;
  } catch (error) {
    throw badOption(
      call,
      option,
      "a file that can be read",
      `${fileURLToPath(url)} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
