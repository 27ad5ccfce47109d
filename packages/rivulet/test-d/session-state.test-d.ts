import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

declare module "rivulet" {
  interface SessionState {
    theme: "light" | "dark";
  }
}

test("session state is typed once by declaration merging", () => {
  expectTypeOf(st.sessionState.theme).toEqualTypeOf<"light" | "dark">();
  expectTypeOf(st.sessionState["anything else"]).toEqualTypeOf<unknown>();
});

test("session state is typed per use by init", () => {
  const state = st.sessionState.init({ count: 0, names: [] as string[] });
  expectTypeOf(state.count).toEqualTypeOf<number>();
  expectTypeOf(state.names).toEqualTypeOf<string[]>();
  expectTypeOf(state.theme).toEqualTypeOf<"light" | "dark">();
});
