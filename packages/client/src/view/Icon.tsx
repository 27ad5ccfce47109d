/** The frame's own few icons, drawn on a grid of 24. */
const PATHS = {
  menu: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  panel: "M4 5.5h16v13H4zM9.5 5.5v13",
  close: "M6 6l12 12M18 6L6 18",
  elsewhere: "M8 6h10v10M18 6L6 18",
  copy: "M9 9h11v11H9zM5 15V4h11",
  check: "M5 12.5l4.5 4.5L19 7.5",
  error: "M12 7.5v5.5M12 16.5h.01M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
  offline:
    "M3 3l18 18M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5.2-2.7M19 12.9a10 10 0 0 0-2-1.5M2 8.8a15 15 0 0 1 4.2-2.6M22 8.8A15 15 0 0 0 11 5M12 20h.01",
  stop: "M8 8h8v8H8z",
  sun: "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  device: "M4 5h16v11H4zM9 20h6M12 16v4",
  rerun: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  print: "M7 8V4h10v4M7 17H4V8h16v9h-3M7 14h10v6H7z",
  help: "M9.2 9a3 3 0 1 1 4.4 2.6c-1 .6-1.6 1.2-1.6 2.4M12 17.5h.01M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
  bug: "M8 9h8v6a4 4 0 0 1-8 0zM9 9a3 3 0 0 1 6 0M4 13h4M16 13h4M5 7l3 2.5M19 7l-3 2.5M5 20l3.5-2.5M19 20l-3.5-2.5",
  about: "M12 11v5.5M12 7.5h.01M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18",
} as const;

export type IconName = keyof typeof PATHS;

/** One of the frame's icons; hidden from assistive technology, so the control around it needs a name. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="rv-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={name === "stop" ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={name === "menu" ? 2.6 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
