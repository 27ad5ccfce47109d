import { type DisplayType, type Elements, type ElementType, type PropsOf, type TypeOf, type ValueOf } from "@rivulet/protocol";
import { expectTypeOf, test } from "vitest";

test("[FM1] values follow from the definitions", () => {
  expectTypeOf<ValueOf<"checkbox">>().toEqualTypeOf<boolean>();
  expectTypeOf<ValueOf<"slider">>().toEqualTypeOf<number | readonly [number, number]>();
  expectTypeOf<ValueOf<"button">>().toEqualTypeOf<true>();
  expectTypeOf<ValueOf<"numberInput">>().toEqualTypeOf<number | null>();
});

test("[FM1] props follow from the definitions", () => {
  expectTypeOf<PropsOf<"slider">>().toHaveProperty("step").toEqualTypeOf<number>();
  expectTypeOf<PropsOf<"heading">["level"]>().toEqualTypeOf<1 | 2 | 3>();
});

test("[FM1] every element is of exactly one class", () => {
  expectTypeOf<TypeOf<"display"> & TypeOf<"widget">>().toEqualTypeOf<never>();
  expectTypeOf<TypeOf<"display"> | TypeOf<"widget"> | TypeOf<"trigger"> | TypeOf<"block">>().toEqualTypeOf<ElementType>();
  expectTypeOf<keyof Elements>().toEqualTypeOf<ElementType>();
  expectTypeOf<"slider">().not.toExtend<DisplayType>();
});
