import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP connection through this process that can be cut and mended, to stand between a test and a server that all tests share. */
export interface CuttableWire {
  /** `host:port` to connect to instead. */
  readonly address: string;
  /** Breaks every connection, and refuses new ones. */
  cut(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function cuttableWire(target: string): Promise<CuttableWire> {
  const [host = '', targetPort = ''] = target.split(':');
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(targetPort), host);
    for (const [socket, other] of [[from, to], [to, from]] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: `127.0.0.1:${port}`, cut, mend: () => listen(port), close: async () => cut() };
}
