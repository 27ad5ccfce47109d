import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("a fragment is called like its body and returns what it returns", () => {
  const pick = st.fragment((label: string, max = 10) => st.slider(label, { max }));
  expectTypeOf(pick).toEqualTypeOf<(label: string, max?: number) => number>();
  expectTypeOf(st.fragment(async () => 1)()).toEqualTypeOf<Promise<number>>();
  // @ts-expect-error -- the body wants a text
  pick(5);
});

test("a parallel fragment returns nothing", () => {
  expectTypeOf(st.fragment(() => 1, { parallel: true })).toEqualTypeOf<() => void>();
  expectTypeOf(st.fragment(() => 1, { parallel: false, runEvery: "5s", key: "k" })).toEqualTypeOf<() => number>();
});

test("st.rerun never returns", () => {
  expectTypeOf(st.rerun).returns.toEqualTypeOf<never>();
  expectTypeOf(st.rerun).parameter(0).toExtend<string | readonly string[] | undefined>();
  // @ts-expect-error -- no scope is a number
  st.rerun(5);
  // @ts-expect-error -- an interval is a number or a text
  st.fragment(() => {}, { runEvery: true });
});
