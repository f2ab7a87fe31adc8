import { describe, expect, it } from '@jest/globals';
import { webAddress } from './web-address.js';

describe('an address that came with an event', () => {
  it.each(['https://ci.example/42?a=b#c', 'http://ci.example/', 'HTTPS://ci.example/'])(
    'is a link: %s',
    (text) => {
      expect(webAddress(text)).toBe(new URL(text).href);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//ci.example',
    '/42',
    'build 42',
    '',
  ])('is none where following it opens no page elsewhere: %j', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });
});
