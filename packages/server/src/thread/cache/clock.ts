/** Milliseconds of a clock that all threads of the process share and nobody sets back. */
export type Clock = () => number;

export const processClock: Clock = () => Number(process.hrtime.bigint()) / 1e6;
