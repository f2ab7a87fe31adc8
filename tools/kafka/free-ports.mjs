import { createServer } from 'node:net';

/**
 * Loopback ports that nothing listens on: the wanted ones, and for each 0 any other. Another process may still take
 * one before it is used.
 *
 * @param {number[]} wanted
 * @returns {Promise<number[]>}
 * @throws {Error} when a wanted port is taken
 */
export async function freePorts(wanted) {
  const servers = [];
  try {
    // All are held until the last is found: two free ones are then never the same.
    for (const port of wanted) servers.push(await listen(port));
    return servers.map((server) => server.address().port);
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Server>}
 */
function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      reject(new Error(`cannot use port ${port} of 127.0.0.1: ${error.message}`)),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
