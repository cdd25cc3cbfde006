// The packages speak https only; the mock speaks http. This ends TLS in front of it and passes the bytes on unread.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';

export class TlsFront {
  #server;
  #open = new Set();
  #behind;

  static async listen() {
    const folder = process.env.OUTSIDE_CERTIFICATE;
    if (!folder) {
      throw new Error('No certificate: run the tests by `npm test`, which makes one.');
    }

    const front = new TlsFront();
    front.#server = tls.createServer(
      { key: readFileSync(path.join(folder, 'key.pem')), cert: readFileSync(path.join(folder, 'certificate.pem')) },
      (socket) => front.#pass(socket));
    front.#server.listen(0, '127.0.0.1');
    await once(front.#server, 'listening');
    return front;
  }

  get domain() {
    return `localhost:${this.#server.address().port}`;
  }

  // The mock is started later, since its audience names this port.
  leadTo(port) {
    this.#behind = port;
  }

  async close() {
    this.#open.forEach((socket) => socket.destroy());
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(near) {
    const far = net.connect(this.#behind, '127.0.0.1');
    for (const [socket, other] of [[near, far], [far, near]]) {
      this.#open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.#open.delete(socket) && other.destroy());
      socket.pipe(other);
    }
  }
}
