/** This machine cannot run a broker; the message says what is missing and how to mend it. */
export class KafkaUnavailableError extends Error {
  name = 'KafkaUnavailableError';
}
