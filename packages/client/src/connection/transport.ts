import { decodeFrame, type BackMsg, type Frame, type HostMsg } from "@rivulet/protocol";

/** What a transport tells its connection. */
export interface TransportEvents {
  readonly onOpen: () => void;
  readonly onFrame: (frame: Frame) => void;
  readonly onHostMsg: (msg: HostMsg) => void;
  readonly onClose: (code: number) => void;
}

/** One socket, in terms of messages. */
export interface Transport {
  readonly send: (msg: BackMsg) => void;
  /** Closes without a further event. */
  readonly close: () => void;
}

/** Makes a transport; tests bring their own. */
export type OpenTransport = (events: TransportEvents) => Transport;

/** A transport over the browser's WebSocket: binary messages are frames, text is JSON. */
export function openWebSocket(url: string, events: TransportEvents): Transport {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.onopen = events.onOpen;
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
    if (typeof data === "string") events.onHostMsg(JSON.parse(data) as HostMsg);
    else events.onFrame(decodeFrame(new Uint8Array(data)));
  };
  socket.onclose = ({ code }) => events.onClose(code);
  return {
    send: (msg) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(msg));
    },
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}
