import type { BackMsg, HostMsg } from "@rivulet/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection, type ConnectionOptions } from "./connection.ts";
import type { TransportEvents } from "./transport.ts";

/** A socket whose other end is the test. */
interface Socket extends TransportEvents {
  readonly sent: BackMsg[];
  readonly closed: boolean;
}

const HEARTBEAT = 20_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function connect(options: Partial<ConnectionOptions> = {}) {
  const sockets: Socket[] = [];
  const connection = new Connection({
    open: (events) => {
      const socket = { ...events, sent: [] as BackMsg[], closed: false };
      sockets.push(socket);
      return { send: (msg) => void socket.sent.push(msg), close: () => void (socket.closed = true) };
    },
    hello: () => ({ protocol: 1, build: "", path: "/", query: "", facts: {} }),
    applied: () => 0,
    onFrame: () => true,
    onHostMsg: () => {},
    onState: () => {},
    ...options,
  });
  const last = () => sockets.at(-1) as Socket;
  const welcome = (): void => {
    const { onOpen, onHostMsg } = last();
    onOpen();
    const known = { session: "s", token: `t${sockets.length}`, received: 0, resumed: true, replays: true, dev: false };
    onHostMsg({ type: "welcome", heartbeat: HEARTBEAT, ...known } satisfies HostMsg);
  };
  const pings = () => last().sent.filter(({ type }) => type === "ping").length;
  return { connection, sockets, last, welcome, pings, answer: () => last().onHostMsg({ type: "pong" }) };
}

test("[WS1] a server that says nothing for two heartbeats is gone; one that answers is not", () => {
  const { connection, last, welcome, pings, answer } = connect();
  welcome();
  for (let i = 1; i <= 3; i++) {
    vi.advanceTimersByTime(HEARTBEAT);
    expect(pings()).toBe(i);
    answer();
    vi.advanceTimersByTime(0);
  }
  vi.advanceTimersByTime(2 * HEARTBEAT - 1);
  expect(connection.state.name).toBe("open");
  vi.advanceTimersByTime(1);
  expect(connection.state.name).toBe("waiting");
  expect(last().closed).toBe(true);
});

test("[WS1] after the network or the machine was away the server has five seconds, however often that is said", () => {
  const { connection, welcome, pings, answer } = connect();
  welcome();
  connection.check();
  answer();
  vi.advanceTimersByTime(HEARTBEAT - 1);
  expect(pings()).toBe(1);
  expect(connection.state.name).toBe("open");
  connection.check();
  vi.advanceTimersByTime(3000);
  connection.check();
  expect(pings()).toBe(2);
  vi.advanceTimersByTime(1999);
  expect(connection.state.name).toBe("open");
  vi.advanceTimersByTime(1);
  expect(connection.state.name).toBe("waiting");
});

test("[WS1] a user who acts on a connection that was silent learns within five seconds that nobody is there", () => {
  const { connection, welcome, pings } = connect();
  welcome();
  connection.send({ type: "rerun", n: 1 });
  expect(pings()).toBe(0);
  vi.advanceTimersByTime(6000);
  connection.send({ type: "rerun", n: 2 });
  expect(pings()).toBe(1);
  vi.advanceTimersByTime(5000);
  expect(connection.state.name).toBe("waiting");
});

test("[WS1] a machine that was asleep, or busy, asks again before it takes the server for gone, and once only", () => {
  const { connection, welcome, pings } = connect();
  welcome();
  vi.advanceTimersByTime(HEARTBEAT);
  // The clock goes on, timers do not.
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(HEARTBEAT);
  expect(connection.state.name).toBe("open");
  expect(pings()).toBe(2);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5000);
  expect(connection.state.name).toBe("waiting");
});

test("[WS1] an attempt that nobody answers ends, and later ones have more time", () => {
  const { connection, sockets, last, welcome } = connect();
  vi.advanceTimersByTime(10_000);
  expect(connection.state.name).toBe("waiting");
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(1);
  expect(sockets).toHaveLength(2);
  // One that is refused says nothing of how long the next may take.
  last().onClose(1006);
  vi.advanceTimersByTime(200);
  expect(sockets).toHaveLength(3);
  last().onOpen();
  vi.advanceTimersByTime(19_999);
  expect(connection.state.name).toBe("connecting");
  expect(sockets).toHaveLength(3);
  welcome();
  vi.advanceTimersByTime(1);
  expect(connection.state.name).toBe("open");
});

test("[FP2] who cannot apply what the HTML brought still claims its session, for the whole tree", () => {
  const claiming = { resume: "t0", claims: true } as const;
  const frames = [{ seq: 1, msgs: [] }];
  const well = connect(claiming);
  well.connection.begin(frames);
  well.last().onOpen();
  expect(well.last().sent[0]).toMatchObject({ ...claiming, applied: 0 });
  const failing = connect({ ...claiming, onFrame: () => false });
  failing.connection.begin(frames);
  failing.last().onOpen();
  expect(failing.last().sent[0]).toMatchObject(claiming);
  expect(failing.last().sent[0]).not.toHaveProperty("applied");
});

test("[WS1] waits grow with the time since a connection that lasted, and end at once when the network is back", () => {
  const { connection, sockets, last, welcome, answer } = connect();
  const lose = (): number => {
    last().onClose(1006);
    const wait = connection.state.name === "waiting" ? connection.state.until - Date.now() : Number.NaN;
    vi.advanceTimersByTime(wait);
    return wait;
  };
  // Welcomed, and lost before anything was heard of it again.
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) {
    welcome();
    vi.advanceTimersByTime(2000);
    waits.push(lose());
  }
  expect(waits).toEqual([0, 250, 531, 848]);
  welcome();
  vi.advanceTimersByTime(HEARTBEAT);
  answer();
  expect([lose(), lose()]).toEqual([0, 200]);
  vi.advanceTimersByTime(9000);
  last().onClose(1006);
  const { length } = sockets;
  connection.check();
  expect(sockets).toHaveLength(length + 1);
  // Nobody knows how long it takes until the network is there in truth.
  expect([lose(), lose()]).toEqual([0, 200]);
});
