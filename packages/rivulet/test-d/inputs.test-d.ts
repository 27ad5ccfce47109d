import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

interface Berth {
  readonly name: string;
  readonly depth: number;
}

declare const berths: readonly Berth[];
declare const names: string[];
declare const maybeText: string | null;

test("a text area returns null exactly when it may start empty", () => {
  expectTypeOf(st.textArea("Log")).toEqualTypeOf<string>();
  expectTypeOf(st.textArea("Log", { value: "a", height: "content", maxChars: 9 })).toEqualTypeOf<string>();
  expectTypeOf(st.textArea("Log", { value: null })).toEqualTypeOf<string | null>();
  expectTypeOf(st.textArea("Log", { value: maybeText })).toEqualTypeOf<string | null>();
  expectTypeOf(st.textArea("Log", { value: null, onChange: (text) => expectTypeOf(text).toEqualTypeOf<string | null>() })).toEqualTypeOf<
    string | null
  >();
  // @ts-expect-error -- a number is no text
  st.textArea("Log", { value: 3 });
  // @ts-expect-error -- there is no such height
  st.textArea("Log", { height: "tall" });
});

test("a menu button returns one of its options, or null", () => {
  expectTypeOf(st.menuButton("Export", ["CSV", "JSON"])).toEqualTypeOf<"CSV" | "JSON" | null>();
  expectTypeOf(st.menuButton("Export", names)).toEqualTypeOf<string | null>();
  expectTypeOf(
    st.menuButton("Berth", berths, {
      format: (berth) => expectTypeOf(berth).toEqualTypeOf<Berth>() && berth.name,
      onClick: (berth) => expectTypeOf(berth).toEqualTypeOf<Berth>(),
    }),
  ).toEqualTypeOf<Berth | null>();
  // @ts-expect-error -- options are a list
  st.menuButton("Export", 3);
});

test("a link button tells of its click only when asked to", () => {
  expectTypeOf(st.linkButton("Go", "/")).toEqualTypeOf<void>();
  expectTypeOf(st.linkButton("Go", "/", { type: "primary", onClick: "ignore" })).toEqualTypeOf<void>();
  expectTypeOf(st.linkButton("Go", "/", { onClick: "rerun" })).toEqualTypeOf<boolean>();
  expectTypeOf(st.linkButton("Go", "/", { onClick: () => {} })).toEqualTypeOf<boolean>();
  // @ts-expect-error -- a link needs an address
  st.linkButton("Go");
  // @ts-expect-error -- an address is a text
  st.linkButton("Go", new URL("https://example.org"));
});

test("buttons know their kinds", () => {
  expectTypeOf(
    st.button("Go", { type: "tertiary", icon: "spinner", iconPosition: "right", shortcut: "F2", wrap: false }),
  ).toEqualTypeOf<boolean>();
  // @ts-expect-error -- there is no such type
  st.button("Go", { type: "main" });
  // @ts-expect-error -- a button has no onChange
  st.button("Go", { onChange: () => {} });
});

test("inputs may keep their values back", () => {
  expectTypeOf(st.textInput("Name", { onChange: "ignore", type: "email", validate: [/a/, "no"], live: 100 })).toEqualTypeOf<string>();
  expectTypeOf(st.textInput("Name", { onChange: (text) => expectTypeOf(text).toEqualTypeOf<string>() })).toEqualTypeOf<string>();
  expectTypeOf(st.numberInput("Count", { value: null, onChange: "ignore", format: "%d" })).toEqualTypeOf<number | null>();
  // @ts-expect-error -- there is no such mode
  st.numberInput("Count", { onChange: "later" });
  // @ts-expect-error -- there is no such type
  st.textInput("Name", { type: "colour" });
});

test("what happens once returns nothing but a toast, which can be changed", () => {
  expectTypeOf(st.balloons()).toEqualTypeOf<void>();
  expectTypeOf(st.snow()).toEqualTypeOf<void>();
  const note = st.toast("Saving", { icon: "spinner", duration: "infinite" });
  expectTypeOf(note.toast("Saved", { icon: ":material/check:", duration: 2 })).toEqualTypeOf<typeof note>();
  // @ts-expect-error: seconds, or "short", "long", "infinite"
  st.toast("a", { duration: "forever" });
});

test("echo returns what its body returns", () => {
  expectTypeOf(st.echo(() => 5)).toEqualTypeOf<number>();
  expectTypeOf(st.echo(async () => "a", { codeLocation: "below" })).toEqualTypeOf<Promise<string>>();
  // @ts-expect-error: "above" or "below"
  st.echo(() => {}, { codeLocation: "left" });
});

test("a logo takes what can be an image", () => {
  expectTypeOf(st.logo("/logo.svg")).toEqualTypeOf<void>();
  st.logo(new URL("./logo.png", import.meta.url), {
    size: "large",
    link: "https://example.org",
    iconImage: new Uint8Array(),
    alt: "Harbour",
  });
  // @ts-expect-error: sizes are "small", "medium" and "large"
  st.logo("/logo.svg", { size: 32 });
  // @ts-expect-error: a stream is no image
  st.logo(new ReadableStream());
});

test("a download button takes what can be a file, and tells of its press unless told not to", () => {
  expectTypeOf(st.downloadButton("Save", "text")).toEqualTypeOf<boolean>();
  const saved = st.downloadButton("Save", new Blob(["a"]), {
    key: "k",
    help: "h",
    icon: "💾",
    iconPosition: "left",
    type: "primary",
    shortcut: "F2",
    width: 200,
    wrap: true,
    disabled: false,
    fileName: "a.csv",
    mime: "text/csv",
    onClick: "rerun",
  });
  expectTypeOf(saved).toEqualTypeOf<boolean>();
  expectTypeOf(st.downloadButton("Save", async () => new Uint8Array(), { onClick: () => {} })).toEqualTypeOf<boolean>();
  expectTypeOf(st.downloadButton("Save", new ReadableStream<string>(), { onClick: "ignore" })).toEqualTypeOf<void>();
  st.downloadButton("Save", async function* (signal) {
    yield signal.aborted ? "" : new Uint8Array(1);
  });
  // @ts-expect-error: a number is no file
  st.downloadButton("Save", 5);
  // @ts-expect-error: rows are no text; write them as CSV or JSON
  st.downloadButton("Save", [{ a: 1 }]);
});
