/** A calendar leaf. */
export function CalendarGlyph() {
  return (
    <svg {...LOOK}>
      <rect x="2.25" y="3.25" width="11.5" height="10.5" rx="1.5" />
      <path d="M2.5 6.75h11M5.25 1.75v3M10.75 1.75v3" />
    </svg>
  );
}

/** A clock's face. */
export function ClockGlyph() {
  return (
    <svg {...LOOK}>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.25 1.5" />
    </svg>
  );
}

const LOOK = {
  width: 16,
  height: 16,
  viewBox: "0 0 16 16",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  "aria-hidden": true,
} as const;
