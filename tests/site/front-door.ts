import net from 'node:net';

const tlsHandshake = 22;

export interface FrontDoor {
  readonly server: net.Server;
  /** Ends every open connection. */
  hangUp(): void;
}

/**
 * One TCP server in front of a plain and a TLS server; it looks at the first byte to tell which is meant.
 *
 * A browser that uses the port as its proxy sends CONNECT first: that is answered and forgotten, whatever the host.
 */
export function frontDoor(plainPort: () => number, securePort: () => number): FrontDoor {
  const open = new Set<net.Socket>();
  const forward = (socket: net.Socket, first: Buffer) => {
    const target = net.connect(first[0] === tlsHandshake ? securePort() : plainPort(), '127.0.0.1');
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    socket.on('close', () => target.destroy());
    target.write(first);
    socket.pipe(target).pipe(socket);
  };
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      if (!first.toString('latin1', 0, 8).startsWith('CONNECT ')) return forward(socket, first);
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', (inner) => forward(socket, inner));
    });
  });
  return { server, hangUp: () => open.forEach((socket) => socket.destroy()) };
}
