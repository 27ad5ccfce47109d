import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("a cached function has the function's parameters and awaited result", () => {
  const load = st.cacheData(async (city: string, days = 3, ...tags: string[]) => ({ city, days, tags }), { ttl: "10m", scope: "app" });
  expectTypeOf(load).parameters.toEqualTypeOf<[city: string, days?: number | undefined, ...tags: string[]]>();
  expectTypeOf(load).returns.toEqualTypeOf<Promise<{ city: string; days: number; tags: string[] }>>();
  expectTypeOf(st.cacheData((n: number) => n * 2)).returns.toEqualTypeOf<Promise<number>>();
  // @ts-expect-error -- a number is no city
  void load(5);
});

test("clear takes all arguments or none", () => {
  const load = st.cacheData(async (city: string, days: number) => city + days);
  expectTypeOf(load.clear()).toEqualTypeOf<Promise<void>>();
  expectTypeOf(load.clear("Paris", 3)).toEqualTypeOf<Promise<void>>();
  // @ts-expect-error -- days is missing
  void load.clear("Paris");
  expectTypeOf(st.cacheData.clear()).toEqualTypeOf<Promise<void>>();
});

test("options know the function", () => {
  st.cacheData(async (at: URL, n: number) => [at, n], {
    hash: (at, n) => {
      expectTypeOf(at).toEqualTypeOf<URL>();
      expectTypeOf(n).toEqualTypeOf<number>();
      return [at.href, n];
    },
  });
  // @ts-expect-error -- there is no such scope
  st.cacheData(() => 1, { scope: "world" });
  // @ts-expect-error -- a resource does not expire
  st.cacheResource(() => 1, { ttl: 5 });
});

test("a resource is what its factory makes, awaited", () => {
  const database = st.cacheResource(async (name: string) => new Map([[name, 1]]), {
    onRelease: (map) => expectTypeOf(map).toEqualTypeOf<Map<string, number>>(),
  });
  expectTypeOf(database).parameters.toEqualTypeOf<[name: string]>();
  expectTypeOf(database).returns.toEqualTypeOf<Promise<Map<string, number>>>();
  expectTypeOf(st.cacheResource(() => new Set<number>())()).toEqualTypeOf<Promise<Set<number>>>();
});
