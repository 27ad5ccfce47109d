import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test, vi } from "vitest";
import { Deferred } from "../harness/deferred.ts";

const PAGE = new URL("./page.ts", import.meta.url);
const values = (app: AppTest) => app.getAll("metric").map(({ props }) => props.value);

test("an object lives from run to run; a session's own is made anew after it was cleared", async () => {
  await using app = await AppTest.fromFile(PAGE);
  await app.run();
  expect(app.errors).toEqual([]);
  const [everybody] = values(app).map(Number) as [number];
  app.get("button", { label: "Count" }).click();
  await app.run();
  expect(values(app)).toEqual([String(everybody + 1), "11"]);
  app.get("button", { label: "Start again" }).click();
  await app.run();
  expect(values(app)).toEqual([String(everybody + 1), "10"]);
});

test("sessions share a worker's object and keep their own", async () => {
  const made: string[] = [];
  const shared = st.cacheResource(() => made.push("shared"));
  const own = st.cacheResource(() => made.push("own"), { scope: "session" });
  const page = async (): Promise<void> => st.text(`${await shared()} ${await own()}`) as unknown as void;
  await using one = await AppTest.fromFunction(page);
  await using two = await AppTest.fromFunction(page);
  await Promise.all([one.run(), two.run()]);
  await Promise.all([one.run(), two.run()]);
  expect(made.sort()).toEqual(["own", "own", "shared"]);
});

test("onRelease gets the object when its session ends, also one that was still being made", async () => {
  const released: number[] = [];
  const gate = new Deferred<number>();
  let signal: AbortSignal | undefined;
  const ready = st.cacheResource(async () => 1, { scope: "session", onRelease: (value) => released.push(value) });
  const late = st.cacheResource(
    async () => {
      signal = st.signal;
      return gate.promise;
    },
    { scope: "session", onRelease: async (value) => released.push(await Promise.resolve(value)) },
  );
  const app = await AppTest.fromFunction(async () => {
    st.text(await ready());
    void late();
  });
  await app.run();
  expect(signal?.aborted).toBe(false);
  await app.close();
  expect(signal?.aborted).toBe(true);
  await vi.waitFor(() => expect(released).toEqual([1]));
  gate.resolve(2);
  await vi.waitFor(() => expect(released).toEqual([1, 2]));
});

test("what a factory throws is kept for nobody; what onRelease throws is clear's", async () => {
  let tries = 0;
  const flaky = st.cacheResource(
    () => {
      if (++tries === 1) throw new Error("no luck");
      return tries;
    },
    {
      onRelease: () => {
        throw new Error("cannot close");
      },
    },
  );
  await expect(flaky()).rejects.toThrow("no luck");
  expect([await flaky(), await flaky()]).toEqual([2, 2]);
  await expect(flaky.clear()).rejects.toThrow("cannot close");
  expect(await flaky()).toBe(3);
  await expect(flaky.clear()).rejects.toThrow("cannot close");
});

test("st.* inside a factory says where to write", async () => {
  const writes = st.cacheResource(function connect() {
    st.text("connecting");
  });
  await using app = await AppTest.fromFunction(async () => writes());
  await app.run();
  expect(app.errors).toMatchObject([
    { code: "RIVULET_CACHE_CONTEXT", message: expect.stringContaining("st.text was called inside the cached function connect") },
  ]);
});

test("st.cacheResource.clear releases everything", async () => {
  const released: string[] = [];
  const make = (name: string) => st.cacheResource(() => name, { key: name, onRelease: (value) => released.push(value) });
  await make("a")();
  await make("b")();
  await st.cacheResource.clear();
  expect(released).toEqual(["a", "b"]);
});
