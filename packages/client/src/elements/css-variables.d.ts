import "react";

declare module "react" {
  /** Styles may set custom properties. */
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number | undefined;
  }
}
