import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

const size = (option: "S" | "M") => option.toLowerCase();

test("choices of one", () => {
  expectTypeOf(
    st.radio("a", ["S", "M"], {
      required: true,
      live: false,
      value: "M",
      format: size,
      key: "b",
      help: "c",
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<"S" | "M">(),
      disabled: false,
      labelVisibility: "visible",
      width: 200,
      horizontal: true,
      captions: ["small", "middling"],
    }),
  ).toEqualTypeOf<"S" | "M">();
  expectTypeOf(
    st.selectbox("a", ["S", "M"], {
      required: true,
      live: false,
      value: null,
      format: size,
      key: "b",
      help: "c",
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<string | null>(),
      disabled: false,
      labelVisibility: "hidden",
      width: "stretch",
      placeholder: "d",
      acceptNewOptions: true,
      filterMode: "prefix",
    }),
  ).toEqualTypeOf<string | null>();
  expectTypeOf(
    st.selectSlider("a", ["S", "M"], {
      required: true,
      live: false,
      value: ["S", "M"],
      format: size,
      key: "b",
      help: "c",
      onChange: (range) => expectTypeOf(range).toEqualTypeOf<["S" | "M", "S" | "M"]>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<["S" | "M", "S" | "M"]>();
  // @ts-expect-error -- captions are texts
  st.radio("a", ["S", "M"], { captions: [1, 2] });
  // @ts-expect-error -- none of the modes
  st.selectbox("a", ["S", "M"], { filterMode: "regex" });
});

test("choices of several", () => {
  expectTypeOf(
    st.multiselect("a", ["S", "M"], {
      required: true,
      live: false,
      value: ["S"],
      format: size,
      key: "b",
      help: "c",
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<("S" | "M")[]>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
      maxSelections: 1,
      placeholder: "d",
      acceptNewOptions: false,
      filterMode: "contains",
      selectAll: 10,
      wrap: false,
    }),
  ).toEqualTypeOf<("S" | "M")[]>();
  expectTypeOf(
    st.pills("a", ["S", "M"], {
      live: false,
      value: ["S"],
      selectionMode: "multi",
      required: false,
      format: size,
      key: "b",
      help: "c",
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<("S" | "M")[]>(),
      disabled: false,
      labelVisibility: "hidden",
      width: "content",
      wrap: false,
    }),
  ).toEqualTypeOf<("S" | "M")[]>();
  expectTypeOf(
    st.segmentedControl("a", ["S", "M"], {
      live: false,
      value: "S",
      selectionMode: "single",
      required: true,
      format: size,
      key: "b",
      help: "c",
      onChange: (chosen) => expectTypeOf(chosen).toEqualTypeOf<"S" | "M">(),
      disabled: false,
      labelVisibility: "collapsed",
      width: "stretch",
      wrap: true,
    }),
  ).toEqualTypeOf<"S" | "M">();
  // @ts-expect-error -- all, none, or up to a number
  st.multiselect("a", ["S", "M"], { selectAll: "yes" });
  // @ts-expect-error -- none of the modes
  st.pills("a", ["S", "M"], { selectionMode: "none" });
});

test("ratings and pages", () => {
  expectTypeOf(
    st.feedback("stars", {
      required: true,
      live: false,
      value: 3,
      key: "b",
      help: "c",
      label: "d",
      onChange: (stars) => expectTypeOf(stars).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | null>(),
      disabled: false,
      labelVisibility: "visible",
      width: "content",
    }),
  ).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | null>();
  expectTypeOf(
    st.pagination(9, {
      required: true,
      live: false,
      value: 2,
      maxVisiblePages: null,
      key: "b",
      help: "c",
      label: "d",
      onChange: (page) => expectTypeOf(page).toEqualTypeOf<number>(),
      disabled: false,
      labelVisibility: "visible",
      width: "stretch",
    }),
  ).toEqualTypeOf<number>();
  // @ts-expect-error -- two thumbs: 0 and 1
  st.feedback("thumbs", { value: 2 });
  // @ts-expect-error -- pages are counted
  st.pagination("9");
});
