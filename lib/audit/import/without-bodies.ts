/**
 * A HAR file as text without what was sent and what came back: nothing is read from these, they make up most of a file,
 * and what someone typed may be among them. What is no JSON stays as it is.
 */
export function withoutBodies(text: string): string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), (key, member: unknown) =>
      key === 'postData' || (key === 'text' && typeof member === 'string') ? undefined : member,
    );
    return JSON.stringify(value);
  } catch {
    return text;
  }
}
