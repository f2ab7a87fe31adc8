import { join } from 'node:path';

/**
 * The settings of one broker that is its own controller (KRaft). Whatever a cluster would replicate is kept once.
 *
 * @param {{ dir: string, port: number, controllerPort: number }} broker
 * @returns {string} the text of a `server.properties`
 */
export function serverProperties({ dir, port, controllerPort }) {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    // Static voters: the controller's port may be another one at the next start of the same folder.
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'log.dirs': join(dir, 'data'),
    // As in any production cluster: a topic that nobody created is an error, not a topic with one partition.
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // The default waits 3 s for more members before the first assignment of a group.
    'group.initial.rebalance.delay.ms': 0,
    // After a crash the next start waits until the controller has given up the broker that was: 9 s by default.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'log.segment.bytes': 64 * 1024 * 1024,
    'log.index.size.max.bytes': 1024 * 1024,
    'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
