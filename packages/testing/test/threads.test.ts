import { threadId } from "node:worker_threads";
import { addScriptRunCtx, defineThread, st } from "rivulet";
import { expect, test } from "vitest";
import { AppTest } from "@rivulet/testing";
import square from "./fixtures/square.thread.ts";

test("[TH3] a page in a file starts threads in place", async () => {
  await using app = await AppTest.fromFile(new URL("fixtures/threads.ts", import.meta.url));
  await app.run();
  expect([app.errors, app.texts()]).toEqual([[], ["Number", "3 squared", "is 9", "1,4,9"]]);
  app.get("numberInput", { label: "Number" }).set(5);
  await app.run();
  expect(app.texts()).toEqual(["Number", "5 squared", "is 25", "1,4,9"]);
});

test("[TH3] a function starts the threads that its test has imported", async () => {
  const threads: number[] = [];
  await using app = await AppTest.fromFunction(async () => {
    const box = st.container();
    const { square: result, thread } = await addScriptRunCtx(square.thread(7, box)).start().join();
    threads.push(thread);
    st.text(`is ${result}`);
  });
  await app.run();
  await app.run();
  expect([app.errors, app.texts()]).toEqual([[], ["7 squared", "is 49"]]);
  expect(threads).toHaveLength(2);
  expect(threads).not.toContain(threadId);
});

test("[TH3] a thread that has no module of its own is refused, and the error says where it belongs", async () => {
  const inline = defineThread((n: number) => n);
  await using app = await AppTest.fromFunction(async () => void (await inline(1)));
  await app.run();
  expect(app.errors).toMatchObject([{ code: "RIVULET_THREAD_USE" }]);
  expect(app.errors[0]?.message).toContain("into a module named x.thread.ts");
});
