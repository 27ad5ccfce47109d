import { expect, test } from "vitest";
import { defineConfig, parseConfig } from "./config.ts";

test("a config is taken as it is", () => {
  const config = defineConfig({
    port: 0,
    host: "0.0.0.0",
    base: "/app",
    workers: 1,
    maxWorkers: 2,
    isolation: "session",
    runTimeout: 1000,
    grace: 0,
    workerMemory: 512,
    maxElements: 10,
    stateDir: "/var/lib/app",
    sessionStore: "disk",
    durability: "disk",
    sessionTtl: 60_000,
    resumeOnReload: true,
    heartbeat: 5000,
    shutdownTimeout: 0,
    allowedHosts: [".example.com"],
    trustedProxies: ["loopback", "10.0.0.0/8", "fd00::/8", "192.168.1.7"],
  });
  expect(parseConfig("rivulet.config.ts", config)).toEqual(config);
  expect(parseConfig("rivulet.config.ts", { port: undefined })).toEqual({ port: undefined });
});

test.each([
  [undefined, "the default export must be an object, instead got undefined"],
  [5, "the default export must be an object, instead got 5"],
  [
    { prot: 1 },
    'each option must be one of port, host, base, locale, workers, maxWorkers, isolation, runTimeout, grace, workerMemory, maxElements, sessionStore, durability, sessionTtl, resumeOnReload, heartbeat, shutdownTimeout, stateDir, trustedProxies, allowedHosts, instead got "prot"',
  ],
  [{ toString: 1 }, "each option must be one of"],
  [{ port: "80" }, 'port must be a whole number from 0 to 65535, instead got "80"'],
  [{ port: 70_000 }, "port must be a whole number from 0 to 65535, instead got 70000"],
  [{ base: "app" }, 'base must be a path such as /app, instead got "app"'],
  [{ workers: 0 }, "workers must be a whole number of threads, at least 1, instead got 0"],
  [{ maxWorkers: 1.5 }, "maxWorkers must be a whole number of threads, at least 1, instead got 1.5"],
  [{ trustedProxies: ["10.0.0.0/33"] }, 'trustedProxies must be a list of addresses, networks such as "10.0.0.0/8", "loopback"'],
  [{ trustedProxies: ["proxy.example"] }, 'trustedProxies must be a list of addresses, networks such as "10.0.0.0/8"'],
  [{ trustedProxies: "loopback" }, "trustedProxies must be a list"],
  [{ isolation: "none" }, 'isolation must be "shared" or "session", instead got "none"'],
  [{ runTimeout: Number.NaN }, "runTimeout must be a whole number of milliseconds, at least 1"],
  [{ workerMemory: 1 }, "workerMemory must be a whole number of megabytes, at least 16, instead got 1"],
  [{ sessionStore: "redis" }, 'sessionStore must be "memory" or "disk", instead got "redis"'],
  [{ durability: true }, 'durability must be "process" or "disk", instead got true'],
  [{ sessionTtl: -1 }, "sessionTtl must be a whole number of milliseconds, at least 0, instead got -1"],
  [{ resumeOnReload: "yes" }, 'resumeOnReload must be true or false, instead got "yes"'],
  [{ heartbeat: 20 }, "heartbeat must be a whole number of milliseconds, at least 100, instead got 20"],
  [{ shutdownTimeout: "5s" }, 'shutdownTimeout must be a whole number of milliseconds, at least 0, instead got "5s"'],
  [{ stateDir: "" }, 'stateDir must be a path of a folder, instead got ""'],
  [{ allowedHosts: "x" }, 'allowedHosts must be a list of names, instead got "x"'],
  [{ host: () => 1 }, "host must be an address"],
])("%j is refused with the option, what it must be and what it is", (raw, message) => {
  expect(() => parseConfig("rivulet.config.ts", raw)).toThrow(
    expect.objectContaining({ code: "RIVULET_BAD_CONFIG", message: expect.stringContaining(`rivulet.config.ts: ${message}`) }),
  );
});
