import { crc32 } from "node:zlib";
import type { TextIndex } from "./text-index.ts";

/*
 * One file: "ODIX", format, CRC-32 of what follows, length of the head; the head as JSON (ids, terms, sizes);
 * padding to four bytes; then the four arrays of numbers one after the other, little-endian as in memory.
 */
const MAGIC = 0x5849444f;
const FORMAT = 1;
const PREFIX = 16;

type Head = { ids: readonly string[]; terms: string[]; postings: number };

/** An index as one piece of bytes. */
export function toBytes(index: TextIndex): Uint8Array {
  const head: Head = {
    ids: index.ids,
    terms: [...index.terms.keys()],
    postings: index.documents.length,
  };
  const written = new TextEncoder().encode(JSON.stringify(head));
  const numbers = [index.starts, index.documents, index.impacts, index.rarity];
  const bodyAt = aligned(PREFIX + written.length);
  const bytes = new Uint8Array(bodyAt + numbers.reduce((sum, part) => sum + part.byteLength, 0));
  bytes.set(written, PREFIX);
  let at = bodyAt;
  for (const part of numbers) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  const prefix = new Uint32Array(bytes.buffer, 0, 4);
  prefix.set([MAGIC, FORMAT, 0, written.length]);
  // The checksum guards the length too, so it is taken once that stands there.
  prefix[2] = crc32(bytes.subarray(12));
  return bytes;
}

/**
 * @param bytes what `toBytes` returned
 * @returns the same index; it keeps using the memory of `bytes`
 * @throws when the bytes are damaged or of another format: build the index again
 */
export function fromBytes(bytes: Uint8Array): TextIndex {
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const size = checkedHeadSize(own);
  const head = JSON.parse(new TextDecoder().decode(own.subarray(PREFIX, PREFIX + size))) as Head;
  let at = own.byteOffset + aligned(PREFIX + size);
  const next = <Part>(
    type: new (buffer: ArrayBufferLike, at: number, length: number) => Part,
    length: number,
  ): Part => {
    const part = new type(own.buffer, at, length);
    at += length * 4;
    return part;
  };
  return {
    ids: head.ids,
    terms: new Map(head.terms.map((term, number) => [term, number])),
    starts: next(Uint32Array, head.terms.length + 1),
    documents: next(Uint32Array, head.postings),
    impacts: next(Float32Array, head.postings),
    rarity: next(Float32Array, head.terms.length),
  };
}

function checkedHeadSize(bytes: Uint8Array): number {
  const [magic, format, checksum, size] =
    bytes.length < PREFIX ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  if (magic !== MAGIC || format !== FORMAT || crc32(bytes.subarray(12)) !== checksum)
    throw new Error(
      "The index file is damaged or of another version: delete it, it is built again from the documents.",
    );
  return size!;
}

function aligned(at: number): number {
  return Math.ceil(at / 4) * 4;
}
