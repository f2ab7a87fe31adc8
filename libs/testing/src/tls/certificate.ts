import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  /** PEM, both. */
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate that says of itself whose it is (RFC 5280), so that tests need neither a program to
 * make one nor a private key in the repository. Node only reads certificates.
 */
export function selfSigned(hostname: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
  // CN (2.5.4.3)
  const name = sequence(
    der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, text(hostname)))),
  );
  // subjectAltName (2.5.29.17), a DNS name
  const alternative = sequence(
    Buffer.from('0603551d11', 'hex'),
    der(0x04, sequence(der(0x82, text(hostname)))),
  );
  const toBeSigned = sequence(
    Buffer.from('a003020102', 'hex'), // version 3
    Buffer.from('020101', 'hex'), // serial number 1
    ecdsaWithSha256,
    name,
    sequence(der(0x17, text('200101000000Z')), der(0x17, text('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(alternative)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const whole = sequence(
    toBeSigned,
    ecdsaWithSha256,
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = whole.toString('base64').replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** Tag, length, value. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8');
}
