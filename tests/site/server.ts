import http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { selfSignedCertificate } from './certificate';
import { frontDoor } from './front-door';
import type { Reply } from './reply';
import type { Visit } from './site';
import { shakeHands } from './web-socket';

/** One request as it really arrived: what left the browser, whatever the extension says of it. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly host: string;
  readonly secure: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What it got; `null` for the opening of a web socket. */
  readonly reply: Reply | null;
}

export interface SiteServer {
  readonly port: number;
  readonly log: readonly LoggedRequest[];
  /** What arrived at this host so far. */
  requestsTo(host: string): readonly LoggedRequest[];
  clearLog(): void;
  close(): Promise<void>;
}

/** Floods have URLs of 64 kB, and send them as referrers too; Node's own limit is 16 kB. */
const maxHeaderSize = 256 * 1024;

/** Starts one local port that plays every host: over http, over https and as a CONNECT proxy. */
export async function startServer(answer: (visit: Visit) => Reply): Promise<SiteServer> {
  const log: LoggedRequest[] = [];
  const note = (request: IncomingMessage, isSocket = false) => {
    const visit = visitOf(request);
    const { host, secure, method, url, headers } = visit;
    const reply = isSocket ? null : answer(visit);
    log.push({ at: Date.now(), host, secure, method, url: url.href, headers, reply });
    return { visit, reply };
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const { visit, reply } = note(request);
    request.resume();
    if (reply !== null) send(response, visit, reply);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex) => {
    note(request, true);
    shakeHands(request, socket);
  };
  const plain = http.createServer({ maxHeaderSize }, onRequest).on('upgrade', onUpgrade);
  const secure = https.createServer({ ...selfSignedCertificate(), maxHeaderSize }, onRequest).on('upgrade', onUpgrade);
  const front = frontDoor(
    () => portOf(plain),
    () => portOf(secure),
  );
  await Promise.all([plain, secure, front.server].map(listen));

  return {
    port: portOf(front.server),
    log,
    requestsTo: (host) => log.filter((entry) => entry.host === host),
    clearLog: () => void log.splice(0),
    close: async () => {
      const stopped = [plain, secure, front.server].map(stop);
      front.hangUp();
      for (const server of [plain, secure]) server.closeAllConnections();
      await Promise.all(stopped);
    },
  };
}

/** Host and port as the browser meant them; as a plain proxy it puts the whole URL into the request line. */
function visitOf(request: IncomingMessage): Visit {
  const secure = request.socket instanceof TLSSocket;
  const target = request.url ?? '/';
  const url = target.startsWith('http://')
    ? new URL(target)
    : new URL(`${secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}${target}`);
  return { host: url.hostname, secure, method: request.method ?? 'GET', url, headers: request.headers };
}

function send(response: ServerResponse, visit: Visit, reply: Reply) {
  response.on('error', () => response.destroy());
  if (reply.ending === 'cut') return void response.destroy();
  if (reply.ending === 'pending') return;
  for (const [name, value] of Object.entries(reply.headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = reply.status;
  if (reply.ending === 'never') return void response.write(reply.body || ' ');
  response.end(visit.method === 'HEAD' ? undefined : reply.body);
}

const listen = (server: Server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

const stop = (server: Server) => new Promise<void>((done) => server.close(() => done()));

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server does not listen.');
  return address.port;
}
