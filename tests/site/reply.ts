type Headers = Readonly<Record<string, string | readonly string[]>>;

/** What a host of the demo answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Buffer;
  /** `never`: headers and a first byte, then silence. `pending`: silence. `cut`: the connection breaks before any answer. */
  readonly ending: 'normal' | 'never' | 'pending' | 'cut';
}

export const reply = (status: number, type: string, body: string | Buffer, headers: Headers = {}): Reply => ({
  status,
  headers: { ...(type === '' ? {} : { 'content-type': type }), 'cache-control': 'no-store', ...headers },
  body,
  ending: 'normal',
});

export const html = (body: string, headers: Headers = {}) => reply(200, 'text/html; charset=utf-8', body, headers);

export const json = (value: unknown, headers: Headers = {}) =>
  reply(200, 'application/json', typeof value === 'string' ? value : JSON.stringify(value, null, 2), headers);

/** A script for any page; modules need the permission header. */
export const script = (code: string, headers: Headers = {}) =>
  reply(200, 'text/javascript; charset=utf-8', code, { 'access-control-allow-origin': '*', ...headers });

/** The smallest GIF there is: one transparent pixel. */
export const pixel = (headers: Headers = {}) =>
  reply(200, 'image/gif', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), headers);

export const nothing = (headers: Headers = {}) =>
  reply(204, '', '', { 'access-control-allow-origin': '*', ...headers });

export const notFound = () => reply(404, 'text/plain; charset=utf-8', 'There is nothing here.');

export const failed = () => reply(500, 'text/plain; charset=utf-8', 'The server failed.');

export const redirect = (to: string) => reply(302, '', '', { location: to });

export const silent = (type: string): Reply => ({ ...reply(200, type, '{'), ending: 'never' });

export const cutOff = (): Reply => ({ ...reply(200, '', ''), ending: 'cut' });

export const pending = (): Reply => ({ ...reply(200, '', ''), ending: 'pending' });
