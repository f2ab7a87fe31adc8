import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startService } from './child-process.fixture.js';
import type { Child } from './child-process.fixture.js';

// Real processes on a machine that may be busy: their start takes as long as it takes.
jest.setTimeout(60_000);

const children: Child[] = [];

function start(variables?: Record<string, string>): Child {
  const child = startService(variables);
  children.push(child);
  return child;
}

async function serving(variables?: Record<string, string>) {
  const child = start(variables);
  const { address } = await child.logged('http.listening');
  return { child, address: String(address) };
}

async function listeningServer(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

afterEach(async () => {
  for (const child of children.splice(0)) {
    try {
      process.kill(child.pid, 'SIGKILL');
    } catch {
      // Gone already, as it should be.
    }
    await child.exitCode;
  }
});

describe('a process', () => {
  it('drains on SIGINT, the store last, and exits 0 though something still holds its loop', async () => {
    const { child } = await serving();
    await child.logged('process.started');
    process.kill(child.pid, 'SIGINT');
    expect(await child.exitCode).toBe(0);
    expect(child.lines.slice(-3).map(({ event }) => event)).toEqual([
      'process.stopping',
      'store.closed',
      'process.stopped',
    ]);
  });

  it('on SIGTERM answers the request that is under way before it lets go of what the answer needs', async () => {
    const { child, address } = await serving({ LOG_LEVEL: 'debug' });
    const answer = fetch(`${address}/slow`);
    await child.logged('slow.asked');
    process.kill(child.pid, 'SIGTERM');
    expect(await (await answer).json()).toEqual({ answered: true });
    expect(await child.exitCode).toBe(0);
    const events = child.lines.map(({ event }) => event);
    expect(events).toContain('http.request.answered');
    expect(events.indexOf('store.closed')).toBeGreaterThan(
      events.lastIndexOf('http.request.answered'),
    );
  });

  it('does not wait for a client that never finishes its request', async () => {
    const { child, address } = await serving();
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /slow HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf');
    await fetch(`${address}/livez`);
    process.kill(child.pid, 'SIGTERM');
    expect(await child.exitCode).toBe(0);
    socket.destroy();
  });

  it('names a part that hangs, goes on stopping the others, and exits 1', async () => {
    const child = start({ MISBEHAVIOUR: 'hang' });
    await child.logged('process.started');
    process.kill(child.pid, 'SIGTERM');
    expect(await child.exitCode).toBe(1);
    expect(child.lines).toContainEqual(
      expect.objectContaining({ event: 'process.part.hung', part: 'consumer' }),
    );
    expect(child.lines).toContainEqual(expect.objectContaining({ event: 'store.closed' }));
  });

  it('ends at once when it is told twice', async () => {
    const child = start({ MISBEHAVIOUR: 'hang' });
    await child.logged('process.started');
    process.kill(child.pid, 'SIGINT');
    await child.logged('process.stopping');
    process.kill(child.pid, 'SIGINT');
    expect(await child.exitCode).toBe(1);
    expect(child.lines.filter(({ event }) => event === 'process.part.hung')).toEqual([]);
  });

  it.each([
    ['a rejection that nobody handles', 'rejection', 'unhandled rejection', 'forgotten'],
    ['an exception that nobody catches', 'exception', 'uncaught exception', 'unforeseen'],
    ['a consumption that ends by itself', 'consumption', 'consumer failed', 'lost'],
    ['a start that fails', 'start-failure', 'the start failed', 'no such database'],
  ])('ends with a line and exit code 1 at %s', async (_name, misbehaviour, reason, message) => {
    const child = start({ MISBEHAVIOUR: misbehaviour });
    expect(await child.exitCode).toBe(1);
    expect(child.lines).toContainEqual(
      expect.objectContaining({
        event: 'process.crashed',
        reason,
        err: expect.objectContaining({ message }) as unknown,
      }),
    );
  });

  it('says in words what is wrong with its configuration and exits 1', async () => {
    const child = start({ THROUGHLINE_PORT: 'eighty', LOG_LEVEL: 'inof' });
    expect(await child.exitCode).toBe(1);
    expect(child.lines).toEqual([]);
    expect(child.stderr()).toContain('THROUGHLINE_PORT: is not a whole number from 0 to 65535');
    expect(child.stderr()).toContain('did you mean "info"?');
  });

  it('says who to ask when its port is taken', async () => {
    const { server, port } = await listeningServer((_request, response) => response.end());
    try {
      const child = start({ THROUGHLINE_PORT: String(port) });
      expect(await child.exitCode).toBe(1);
      expect(JSON.stringify(child.lines)).toContain(`port ${port} on 127.0.0.1 is taken`);
    } finally {
      server.close();
    }
  });

  it('sends its traces, under the trace of the caller, where OTEL_EXPORTER_OTLP_ENDPOINT says', async () => {
    const received: string[] = [];
    const { server, port } = await listeningServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => received.push(text));
      request.on('end', () => response.end('{}'));
    });
    try {
      const { child, address } = await serving({
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      });
      const traceId = '0af7651916cd43dd8448eb211c80319c';
      await fetch(`${address}/livez`, {
        headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
      });
      process.kill(child.pid, 'SIGTERM');
      expect(await child.exitCode).toBe(0);
      const sent = received.join('');
      expect(sent).toContain(traceId);
      expect(sent).toContain('GET /livez');
      expect(sent).toContain('throughline-fixture');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
