import { describe, expect, it } from '@jest/globals';
import { judgeAddress } from './address-guard.js';

describe('who may be written to', () => {
  it.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '172.32.0.1', '193.0.6.139'])(
    'anybody on the Internet: %s',
    (address) => {
      expect(judgeAddress(address).reach).toBe('public');
    },
  );

  it.each(['2a00:1450:4001:81b::200e', '2606:4700:4700::1111'])(
    'anybody on the Internet of IPv6: %s',
    (address) => {
      expect(judgeAddress(address).reach).toBe('public');
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier'],
    ['fd12:3456::1', 'private'],
    ['fc00::1', 'private'],
  ])('one’s own network only where that is allowed: %s', (address, what) => {
    const judged = judgeAddress(address);
    expect(judged.reach).toBe('private');
    expect(judged.what).toContain(what);
  });

  it.each([
    '169.254.169.254',
    '169.254.170.2',
    'fe80::1',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd20:ce::254',
  ])('never where clouds hand out credentials: %s', (address) => {
    expect(judgeAddress(address)).toEqual({
      reach: 'never',
      what: 'an address where clouds hand out credentials',
    });
  });

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '::',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '192.88.99.1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '5f00::1',
    'fec0::1',
    '4000::1',
  ])('never what is no host’s address: %s', (address) => {
    expect(judgeAddress(address).reach).toBe('never');
  });

  it.each([
    ['::ffff:127.0.0.1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a9fe:a9fe', 'never'],
    ['::ffff:8.8.8.8', 'public'],
    ['64:ff9b::7f00:1', 'private'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['64:ff9b::808:808', 'public'],
  ])('what stands for an address of IPv4 like that one: %s is %s', (address, reach) => {
    expect(judgeAddress(address).reach).toBe(reach);
  });

  it.each([
    '::7f00:1',
    '::ffff:0:127.0.0.1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    '2001:0:a9fe:a9fe::',
  ])('never what hides one in another way: %s', (address) => {
    expect(judgeAddress(address).reach).toBe('never');
  });

  it.each(['', 'example.com', '1.2.3.4.5'])('never what is no address: %j', (text) => {
    expect(judgeAddress(text).reach).toBe('never');
  });
});
