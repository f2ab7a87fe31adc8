export { CONSUMER_GROUP, consume } from './consume.js';
export { FactRecorder } from './facts/fact-recorder.js';
export { runMetrics } from './run-metrics.js';
