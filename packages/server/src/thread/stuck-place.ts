import type { SourceFrame } from "@rivulet/protocol";

/** What a script thread says about the code on its processor, asked in the middle of it. */
export interface StuckPlace {
  /** Whose run it belongs to; undefined outside any. */
  readonly session?: string | undefined;
  /** The innermost line of the user's; undefined where there is none on the stack. */
  readonly frame?: SourceFrame | undefined;
  /** His calls, innermost first. */
  readonly stack?: readonly string[] | undefined;
}

/** Under this symbol a script thread keeps the function that describes where it is, for the host to call by the inspector (SR9). */
export const STUCK_PLACE = "rivulet.stuck-place";
