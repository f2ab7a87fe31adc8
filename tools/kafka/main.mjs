import { parseArgs } from 'node:util';
import { startKafka } from './kafka.mjs';

const USAGE = `npm run kafka -- [--dir DIR] [--port N] [--controller-port N]

Starts a single Apache Kafka broker on 127.0.0.1 and prints one line when it serves clients.
Ctrl-C or SIGTERM stops it.

  --dir DIR             the broker's folder, continued if it was used before (default: .throughline/kafka)
  --port N              where clients connect, 0 for any free port (default: 9092)
  --controller-port N   where the broker's controller listens (default: 0)`;

const options = {
  dir: { type: 'string', default: '.throughline/kafka' },
  port: { type: 'string', default: '9092' },
  'controller-port': { type: 'string', default: '0' },
  help: { type: 'boolean', default: false },
};

/** @returns {{ dir: string, port: number, controllerPort: number } | undefined} undefined when help was asked for */
function readArguments() {
  const { values } = parseArgs({ options });
  if (values.help) return undefined;
  return {
    dir: values.dir,
    port: readPort('--port', values.port),
    controllerPort: readPort('--controller-port', values['controller-port']),
  };
}

/**
 * @param {string} option
 * @param {string} text
 */
function readPort(option, text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new Error(`${option} ${text} is not a port (0 to 65535)`);
  }
  return port;
}

/** @param {{ dir: string, port: number, controllerPort: number }} broker */
async function run(broker) {
  let stopRequested = false;
  /** @type {(() => Promise<void>) | undefined} */
  let stop;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopRequested = true;
      // A broker that is not up yet has nothing to end in order: leaving takes it along.
      if (stop) void stop();
      else process.exit(0);
    });
  }
  const kafka = await startKafka({ ...broker, say: (line) => console.error(line) });
  stop = kafka.stop;
  console.log(`kafka ready ${kafka.brokers}`);
  await kafka.ended;
  if (!stopRequested) throw new Error(`Kafka ended by itself; its log is ${broker.dir}/server.log`);
}

/** @returns {Promise<0 | 1 | 2>} the exit code: 0 done, 1 it failed, 2 the words were wrong */
async function main() {
  let broker;
  try {
    broker = readArguments();
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (!broker) {
    console.log(USAGE);
    return 0;
  }
  try {
    await run(broker);
    return 0;
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
