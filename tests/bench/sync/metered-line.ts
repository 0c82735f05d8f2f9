import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What went over a line: requests, and bytes with all their headers. */
export interface Traffic {
  readonly requests: number;
  readonly up: number;
  readonly down: number;
}

/** A line to a server that counts what goes over it. */
export interface MeteredLine {
  readonly url: string;
  readonly traffic: () => Traffic;
  readonly close: () => void;
}

const requestLine = /(?:^|\r\n)(?:GET|PUT|POST|HEAD|DELETE) \/[^\r\n]* HTTP\/1\.1\r\n/g;

export async function meteredLine(to: string): Promise<MeteredLine> {
  const { hostname, port } = new URL(to);
  let [requests, up, down] = [0, 0, 0];
  const server = createServer((here) => {
    const there = connect(Number(port), hostname);
    here.on('data', (bytes) => {
      up += bytes.length;
      requests += bytes.toString('latin1').match(requestLine)?.length ?? 0;
    });
    there.on('data', (bytes) => {
      down += bytes.length;
    });
    for (const side of [here, there]) {
      side.on('error', () => {
        here.destroy();
        there.destroy();
      });
    }
    here.pipe(there).pipe(here);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic: () => ({ requests, up, down }),
    close: () => server.close(),
  };
}
