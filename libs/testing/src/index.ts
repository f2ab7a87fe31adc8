export * from './builders/messages.js';
export * from './oracle/first-shipments.js';
export * from './clickhouse-http-front/clickhouse-http-front.js';
export * from './clickhouse-lane.js';
export * from './test-store.js';
