export * from './builders/messages.js';
export * from './oracle/first-shipments.js';
