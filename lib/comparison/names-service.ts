import type { Service } from '../catalogue/catalogue';
import type { Processor } from '../policy/schema';

/**
 * Whether a declared processor that gives no catalogue id names `service` in its own words.
 *
 * Its name and its recipient together must hold every word of the service's name ("reCAPTCHA" of "Google Ireland
 * Limited" is Google reCAPTCHA) or of another name that it goes by ("Amazon CloudFront"), or its initials where there
 * are three or more (AWS). "Google" alone names no service.
 */
export function namesService(processor: Processor, service: Service): boolean {
  const words = wordsOf(processor);
  const initials = split(service.name).map((word) => word.charAt(0));
  if (initials.length >= 3 && words.has(initials.join(''))) return true;
  return [service.name, ...(service.alsoNamed ?? [])].some((name) => {
    const wanted = split(name);
    return wanted.length > 0 && wanted.every((word) => words.has(word));
  });
}

/** Whether it at least names the same provider, by the first word of the service's or its legal entity's name. */
export function namesProvider(processor: Processor, service: Service): boolean {
  const words = wordsOf(processor);
  return [service.name, service.entity.name].some((name) => words.has(split(name)[0] ?? ''));
}

function wordsOf({ name, recipient }: Processor): ReadonlySet<string> {
  return new Set([...split(name), ...split(recipient?.name ?? '')]);
}

function split(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
