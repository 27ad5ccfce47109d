import { type IncomingHttpHeaders, request } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { decodeFrame, type ForwardMsg } from "@rivulet/protocol";

/** What the HTML of a page is to a browser. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly html: string;
  readonly title: string | undefined;
  /** Of the session that the navigation has begun. */
  readonly token: string | undefined;
  readonly msgs: readonly ForwardMsg[];
  /** The last frame in the HTML. */
  readonly applied: number;
}

/** The headers of a browser that somebody has told to go somewhere. */
const BROWSER = {
  accept: "text/html,application/xhtml+xml,*/*;q=0.8",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
  "sec-fetch-dest": "document",
  "sec-fetch-mode": "navigate",
};

/** Asks for a page as a browser does whose user goes there. By hand, since fetch says of itself that it is no browser. */
export async function askForPage(url: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<PageAnswer> {
  const { status, headers: answered, body } = await ask(url, headers, method);
  const html = (answered["content-encoding"] === "br" ? brotliDecompressSync(body) : body).toString();
  const [, token, text = ""] = /id="rivulet-first" data-token="([^"]+)">([^<]*)</.exec(html) ?? [];
  const frames = text
    .split(" ")
    .filter((frame) => frame !== "")
    .map((frame) => decodeFrame(Buffer.from(frame, "base64")));
  return {
    status,
    headers: answered,
    html,
    title: /<title>([^<]*)</.exec(html)?.[1],
    token,
    msgs: frames.flatMap(({ msgs }) => msgs),
    applied: frames.at(-1)?.seq ?? 0,
  };
}

function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  method: string,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...BROWSER, ...headers }, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on("error", reject)
      .end();
  });
}
