import { text } from "../text.ts";

/** Stands in for an element whose code is on its way, in its size. */
export function Skeleton({ height }: { readonly height: number }) {
  return <div className="rv-skeleton" role="status" aria-label={text.loading} style={{ height }} />;
}
