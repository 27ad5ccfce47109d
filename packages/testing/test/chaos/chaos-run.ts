import type { Random } from "../../../server/test/random.ts";
import type { Hits } from "./hits.ts";

/** Thrown in every conversation once something was seen that must never be. */
export class Abandoned extends Error {}

/** Thrown where a session is gone that a killed server had not kept yet: nothing of it was acknowledged. */
export class TooYoung extends Error {}

/** What the users of one run of the suite share. */
export interface ChaosRun {
  readonly hits: Hits;
  /** What must never be seen. */
  readonly violations: string[];
  readonly port: number;
  /** A user has done something and seen the answer. */
  readonly stepped: () => void;
}

/** One user's part of it. */
export interface UserMeans {
  readonly run: ChaosRun;
  /** Users are numbered from 0. */
  readonly no: number;
  readonly random: Random;
  readonly secret: string;
}
