let pressed = false;
let waiting: (() => void)[] = [];

/** Says whether a pointer is pressed: from before the blur that it causes until after its click. */
export function setPressed(down: boolean): void {
  pressed = down;
  if (down) return;
  const due = waiting;
  waiting = [];
  for (const job of due) job();
}

/** Runs `job` now, or after the click of a pressed pointer: what moves the page would move what is to be clicked away from below it. */
export function afterPress(job: () => void): void {
  if (pressed) waiting.push(job);
  else job();
}
