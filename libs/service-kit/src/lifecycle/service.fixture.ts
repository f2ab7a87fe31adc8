import { Controller, Get, Module } from '@nestjs/common';
import { inSpan, PublicRoute, runProcess, serveHttp } from '../index.js';

@PublicRoute()
@Controller()
class SlowController {
  /** Answers only after the process was told to stop. */
  @Get('slow')
  async slow() {
    await inSpan('wait', {}, () => new Promise((resolve) => process.once('SIGTERM', resolve)));
    return { answered: true };
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

const neverEnding = new Promise<void>(() => undefined);

/** A service that misbehaves in the way its environment says. */
await runProcess('fixture', async (context) => {
  const { lifecycle, logger } = context;
  const misbehaviour = process.env['MISBEHAVIOUR'];
  await lifecycle.open(
    'store',
    () => undefined,
    () => {
      logger.info({ event: 'store.closed' }, 'closed');
    },
  );
  await lifecycle.open(
    'consumer',
    () => undefined,
    () => (misbehaviour === 'hang' ? neverEnding : undefined),
  );
  if (misbehaviour === 'start-failure') throw new Error('no such database');
  const address = await serveHttp(SlowModule, context);
  if (misbehaviour === 'rejection') void Promise.reject(new Error('forgotten'));
  if (misbehaviour === 'exception') {
    setImmediate(() => {
      throw new Error('unforeseen');
    });
  }
  if (misbehaviour === 'consumption')
    lifecycle.watch('consumer', Promise.reject(new Error('lost')));
  process.stdout.write(`${JSON.stringify({ event: 'fixture.address', address })}\n`);
});
