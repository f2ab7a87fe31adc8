export * from './shipment/shipment.js';
export * from './shipment/first-shipment-walk.js';
