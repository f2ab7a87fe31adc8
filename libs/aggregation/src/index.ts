export { FactRecorder } from './facts/fact-recorder.js';
