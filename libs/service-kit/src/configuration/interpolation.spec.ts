import { describe, expect, it } from '@jest/globals';
import { interpolate } from './interpolation.js';

describe('interpolation', () => {
  it.each([
    ['plain', 'plain'],
    ['${A}', 'one'],
    ['<${A}-${B}>', '<one-${A}>'],
    ['$A $ {A} }', '$A $ {A} }'],
    ['$${A}', '${A}'],
  ])('of %p is %p', (text, value) => {
    expect(interpolate(text, { A: 'one', B: '${A}' })).toEqual({ ok: true, value });
  });

  it.each([
    ['${MISSING}', 'the environment variable MISSING is not set or empty'],
    ['${A B}', '"A B" is not the name of a variable'],
    ['${}', '"" is not the name of a variable'],
    ['x ${A', '"${A" has no closing brace'],
    ['${toString}', 'the environment variable toString is not set or empty'],
  ])('of %p is refused', (text, message) => {
    expect(interpolate(text, { A: 'one' })).toEqual({ ok: false, message });
  });
});
