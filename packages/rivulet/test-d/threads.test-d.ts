import { addScriptRunCtx, defineThread, getScriptRunCtx, ThreadPool, type Container, type ScriptRunContext, type Thread } from "rivulet";
import { expectTypeOf, test } from "vitest";

const work = defineThread(async (delay: number, target?: Container) => `${delay} ${target === undefined}`);

test("a thread function keeps the types of its body", () => {
  expectTypeOf(work(1)).toEqualTypeOf<Promise<string>>();
  expectTypeOf(work.thread(1)).toEqualTypeOf<Thread<string>>();
  expectTypeOf(work.thread(1).start().join()).toEqualTypeOf<Promise<string>>();
  // @ts-expect-error -- the delay is a number
  work.thread("1");
});

test("contexts and pools keep them too", () => {
  expectTypeOf(addScriptRunCtx(work.thread(1))).toEqualTypeOf<Thread<string>>();
  expectTypeOf(getScriptRunCtx()).toEqualTypeOf<ScriptRunContext | undefined>();
  const pool = new ThreadPool();
  expectTypeOf(pool.submit(work, 1)).toEqualTypeOf<Thread<string>>();
  const length = defineThread((text: string) => text.length);
  expectTypeOf(pool.map(length, ["a"])).toEqualTypeOf<Promise<number[]>>();
});
