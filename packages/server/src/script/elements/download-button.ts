import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { bytesOf, isReadable, type DownloadData } from "../media/download-data.ts";
import { Download } from "../media/download.ts";
import { nameOfType, typeOfName } from "../media/file-type.ts";
import { buttonProps, type ButtonLook } from "./button-options.ts";

export interface DownloadButtonOptions extends ButtonLook {
  /** What the file is called. Default: a `File`'s own name, else "download" with the extension of its type. */
  readonly fileName?: string | undefined;
  /** Its content type. Default: by the file's name, else a `Blob`'s own, else plain text for text and bytes for bytes. */
  readonly mime?: string | undefined;
  /**
   * What a click does besides: "rerun" (default) runs the page, "ignore" does not; a function is called before the page runs and may be
   * async.
   */
  readonly onClick?: (() => unknown) | "rerun" | "ignore" | undefined;
}

const MIME = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w!#$&^.+-]+|"[^"\\\p{Cc}]*"))*$/u;

/**
 * Shows a button that saves a file; true in the one run that its press caused. The label is inline markdown. Text and bytes are handed
 * over in each run; what is large or slow to make belongs in a function, which is called when somebody wants the file, or in a stream.
 * It runs beside all runs, so it takes what it needs of session state from the page; an error in it is shown below the button.
 * @param data Text, bytes, a `Blob`, a stream or (async) iterable of text and bytes, or a function that makes one of these.
 * @throws BadOptionError for options that make no sense; TooMuchMediaError for text and bytes beyond the session's limit (200 MB).
 * @example
 * st.downloadButton("Tides", toCsv(rows), { fileName: "tides.csv" });
 * st.downloadButton("Everything", () => exportAll(), { fileName: "all.zip", icon: ":material/download:" });
 */
export function downloadButton(
  this: Container,
  label: string,
  data: DownloadData,
  options: DownloadButtonOptions & { readonly onClick: "ignore" },
): void;
export function downloadButton(
  this: Container,
  label: string,
  data: DownloadData,
  options?: DownloadButtonOptions & { readonly onClick?: (() => unknown) | "rerun" | undefined },
): boolean;
export function downloadButton(this: Container, label: string, data: DownloadData, options?: DownloadButtonOptions): boolean | void;
export function downloadButton(this: Container, label: string, data: DownloadData, options: DownloadButtonOptions = {}): boolean | void {
  const site = takeCallSite("downloadButton", label, data, options);
  const call = "st.downloadButton";
  const look = buttonProps(call, label, options);
  const { key, onClick = "rerun" } = options;
  if (onClick !== "ignore" && onClick !== "rerun" && typeof onClick !== "function")
    throw badOption(call, "onClick", '"rerun", "ignore" or a function', onClick);
  const bytes = bytesOf(data);
  if (bytes === undefined && typeof data !== "function" && !isReadable(data))
    throw badOption(call, "data", "text, bytes, a Blob, a stream, an iterable, or a function that makes one of these", data);
  const { name, type } = nameAndType(call, data, options);
  const runs = onClick !== "ignore";
  const pressed = this.trigger(
    "downloadButton",
    { ...look, name, runs: runs || undefined },
    {
      ...{ call, site, label, key, bound: bytes === undefined },
      onChange: typeof onClick === "function" ? onClick : undefined,
      more: (record, { session }) => {
        if (bytes === undefined) return session.downloads.set(record, new Download(data, { name, type, runs }));
        record.download?.dispose();
        record.download = undefined;
        return { media: session.media.keep(call, bytes, { name, type }) };
      },
    },
  );
  return runs ? pressed === true : undefined;
}

function nameAndType(call: string, data: DownloadData, { fileName, mime }: DownloadButtonOptions) {
  if (
    fileName !== undefined &&
    !(typeof fileName === "string" && fileName !== "" && fileName.length <= 255 && !/[/\\\p{Cc}]/u.test(fileName))
  )
    throw badOption(call, "fileName", "a name of at most 255 characters without slashes", fileName);
  if (mime !== undefined && !(typeof mime === "string" && MIME.test(mime)))
    throw badOption(call, "mime", 'a content type such as "text/csv"', mime);
  const named = fileName ?? (data instanceof File && data.name !== "" ? data.name.replaceAll(/[/\\\p{Cc}]/gu, "_") : undefined);
  const own = data instanceof Blob && MIME.test(data.type) ? data.type : undefined;
  const type = mime ?? own ?? typeOfName(named ?? "") ?? (typeof data === "string" ? "text/plain" : "application/octet-stream");
  return { name: named ?? nameOfType(type), type: /^text\/(?!.*charset=)/i.test(type) ? `${type}; charset=utf-8` : type };
}
