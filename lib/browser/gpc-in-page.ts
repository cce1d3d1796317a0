/**
 * `navigator.globalPrivacyControl` is true, as the specification has it; runs in the page's own world before any
 * script of the page. Firefox can do it by itself, then this says the same.
 *
 * Source: https://www.w3.org/TR/gpc/
 */
export function gpcInPage(): void {
  Reflect.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
    get: () => true,
    enumerable: true,
    configurable: true,
  });
}
