import { expect, it } from '@jest/globals';
import {
  checkedAddresses,
  lookupAmong,
  type Resolve,
  resolveBySystem,
} from './checked-addresses.js';

const known =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

it('gives back what a name resolves to', async () => {
  const addresses = await checkedAddresses(
    'hooks.example',
    false,
    known('8.8.8.8', '2606:4700::1'),
  );
  expect(addresses).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1', family: 6 },
  ]);
});

it('refuses a name that resolves into one’s own network, and says how to allow it', async () => {
  await expect(checkedAddresses('hooks.example', false, known('10.0.0.7'))).rejects.toThrow(
    'refused: hooks.example is at 10.0.0.7, a private address; if the receiver is meant to be there, set "allowPrivate: true" on it',
  );
  await expect(checkedAddresses('hooks.example', true, known('10.0.0.7'))).resolves.toHaveLength(1);
});

it('refuses a name of which one address is not allowed', async () => {
  await expect(
    checkedAddresses('hooks.example', false, known('8.8.8.8', '127.0.0.1')),
  ).rejects.toThrow('is at 127.0.0.1, a loopback address');
});

it('refuses where clouds hand out credentials, even where private addresses are allowed', async () => {
  await expect(
    checkedAddresses('metadata.example', true, known('169.254.169.254')),
  ).rejects.toThrow('nothing is ever sent there, whatever "allowPrivate" says');
});

it('refuses a name without addresses', async () => {
  await expect(checkedAddresses('hooks.example', false, known())).rejects.toThrow('has no address');
});

it.each([
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f.1',
  'http://0177.0.0.1',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
])('checks an address that is written instead of a name: %s', async (url) => {
  const unasked: Resolve = () => Promise.reject(new Error('an address is not looked up'));
  const { hostname } = new URL(url);
  await expect(checkedAddresses(hostname, false, unasked)).rejects.toThrow('a loopback address');
});

it('finds names as the system does', async () => {
  await expect(checkedAddresses('localhost', false, resolveBySystem)).rejects.toThrow(
    'a loopback address',
  );
});

it('gives sockets the checked addresses, whatever they ask for', () => {
  const lookup = lookupAmong([
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1', family: 6 },
  ]);
  const answers: unknown[] = [];
  lookup('elsewhere.example', { all: true }, (_error, addresses) => answers.push(addresses));
  lookup('elsewhere.example', {}, (_error, address, family) => answers.push([address, family]));
  expect(answers).toEqual([
    [
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ],
    ['8.8.8.8', 4],
  ]);
});
