import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { codeOf } from '../errors/thrown.js';
import type { ProcessContext } from '../lifecycle/start-process.js';
import { createHttpApplication } from './create-http-application.js';
import { listening } from './telemetry.js';

/** How long requests that are under way may take to end once the server stops; then their connections are cut. */
const GRACE_MS = 3_000;

/**
 * Opens the process's HTTP as one of its parts. Open it last, so that it is the first to stop.
 * @returns the address it listens on, `http://127.0.0.1:4680`
 */
export async function serveHttp(
  module: DynamicModule | Type,
  { lifecycle, ...context }: ProcessContext,
): Promise<string> {
  const application = await lifecycle.open(
    'http',
    async () => {
      const created = await createHttpApplication(module, context);
      await listen(created, context.configuration.http);
      return created;
    },
    close,
  );
  const address = await application.getUrl();
  listening(context.logger, { address });
  return address;
}

async function listen(
  application: NestFastifyApplication,
  { host, port }: { host: string; port: number },
): Promise<void> {
  try {
    await application.listen(port, host);
  } catch (error) {
    await application.close();
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new Error(
      `port ${port} on ${host} is taken: stop what listens there, or set THROUGHLINE_PORT`,
      { cause: error },
    );
  }
}

const CLOSE_IDLE_EVERY_MS = 50;

/**
 * One client that never finishes its request must not hold up the end of the process, nor one that keeps its
 * connection when the answer that was under way has come.
 */
async function close(application: NestFastifyApplication): Promise<void> {
  const { server } = application.getHttpAdapter().getInstance();
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, CLOSE_IDLE_EVERY_MS);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE_MS);
  try {
    await application.close();
  } finally {
    clearTimeout(cut);
    clearInterval(sweep);
  }
}
