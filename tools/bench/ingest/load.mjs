import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends requests over so many connections, one after the other on each, and reads no more of the answers
 * than that they are 202 and where they end: what the client costs is not what is measured.
 *
 * @param {number} port
 * @param {readonly Buffer[]} requests
 * @param {number} connections
 * @returns {Promise<number>} seconds until the last was answered
 */
export async function secondsToSend(port, requests, connections) {
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await once(socket, 'connect');
      return socket;
    }),
  );
  let next = 0;
  const start = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < requests.length) {
        socket.write(requests[next++]);
        await accepted(socket);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return seconds;
}

async function accepted(socket) {
  let answer = '';
  for (;;) {
    const [chunk] = await once(socket, 'data');
    answer += chunk.toString('latin1');
    const headEnd = answer.indexOf('\r\n\r\n');
    if (headEnd === -1) continue;
    if (!answer.startsWith('HTTP/1.1 202 ')) throw new Error(answer);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
    if (answer.length >= headEnd + 4 + length) return;
  }
}
