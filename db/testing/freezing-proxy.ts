import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to the database that can be made to answer nothing for a while. */
export type FreezingProxy = {
  url: string;
  freeze: () => void;
  thaw: () => void;
  close: () => void;
};

/** Listens on loopback and passes everything on to the server of `url`, until it is frozen. */
export async function openFreezingProxy(url: string): Promise<FreezingProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let frozen = false;
  const add = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    return socket;
  };
  const server = createServer((from) => {
    const to = add(connect(Number(target.port), target.hostname));
    add(from);
    from.pipe(to);
    to.pipe(from);
    from.on("close", () => to.destroy());
    to.on("close", () => from.destroy());
    if (frozen) for (const socket of [from, to]) socket.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const place = new URL(url);
  place.hostname = "127.0.0.1";
  place.port = String((server.address() as AddressInfo).port);
  return {
    url: place.href,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
