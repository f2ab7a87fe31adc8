import { runProcess } from './run-process.js';

const neverEnding = new Promise<void>(() => undefined);

/** A service that misbehaves in the way its environment says, or else serves HTTP. */
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
    () => setInterval(() => undefined, 60_000),
    () => (misbehaviour === 'hang' ? neverEnding : undefined),
  );
  switch (misbehaviour) {
    case 'start-failure':
      throw new Error('no such database');
    case 'rejection':
      void Promise.reject(new Error('forgotten'));
      return;
    case 'exception':
      setImmediate(() => {
        throw new Error('unforeseen');
      });
      return;
    case 'consumption':
      lifecycle.watch('consumer', Promise.reject(new Error('lost')));
      return;
    case 'hang':
      return;
    default: {
      // Loaded only where it is needed: the framework is most of what a start costs.
      const { serveSlowly } = await import('./slow-http.fixture.js');
      await serveSlowly(context);
    }
  }
});
