import { describe, expect, it } from '@jest/globals';
import type { ProducerBatch, RecordMetadata } from 'kafkajs';
import { LogClosedError, LogUnavailableError } from '../errors.js';
import { Sender } from './sender.js';

/** A broker's side of things: what each producer was asked to send, and how it is answered. */
class Brokers {
  readonly producers: { sent: ProducerBatch[]; connected: boolean }[] = [];
  answer: (batch: ProducerBatch) => Promise<RecordMetadata[]> = (batch) =>
    Promise.resolve(acknowledged(batch));

  readonly newProducer = () => {
    const producer = { sent: [] as ProducerBatch[], connected: false };
    this.producers.push(producer);
    return {
      connect: () => Promise.resolve(void (producer.connected = true)),
      disconnect: () => Promise.resolve(void (producer.connected = false)),
      sendBatch: (batch: ProducerBatch) => {
        producer.sent.push(batch);
        return this.answer(batch);
      },
    };
  };
}

function acknowledged({ topicMessages = [] }: ProducerBatch): RecordMetadata[] {
  return topicMessages.flatMap(({ topic, messages }) =>
    [...new Set(messages.map(({ partition }) => partition ?? 0))].map((partition) => ({
      ...{ topicName: topic, partition, errorCode: 0 },
    })),
  );
}

const record = (value: string, partition = 0) => ({
  ...{ topic: 'test.commits', key: 'acme/shop', value: Buffer.from(value), partition },
});

const valuesOf = ({ topicMessages = [] }: ProducerBatch) =>
  topicMessages.flatMap(({ messages }) => messages.map(({ value }) => String(value)));

describe('the sender', () => {
  it('sends what arrives during a request together with the next one, in order', async () => {
    const brokers = new Brokers();
    const sender = new Sender(brokers.newProducer);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const asked = new Promise<void>((resolve) => {
      brokers.answer = async (batch) => {
        resolve();
        await released;
        return acknowledged(batch);
      };
    });

    const first = sender.send([record('a')]);
    await asked;
    const others = [sender.send([record('b')]), sender.send([record('c'), record('d', 1)])];
    release();
    await Promise.all([first, ...others]);

    expect(brokers.producers[0]?.sent.map(valuesOf)).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('never uses a producer again after a failure, for its record numbers may be spent', async () => {
    const brokers = new Brokers();
    const sender = new Sender(brokers.newProducer);
    brokers.answer = () => Promise.reject(new Error('the answer was lost'));
    await expect(sender.send([record('a')])).rejects.toBeInstanceOf(LogUnavailableError);

    brokers.answer = (batch) => Promise.resolve(acknowledged(batch));
    await sender.send([record('b')]);

    expect(brokers.producers.map(({ sent }) => sent.map(valuesOf))).toEqual([[['a']], [['b']]]);
    expect(brokers.producers.map(({ connected }) => connected)).toEqual([false, true]);
  });

  it('does not take records for stored that no broker answered for', async () => {
    const brokers = new Brokers();
    const sender = new Sender(brokers.newProducer);
    brokers.answer = (batch) =>
      Promise.resolve(acknowledged(batch).filter(({ partition }) => partition !== 1));

    await expect(sender.send([record('a', 0), record('b', 1)])).rejects.toThrow(
      'no broker acknowledged the records for test.commits/1',
    );
  });

  it('sends what it was given before it is closed, and nothing after', async () => {
    const brokers = new Brokers();
    const sender = new Sender(brokers.newProducer);
    const sent = sender.send([record('a')]);
    await sender.close();

    await expect(sent).resolves.toBeUndefined();
    await expect(sender.send([record('b')])).rejects.toBeInstanceOf(LogClosedError);
    expect(brokers.producers.map(({ connected }) => connected)).toEqual([false]);
  });
});
