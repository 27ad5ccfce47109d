import { st, type Container, type Expander, type Popover, type Status, type Tab } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("containers", () => {
  expectTypeOf(
    st.container({
      border: true,
      key: "a",
      width: "content",
      height: 300,
      horizontal: true,
      wrap: false,
      horizontalAlignment: "distribute",
      verticalAlignment: "center",
      gap: "xxlarge",
      autoscroll: true,
    }),
  ).toEqualTypeOf<Container>();
  expectTypeOf(st.columns([1, 2], { gap: 4, verticalAlignment: "bottom", border: true, width: 300, wrap: false })).toEqualTypeOf<
    [Container, Container]
  >();
  expectTypeOf(
    st.expander("a", { expanded: true, key: "b", icon: "⛵", type: "step", width: 300, onChange: "rerun" }),
  ).toEqualTypeOf<Expander>();
  expectTypeOf(
    st.popover("a", {
      key: "b",
      help: "c",
      type: "primary",
      icon: "⛵",
      disabled: false,
      width: "stretch",
      wrap: false,
      onChange: "ignore",
    }),
  ).toEqualTypeOf<Popover>();
  expectTypeOf(
    st.tabs(["A", "B"], {
      value: "B",
      key: "a",
      width: 300,
      height: 200,
      onChange: (label) => expectTypeOf(label).toEqualTypeOf<"A" | "B">(),
    }),
  ).toEqualTypeOf<[Tab, Tab]>();
  expectTypeOf(st.bottom).toEqualTypeOf<Container>();
  expectTypeOf(st.sidebar).toEqualTypeOf<Container>();
  // @ts-expect-error -- none of the gaps
  st.container({ gap: "huge" });
  // @ts-expect-error -- none of the sides
  st.columns(2, { verticalAlignment: "middle" });
});

test("what goes on", () => {
  expectTypeOf(st.status("a", { expanded: true, state: "running", type: "compact", width: 300 })).toEqualTypeOf<Status>();
  expectTypeOf(st.spinner("a", () => 5, { showTime: true, width: "stretch" })).toEqualTypeOf<number>();
  st.progress(0.5, { text: "a", width: 300 });
  st.toast("a", { icon: "⛵", duration: "infinite" });
  st.toast("a", { duration: 3 });
  // @ts-expect-error -- none of the states
  st.status("a", { state: "done" });
  // @ts-expect-error -- seconds or one of the words
  st.toast("a", { duration: "3s" });
});

test("the page and its run", () => {
  expectTypeOf(
    st.setPageConfig({
      title: "a",
      description: "c",
      icon: "⛵",
      layout: "wide",
      sidebar: "collapsed",
      locale: "ar-EG",
      menu: { about: "b" },
    }),
  ).toEqualTypeOf<void>();
  expectTypeOf(st.signal).toEqualTypeOf<AbortSignal>();
  expectTypeOf(st.isControlFlow(new Error("a"))).toEqualTypeOf<boolean>();
  // @ts-expect-error -- none of the layouts
  st.setPageConfig({ layout: "narrow" });
  // @ts-expect-error -- Streamlit's name
  st.setPageConfig({ pageTitle: "a" });
});

test("caches", () => {
  st.cacheData(async (city: string) => city, {
    ttl: "10m",
    staleFor: 60,
    maxEntries: 100,
    scope: "session",
    persist: "disk",
    key: "cities",
    showSpinner: "Asking",
    showTime: true,
    hash: (city) => city.toLowerCase(),
  });
  st.cacheResource(async (name: string) => new Map([[name, 1]]), {
    scope: "session",
    key: "maps",
    showSpinner: true,
    showTime: false,
    hash: (name) => name.length,
    onRelease: (map) => map.clear(),
  });
  // @ts-expect-error -- true or a text
  st.cacheData(() => 1, { showSpinner: 5 });
});
