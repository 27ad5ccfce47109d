import { cars } from "../cars/cars.ts";
import { counter } from "../counter/counter.ts";
import { weather } from "../weather/weather.ts";

/** One example as the gallery shows it. */
export interface Example {
  readonly name: string;
  readonly icon: string;
  readonly about: string;
  /** Writes the example into the page. */
  readonly show: () => void | Promise<void>;
  /** Its files, the first of which says most. */
  readonly files: readonly URL[];
}

export const examples: readonly Example[] = [
  {
    name: "Counter",
    icon: ":material/exposure_plus_1:",
    about: "Session state, callbacks, a metric with its course.",
    show: counter,
    files: [new URL("../counter/counter.ts", import.meta.url), new URL("../counter/app.ts", import.meta.url)],
  },
  {
    name: "Weather",
    icon: ":material/partly_cloudy_day:",
    about: "Filters in the sidebar, metrics that compare, tables and tabs on four years of data.",
    show: weather,
    files: [
      new URL("../weather/weather.ts", import.meta.url),
      new URL("../weather/days.ts", import.meta.url),
      new URL("../weather/app.ts", import.meta.url),
    ],
  },
  {
    name: "Cars",
    icon: ":material/directions_car:",
    about: "Explore 406 models by selection, search and sliders.",
    show: cars,
    files: [
      new URL("../cars/cars.ts", import.meta.url),
      new URL("../cars/models.ts", import.meta.url),
      new URL("../cars/app.ts", import.meta.url),
    ],
  },
];
