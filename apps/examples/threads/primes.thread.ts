import { defineThread } from "rivulet";

/** Counts the primes below a number, the slow way: it keeps a processor busy. */
export default defineThread((below: number) => {
  let count = 0;
  for (let n = 2; n < below; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
    if (prime) count++;
  }
  return { below, count };
});
