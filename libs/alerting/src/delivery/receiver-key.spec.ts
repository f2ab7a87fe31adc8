import { expect, it } from '@jest/globals';
import { receiverKey } from './receiver-key.js';

const common = { severities: ['page' as const, 'notify' as const], allowPrivate: false };
const hook = {
  kind: 'webhook' as const,
  url: 'https://h.example/SECRET',
  secrets: ['one'],
  ...common,
};
const mail = {
  kind: 'email' as const,
  to: ['a@example.com'],
  from: 'b@example.com',
  smtp: 'smtp://user:SECRET@mail.example:587',
  ...common,
};

it('is of the kind and the address, and shows nothing of it', () => {
  expect(receiverKey(hook)).toMatch(/^webhook-[0-9a-f]{12}$/);
});

it('stays when secrets change, and changes with the address', () => {
  const key = receiverKey(hook);
  expect(receiverKey({ ...hook, secrets: ['two', 'one'], allowPrivate: true })).toBe(key);
  expect(receiverKey({ ...hook, url: 'https://h.example/OTHER' })).not.toBe(key);
  const mailKey = receiverKey(mail);
  const newPassword = { ...mail, smtp: 'smtp://user:NEW@mail.example:587' };
  expect(receiverKey(newPassword)).toBe(mailKey);
  expect(receiverKey({ ...mail, to: ['c@example.com'] })).not.toBe(mailKey);
});
