import { useLayoutEffect, useRef, type InputHTMLAttributes, type ReactElement, type RefObject } from "react";

type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly ref?: RefObject<HTMLInputElement | null> | undefined;
  readonly [data: `data-${string}`]: string | boolean | undefined;
};
type Handler = (event: never) => void;

/**
 * An input that React leaves alone while only its handlers are new ones. React writes name and type of an input at each
 * update, even if nothing changed, and new closures alone count as an update.
 */
export function Input(props: InputProps) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const kept = useRef<{ readonly props: InputProps; readonly element: ReactElement }>(undefined);
  if (!kept.current || !sameButHandlers(kept.current.props, props)) {
    kept.current = { props, element: <input {...withLatestHandlers(props, latest)} /> };
  }
  return kept.current.element;
}

function sameButHandlers(before: InputProps, now: InputProps): boolean {
  const keys = Object.keys(now) as (keyof InputProps)[];
  if (keys.length !== Object.keys(before).length) return false;
  return keys.every((key) => Object.is(before[key], now[key]) || (typeof before[key] === "function" && typeof now[key] === "function"));
}

/** Handlers that call whatever handler the last render gave. */
function withLatestHandlers(props: InputProps, latest: RefObject<InputProps>): InputProps {
  const entries = Object.entries(props).map(([key, value]) => {
    if (typeof value !== "function") return [key, value] as const;
    return [key, (event: never) => (latest.current[key as keyof InputProps] as unknown as Handler | undefined)?.(event)] as const;
  });
  return Object.fromEntries(entries) as InputProps;
}
