/** The bare media type of a `Content-Type` or `type` value, lower case, or `''`. */
export function mediaTypeOf(value: string | null): string {
  return (value ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a bare media type is `application/json` or ends in `+json`. */
export function isJsonType(mediaType: string): boolean {
  return mediaType === 'application/json' || (mediaType.includes('/') && mediaType.endsWith('+json'));
}

/** Whether a bare media type is that of a page. */
export function isHtmlType(mediaType: string): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
}
