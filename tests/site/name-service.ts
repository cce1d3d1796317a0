/** Host → the host that it is another name for; each may lead on to the next. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * What a name server answers to a query in wire form (RFC 1035 §4): the chain of aliases (CNAME) that begins at the
 * name asked for and, where an IPv4 address is wanted, 127.0.0.1 for its end.
 */
export function answerToQuery(query: Buffer, aliases: Aliases): Buffer {
  const { name, end } = nameAt(query, headerLength);
  const wanted = query.readUInt16BE(end);
  const records: Buffer[] = [];
  let last = name;
  for (let next = aliases[last]; next !== undefined; next = aliases[last]) {
    records.push(record(last, types.alias, encodeName(next)));
    last = next;
  }
  if (wanted === types.ipv4) records.push(record(last, types.ipv4, Buffer.from([127, 0, 0, 1])));

  const header = Buffer.alloc(headerLength);
  query.copy(header, 0, 0, 2); // the query's id
  header.writeUInt16BE(0x8180, 2); // an answer, recursion done, no error
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, query.subarray(headerLength, end + 4), ...records]);
}

/** The name that a query asks for. */
export const nameOfQuery = (query: Buffer) => nameAt(query, headerLength).name;

const headerLength = 12;
const types = { ipv4: 1, alias: 5 } as const;

function nameAt(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

const encodeName = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);

function record(name: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2); // the internet
  fixed.writeUInt32BE(60, 4); // seconds to keep it
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(name), fixed, data]);
}
