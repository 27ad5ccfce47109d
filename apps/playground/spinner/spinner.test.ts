import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test, vi } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a spinner returns what its body returns, and is gone when the body is", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toEqual(expect.arrayContaining(["What the body writes stays.", "Ida, Olga", "499500"]));
  expect(app.getAll("spinner").map(({ props }) => props.active)).toEqual([false, false]);
  await app.run();
  expect(app.getAll("spinner").map(({ props }) => props.active)).toEqual([false, false]);
});

test("a spinner turns while its body runs", async () => {
  let seen: boolean | undefined;
  await using app = await AppTest.fromFunction(async () => {
    await st.spinner("Loading", async () => {
      await vi.waitFor(() => {
        seen = app.get("spinner").props.active;
      });
    });
  });
  await app.run();
  expect(seen).toBe(true);
  expect(app.get("spinner").props.active).toBe(false);
});

test.each([
  [
    "a sync body that throws",
    () =>
      st.spinner("Loading", () => {
        throw new Error("lost");
      }),
  ],
  [
    "an async body that throws",
    () =>
      st.spinner("Loading", async () => {
        await Promise.resolve();
        throw new Error("lost");
      }),
  ],
])("the spinner of %s is gone, and the error is the page's", async (_, page) => {
  await using app = await AppTest.fromFunction(async () => void (await page()));
  await app.run();
  expect(app.errors).toMatchObject([{ message: "lost" }]);
  expect(app.get("spinner").props.active).toBe(false);
});

test.each([
  [
    "in its body",
    async () => {
      await st.spinner("Loading", async () => {
        await Promise.resolve();
        st.stop();
      });
    },
  ],
  [
    "beside its body",
    async () => {
      void st.spinner("Loading", () => new Promise(() => {}));
      await Promise.resolve();
      st.stop();
    },
  ],
])("a spinner whose run ends by st.stop() %s is gone", async (_, page) => {
  await using app = await AppTest.fromFunction(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("spinner").props.active).toBe(false);
});

test("an un-awaited spinner still belongs to its run", async () => {
  await using app = await AppTest.fromFunction(() => {
    void st.spinner("Loading", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      st.text("late, but in time");
    });
    st.text("below");
  });
  await app.run();
  expect(app.texts()).toEqual(["late, but in time", "below"]);
});

test("a spinner needs a body", async () => {
  expect(await badOptionOf(() => st.spinner("Loading", undefined as never))).toContain(
    "st.spinner: body must be a function to run meanwhile",
  );
});
