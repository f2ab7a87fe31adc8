import { DamagedLogError } from '../errors.js';
import type { LogMessage, LogRecord } from '../event-log.js';

/**
 * Records of one partition that were appended together, as one value of the store: a page tree with a
 * node for every record would cost more than the records.
 *
 *   version u8 · appendedAt u48 (epoch ms) · count u32
 *   then for each record: key length u32 · value length u32 · headers u16 · key · value
 *     and for each header: name length u16 · text length u32 · name · text
 *
 * All big-endian, all texts UTF-8. The offset of the first record is the store's key, the others follow it.
 */
const FORMAT = 1;
const BLOCK_HEAD = 1 + 6 + 4;
const RECORD_HEAD = 4 + 4 + 2;
const HEADER_HEAD = 2 + 4;

/** @param records not empty */
export function encodeBlock(records: readonly LogRecord[], appendedAt: number): Buffer {
  let size = BLOCK_HEAD;
  for (const record of records) size += encodedBytes(record);
  const block = Buffer.allocUnsafe(size);
  let at = block.writeUInt8(FORMAT);
  at = block.writeUIntBE(appendedAt, at, 6);
  at = block.writeUInt32BE(records.length, at);
  for (const record of records) at = writeRecord(block, at, record);
  return block;
}

/** Bytes of a record inside a block. */
export function encodedBytes({ key, value, headers }: LogRecord): number {
  let bytes = RECORD_HEAD + Buffer.byteLength(key) + value.length;
  for (const [name, text] of Object.entries(headers ?? {})) {
    bytes += HEADER_HEAD + Buffer.byteLength(name) + Buffer.byteLength(text);
  }
  return bytes;
}

function writeRecord(
  block: Buffer,
  start: number,
  { key, value, headers = {} }: LogRecord,
): number {
  const entries = Object.entries(headers);
  let at = block.writeUInt32BE(Buffer.byteLength(key), start);
  at = block.writeUInt32BE(value.length, at);
  at = block.writeUInt16BE(entries.length, at);
  at += block.write(key, at);
  at += value.copy(block, at);
  for (const [name, text] of entries) {
    at = block.writeUInt16BE(Buffer.byteLength(name), at);
    at = block.writeUInt32BE(Buffer.byteLength(text), at);
    at += block.write(name, at);
    at += block.write(text, at);
  }
  return at;
}

/** Where a block lies: the partition, and the offset of its first record. */
export interface BlockPlace {
  readonly topic: string;
  readonly partition: number;
  readonly firstOffset: number;
}

export interface BlockHead {
  readonly appendedAt: number;
  readonly count: number;
}

/** @throws DamagedLogError when it is not a block this version can read. */
export function readBlockHead(
  block: Buffer,
  { topic, partition, firstOffset }: BlockPlace,
): BlockHead {
  if (block.length < BLOCK_HEAD || block.readUInt8() !== FORMAT) {
    throw new DamagedLogError(
      `the block at offset ${firstOffset} of "${topic}" partition ${partition} is not of format ${FORMAT}: ` +
        'it was written by another version, or the file is damaged',
    );
  }
  return { appendedAt: block.readUIntBE(1, 6), count: block.readUInt32BE(7) };
}

/** The messages of a block from an offset on. Their values are views on the block, not copies. */
export function* decodeBlock(
  block: Buffer,
  place: BlockPlace,
  from: number,
): Generator<LogMessage> {
  const { appendedAt, count } = readBlockHead(block, place);
  const { topic, partition, firstOffset } = place;
  let at = BLOCK_HEAD;
  const text = (length: number) => block.toString('utf8', at, (at += length));
  for (let offset = firstOffset; offset < firstOffset + count; offset += 1) {
    const keyLength = block.readUInt32BE(at);
    const valueLength = block.readUInt32BE(at + 4);
    const headerCount = block.readUInt16BE(at + 8);
    at += RECORD_HEAD;
    const key = text(keyLength);
    const value = block.subarray(at, (at += valueLength));
    const headers: Record<string, string> = {};
    for (let index = 0; index < headerCount; index += 1) {
      const nameLength = block.readUInt16BE(at);
      const textLength = block.readUInt32BE(at + 2);
      at += HEADER_HEAD;
      const name = text(nameLength);
      headers[name] = text(textLength);
    }
    if (offset >= from) yield { topic, partition, offset, key, value, headers, appendedAt };
  }
}
