import type { UpdateMsg } from "@rivulet/protocol";

/** Characters that the values together may take: a greeting has to fit into one message. */
const MAX_LENGTH = 200_000;
const MAX_COUNT = 2000;

/** As many of the values as fit into a greeting. */
export function fittingSeeds(values: UpdateMsg["values"]): UpdateMsg["values"] {
  let left = MAX_LENGTH;
  return values.slice(-MAX_COUNT).filter((pair) => {
    const { length } = JSON.stringify(pair);
    if (length > left) return false;
    left -= length;
    return true;
  });
}
