import { cars } from "../cars/cars.ts";
import { counter } from "../counter/counter.ts";
import { harbourBoard } from "../harbour-board/harbour-board.ts";
import { register } from "../register/register.ts";
import { weather } from "../weather/weather.ts";

/** One example as the gallery shows it. */
export interface Example {
  readonly name: string;
  readonly icon: string;
  readonly about: string;
  /** Writes the example into the page. */
  readonly show: () => void | Promise<void>;
  /** Its files by name, the first of which says most. */
  readonly files: Readonly<Record<string, URL>>;
}

export const examples: readonly Example[] = [
  {
    name: "Counter",
    icon: ":material/exposure_plus_1:",
    about: "Session state, callbacks, a metric with its course.",
    show: counter,
    files: {
      "counter/counter.ts": new URL("../counter/counter.ts", import.meta.url),
      "counter/app.ts": new URL("../counter/app.ts", import.meta.url),
    },
  },
  {
    name: "Weather",
    icon: ":material/partly_cloudy_day:",
    about: "Filters in the sidebar, metrics that compare, tables and tabs on four years of data.",
    show: weather,
    files: {
      "weather/weather.ts": new URL("../weather/weather.ts", import.meta.url),
      "weather/days.ts": new URL("../weather/days.ts", import.meta.url),
      "weather/app.ts": new URL("../weather/app.ts", import.meta.url),
    },
  },
  {
    name: "Cars",
    icon: ":material/directions_car:",
    about: "Explore 406 models by selection, search and sliders.",
    show: cars,
    files: {
      "cars/cars.ts": new URL("../cars/cars.ts", import.meta.url),
      "cars/models.ts": new URL("../cars/models.ts", import.meta.url),
      "cars/app.ts": new URL("../cars/app.ts", import.meta.url),
    },
  },
  {
    name: "Harbour board",
    icon: ":material/anchor:",
    about: "A dense dashboard: filters, metrics with their course, and charts that are drawn as HTML in the page's colours.",
    show: harbourBoard,
    files: {
      "harbour-board/harbour-board.ts": new URL("../harbour-board/harbour-board.ts", import.meta.url),
      "harbour-board/charts.ts": new URL("../harbour-board/charts.ts", import.meta.url),
      "harbour-board/calls.ts": new URL("../harbour-board/calls.ts", import.meta.url),
      "harbour-board/app.ts": new URL("../harbour-board/app.ts", import.meta.url),
    },
  },
  {
    name: "Register",
    icon: ":material/directions_boat:",
    about: "A long form that a zod schema checks: what it refuses is said at the fields.",
    show: register,
    files: {
      "register/register.ts": new URL("../register/register.ts", import.meta.url),
      "register/ship.ts": new URL("../register/ship.ts", import.meta.url),
      "register/app.ts": new URL("../register/app.ts", import.meta.url),
    },
  },
];
