import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file in a zip, as it lies there. */
export interface PackedPart {
  readonly name: string;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** In bytes, unpacked. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const gzipped = promisify(gzip);
const gzipHead = 10;
const gzipFoot = 8;

/** Deflates a part, outside of this thread. */
export async function packedPart(name: string, bytes: Uint8Array, level: 0 | 6 = 6): Promise<PackedPart> {
  // A gzip file is what a zip holds, between a head and a foot, and its foot has the sum that the zip asks for.
  const whole = await gzipped(bytes, { level });
  const foot = whole.byteLength - gzipFoot;
  return {
    name,
    method: 8,
    crc: whole.readUInt32LE(foot),
    size: bytes.byteLength,
    packed: whole.subarray(gzipHead, foot),
  };
}

const signs = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const fixed = { local: 30, central: 46, end: 22 } as const;

/** What a zip without a comment of its own holds, by its list at the end. */
export function partsOfZip(zip: Uint8Array): PackedPart[] {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = bytes.byteLength - fixed.end;
  const parts: PackedPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + fixed.local + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    parts.push({
      name: bytes.toString('utf8', at + fixed.central, at + fixed.central + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.subarray(from, from + bytes.readUInt32LE(at + 20)),
    });
    at += fixed.central + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

// As Word writes it: when a file was made is nobody's business.
const midnightOf1980 = 0x0021_0000;
/** Sizes are numbers of four bytes; a document of so many is a mistake. */
const mostBytes = 0xffff_ffff;

/** Writes a zip from its beginning to its end and holds nothing of it but the list of its parts. */
export class ZipWriter {
  readonly #listed: Buffer[] = [];
  #at = 0;

  /** The bytes of a part. */
  part(part: PackedPart): Uint8Array[] {
    const name = Buffer.from(part.name, 'utf8');
    const facts = this.#facts(part, name.byteLength);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(signs.local);
    const listed = Buffer.alloc(fixed.central);
    listed.writeUInt32LE(signs.central);
    listed.writeUInt16LE(20, 4);
    facts.copy(listed, 6);
    listed.writeUInt32LE(this.#at, 42);
    this.#listed.push(Buffer.concat([listed, name]));
    this.#at += fixed.local + name.byteLength + part.packed.byteLength;
    if (this.#at > mostBytes) throw new Error('A zip of more than 4 GB.');
    return [Buffer.concat([local, facts, name]), part.packed];
  }

  /** The list of the parts, which ends the file. */
  end(): Uint8Array {
    const list = Buffer.concat(this.#listed);
    const end = Buffer.alloc(fixed.end);
    end.writeUInt32LE(signs.end);
    end.writeUInt16LE(this.#listed.length, 8);
    end.writeUInt16LE(this.#listed.length, 10);
    end.writeUInt32LE(list.byteLength, 12);
    end.writeUInt32LE(this.#at, 16);
    return Buffer.concat([list, end]);
  }

  /** What stands both before a part and in the list. */
  #facts({ method, crc, size, packed }: PackedPart, nameLength: number): Buffer {
    const facts = Buffer.alloc(fixed.local - 4);
    facts.writeUInt16LE(20);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(midnightOf1980, 6);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packed.byteLength, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(nameLength, 22);
    return facts;
  }
}
