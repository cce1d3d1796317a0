import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Opens the web socket that the browser asks for (RFC 6455 §4.2.2), under any host and path; nothing is ever said on it. */
export function shakeHands({ headers }: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  // What is said on it is not read, and who hangs up is let go.
  socket.on('end', () => socket.end()).resume();
  const key = headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
}
