import { connect } from "node:net";
import { request } from "node:http";
import { RivuletError } from "../../dist/index.js";
import { expect, test } from "vitest";
import { createApp } from "../../dist/host/app.js";
import { enforcePolicies } from "../../dist/host/route-policy.js";
import { AllowedHosts } from "../../dist/host/allowed-hosts.js";
import { fastify } from "fastify";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

/** The status of a request with headers that fetch would not send. */
function status(url: string, headers: Record<string, string>, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

const UPGRADE = {
  connection: "upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
};

test("[SEC5] the shell of a page carries title, base, build and a nonce that changes", async () => {
  await using server = await startServer();
  const response = await fetch(`${server.url}about?x=1`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("referrer-policy")).toBe("same-origin");
  const csp = response.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(csp)?.[1];
  expect(csp).toContain("frame-ancestors 'self'");
  expect(csp).toContain("object-src 'none'");
  expect(csp).not.toMatch(/script-src[^;]*unsafe/);
  expect(html).toContain(`nonce="${nonce}" src="/_rivulet/main-abcd1234.js"`);
  expect(html).toContain("<title>About</title>");
  expect(html).toMatch(/name="rivulet-build" content="[0-9a-f]{16}"/);
  expect(html).not.toContain("%RIVULET_");
  expect((await fetch(server.url)).headers.get("content-security-policy")).not.toBe(csp);
});

test("[WS1] the build in the HTML is the one that hello may carry", async () => {
  await using server = await startServer();
  const build = /rivulet-build" content="([^"]+)"/.exec(await (await fetch(server.url)).text())?.[1] ?? "";
  await using client = await SocketClient.open(server.url, { build });
  await client.next("welcome");
});

test("files with a hash in their name are kept for ever, compressed as the browser likes", async () => {
  await using server = await startServer();
  const url = `${server.url}_rivulet/main-abcd1234.js`;
  for (const [accept, encoding] of [
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
  ] as const) {
    const response = await fetch(url, { headers: { "accept-encoding": accept } });
    expect(response.headers.get("content-encoding"), accept).toBe(encoding);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("vary")).toBe("accept-encoding");
    expect(await response.text()).toBe('console.log("main");\n');
  }
  expect((await fetch(`${server.url}icon.svg`)).headers.get("cache-control")).toBe("no-cache");
});

test("an unknown address is a 404 with a clear page", async () => {
  await using server = await startServer();
  for (const path of ["nothing", "_rivulet/none.js", "index.html", ".vite/manifest.json", "about/x", "__proto__"]) {
    const response = await fetch(server.url + path);
    expect(response.status, path).toBe(404);
    expect(await response.text()).toContain("There is no page at this address");
  }
});

test.each([
  "/../package.json",
  "/..%2f..%2fpackage.json",
  "/_rivulet/../../test-server.ts",
  "/_rivulet/%2e%2e/%2e%2e/test-server.ts",
  "/%00",
  "/%",
  "//etc/passwd",
])("[SEC3] %s reaches no file", async (path) => {
  await using server = await startServer();
  // By hand, since every HTTP client would tidy the path up first.
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    let text = "";
    socket
      .on("data", (data) => (text += data.toString()))
      .on("close", () => resolve(text))
      .on("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1.1 (400|404) /);
  expect(answer).not.toContain("startServer");
});

test("[SEC1] a route without a policy fails at start-up", async () => {
  const app = fastify();
  enforcePolicies(app, new AllowedHosts([]));
  const declare = () => app.get("/open", () => "hello");
  expect(declare).toThrow(RivuletError);
  expect(declare).toThrow(/GET \/open declares no policy/);
  app.get("/declared", { config: { policy: "public" } }, () => "hello");
  expect((await app.inject({ url: "/declared", headers: { host: "localhost" } })).statusCode).toBe(200);
  expect(createApp).toBeTypeOf("function");
});

test("[SEC2] a request for another host is refused, whatever it asks for", async () => {
  await using server = await startServer({ allowedHosts: ["app.example"] });
  for (const path of ["", "about", "_rivulet/main-abcd1234.js", "ws"])
    expect(await status(server.url + path, { host: "evil.example" }), path).toBe(403);
  expect(await status(server.url, { host: "app.example" })).toBe(200);
  expect(await status(server.url, { host: `localhost:${server.port}` })).toBe(200);
  expect(await status(`${server.url}healthz`, { host: "evil.example" })).toBe(200);
});

test("[SEC2] an upgrade by a page of another site is refused, localhost included", async () => {
  await using server = await startServer();
  const host = `localhost:${server.port}`;
  for (const origin of ["https://evil.example", "null", "http://localhost:1", `http://127.0.0.1:${server.port}`, "file://"])
    expect(await status(`${server.url}ws`, { ...UPGRADE, host, origin }), origin).toBe(403);
  expect(await status(`${server.url}ws`, { ...UPGRADE, host: "evil.example", origin: "http://evil.example" })).toBe(403);
  await using client = new SocketClient(server.url.replace("127.0.0.1", "localhost"), { origin: `http://${host}` });
  await client.hello();
  await client.next("welcome");
});

test("[SEC2] an unsafe method by a page of another site is refused before it is looked at", async () => {
  await using server = await startServer();
  const host = `localhost:${server.port}`;
  expect(await status(server.url, { host, origin: "https://evil.example" }, "POST")).toBe(403);
  expect(await status(server.url, { host, origin: `http://${host}` }, "POST")).toBe(404);
});

test("an upgrade anywhere but at the one entry gets no socket", async () => {
  await using server = await startServer();
  const host = `localhost:${server.port}`;
  await using client = new SocketClient(`${server.url}about/`, { headers: { host } });
  await expect(client.opened()).rejects.toThrow();
});

test("everything lies below the base", async () => {
  await using server = await startServer({ base: "/app/" });
  expect(server.url).toMatch(/\/app\/$/);
  const html = await (await fetch(server.url)).text();
  expect(html).toContain('src="/app/_rivulet/main-abcd1234.js"');
  expect((await fetch(`${server.url}_rivulet/main-abcd1234.js`)).status).toBe(200);
  expect((await fetch(server.url.slice(0, -1))).url).toBe(server.url);
  expect((await fetch(new URL("/", server.url))).status).toBe(404);
  await using client = await SocketClient.open(server.url, { path: "/app/about" });
  expect(await client.report()).toMatchObject({ path: "/about" });
  await using outside = await SocketClient.open(server.url, { path: "/about" });
  expect(await outside.closed).toBe(4404);
});

test("a HEAD request starts nothing and gets no body", async () => {
  await using server = await startServer();
  const response = await fetch(server.url, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});
