import { useEffect, useState } from "react";
import type { Link } from "../store/page-state.ts";
import { text } from "../text.ts";
import type { AppActions } from "./App.tsx";
import { Icon } from "./Icon.tsx";
import { usePage } from "./store-context.ts";

/** Says what is out of the ordinary: a slow run with its Stop, a lost connection. Otherwise nothing. */
export function Status({ actions }: { readonly actions: AppActions }) {
  const link = usePage("link");
  const slow = usePage("slow");
  const [said, setSaid] = useState(false);
  if (slow && !said) setSaid(true);
  const lost = link.name === "waiting" || link.name === "closed";
  return (
    <div className="rv-status" role="status">
      {lost ? (
        <Lost link={link} actions={actions} />
      ) : slow ? (
        <Running stop={actions.stop} />
      ) : (
        // Who heard that it runs hears when it no longer does.
        said && <span className="rv-said">{text.finished}</span>
      )}
    </div>
  );
}

function Running({ stop }: { readonly stop: () => void }) {
  const [stopping, setStopping] = useState(false);
  return (
    <>
      <span className="rv-progress-line" />
      <span className="rv-chip">
        <span className="rv-spinner" aria-hidden="true" />
        {stopping ? text.stopping : text.running}
        <button
          className="rv-chip-button"
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            stop();
          }}
        >
          <Icon name="stop" size={14} />
          {text.stop}
        </button>
      </span>
    </>
  );
}

function Lost({ link, actions }: { readonly link: Extract<Link, { name: "waiting" | "closed" }>; readonly actions: AppActions }) {
  if (link.name === "waiting") {
    return (
      <span className="rv-chip" data-tone="warning">
        <Icon name="offline" size={16} />
        <span>
          {text.disconnected}
          <Countdown until={link.until} />
        </span>
        <button className="rv-chip-button" onClick={actions.retryNow}>
          {text.tryNow}
        </button>
      </span>
    );
  }
  const own = link.reason === "superseded";
  return (
    <span className="rv-chip" data-tone="warning">
      <Icon name="offline" size={16} />
      <span>{link.reason in text.closed ? text.closed[link.reason as keyof typeof text.closed] : text.disconnected}</span>
      <button className="rv-chip-button" onClick={own ? actions.startOver : () => location.reload()}>
        {own ? text.useHere : text.reload}
      </button>
    </span>
  );
}

/** Counts down outside the live region's words: a reader says once that the connection is lost, not every second. */
function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((until - now) / 1000);
  return seconds > 0 ? <span aria-hidden="true">. {text.retryIn(seconds)}</span> : null;
}
