import { maxPolicyBytes } from './read-json';

/** The part of a `ReadableStream` that is used. */
export interface Body {
  getReader(): Reader;
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/**
 * The bytes of `body`, or `null` as soon as they are more than `maxBytes`, at first what a policy file may have; the rest
 * is not fetched.
 *
 * `announcedLength` is the `Content-Length` header: it may refuse early, and is not believed otherwise.
 * Rejects where the stream does.
 */
export async function readBody(
  body: Body | null,
  announcedLength: string | null,
  maxBytes = maxPolicyBytes,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array(0);
  const reader = body.getReader();
  const isTooLong = Number(announcedLength ?? 0) > maxBytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (!isTooLong) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    if (value === undefined) continue;
    length += value.byteLength;
    if (length > maxBytes) break;
    chunks.push(value);
  }
  await stop(reader);
  return null;
}

/** Ends a body that nobody wants to read, so that the connection does not go on carrying it. */
export async function dropBody(body: Body | null): Promise<void> {
  if (body !== null) await stop(body.getReader());
}

async function stop(reader: Reader): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // A stream that broke by itself has ended too; what we answer does not hang on it.
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
