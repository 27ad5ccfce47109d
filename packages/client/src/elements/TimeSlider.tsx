import { momentToMs, msToMoment, showMoment } from "@rivulet/protocol";
import type { ElementProps } from "./element-props.ts";
import { sessionLocale } from "../i18n/session-locale.ts";
import { Slider } from "./Slider.tsx";

/** Days, times of day or both on a line: a slider over milliseconds. */
export function TimeSlider({ props, value, setValue }: ElementProps<"timeSlider">) {
  const { kind, seconds, format } = props;
  const ms = (moment: string) => momentToMs(moment, kind);
  const moment = (at: number) => msToMoment(at, kind, seconds);
  const places = typeof value === "string" ? ms(value) : ([ms(value[0]), ms(value[1])] as const);
  const text = (at: number) => {
    if (format === undefined) return moment(at).replace("T", " ");
    return format === "localized" ? localized(at, props) : showMoment(at, format, sessionLocale());
  };
  return (
    <Slider
      props={{ ...props, value: places, min: ms(props.min), max: ms(props.max), format: undefined }}
      text={text}
      value={places}
      setValue={(at) => setValue(typeof at === "number" ? moment(at) : [moment(at[0]), moment(at[1])])}
    />
  );
}

function localized(at: number, { kind, seconds }: ElementProps<"timeSlider">["props"]): string {
  return new Intl.DateTimeFormat(sessionLocale(), {
    timeZone: "UTC",
    dateStyle: kind === "time" ? undefined : "medium",
    timeStyle: kind === "date" ? undefined : seconds ? "medium" : "short",
  }).format(at);
}
