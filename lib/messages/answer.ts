import type { Handlers, MessageName, Protocol } from './protocol';

/** What the handler of this message answers. */
export function answer<N extends MessageName>(
  handlers: Handlers,
  { name, request }: { readonly name: N; readonly request: Protocol[N]['request'] },
): Promise<Protocol[N]['reply']> {
  return handlers[name](request);
}
