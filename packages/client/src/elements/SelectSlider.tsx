import { optionIdAt, optionIndex } from "@rivulet/protocol";
import type { ElementProps } from "./element-props.ts";
import { Slider } from "./Slider.tsx";

/** Options on a line: a slider over their places. */
export function SelectSlider({ props, value, setValue }: ElementProps<"selectSlider">) {
  const { options } = props;
  const place = (id: string) => Math.max(0, optionIndex(options, id));
  const places: number | readonly [number, number] = typeof value === "string" ? place(value) : [place(value[0]), place(value[1])];
  return (
    <Slider
      props={{ ...props, value: places, min: 0, max: options.length - 1, step: 1 }}
      text={(at) => options[at] ?? ""}
      value={places}
      setValue={(at) =>
        setValue(typeof at === "number" ? optionIdAt(options, at) : [optionIdAt(options, at[0]), optionIdAt(options, at[1])])
      }
    />
  );
}
