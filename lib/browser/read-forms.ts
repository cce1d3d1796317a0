import type { FormTarget, FrameForms } from '../observation/record-forms';
import { runInFrames } from './run-in-frames';

/**
 * Where the forms of the page and its frames send what is typed into them: targets and methods, never a field's name
 * or value. `null` where a script may not look into the page.
 *
 * Forms in closed shadow roots are not found.
 */
export async function readForms(tabId: number): Promise<readonly FrameForms[] | null> {
  const answers = await runInFrames(tabId, listForms);
  return (
    answers?.flatMap(({ frameId, documentId, result }) =>
      isFormList(result) ? [{ frameId, documentId, forms: result.forms, isCut: result.isCut }] : [],
    ) ?? null
  );
}

interface FormList {
  readonly forms: readonly FormTarget[];
  readonly isCut: boolean;
}

function isFormList(result: unknown): result is FormList {
  return typeof result === 'object' && result !== null && 'forms' in result && Array.isArray(result.forms);
}

// Runs inside the page's isolated world: it may use nothing from this module.
function listForms(): FormList {
  const most = 200;
  const mostElements = 20_000;
  const forms: { target: string; method: 'get' | 'post' }[] = [];
  let isCut = false;
  const note = (target: string, method: string) => {
    if (method === 'dialog' || !/^https?:/i.test(target) || !URL.canParse(target)) return;
    if (forms.length >= most) isCut = true;
    // Only scheme and host are of use, and a path may hold what was typed.
    else forms.push({ target: `${new URL(target).origin}/`, method: method === 'post' ? 'post' : 'get' });
  };
  // A field called "action" hides the form's own property: the prototype's getter is asked instead.
  const read = (form: HTMLFormElement, name: 'action' | 'method') => {
    const value: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
    return typeof value === 'string' ? value : '';
  };
  const submitters = 'button[formaction], input[formaction]';
  const look = (root: Document | ShadowRoot) => {
    for (const form of root.querySelectorAll('form')) note(read(form, 'action'), read(form, 'method'));
    for (const button of root.querySelectorAll<HTMLButtonElement | HTMLInputElement>(submitters)) {
      if (button.form === null) continue;
      const method = button.hasAttribute('formmethod') ? button.formMethod : read(button.form, 'method');
      note(button.formAction, method);
    }
    const elements = root.querySelectorAll('*');
    if (elements.length > mostElements) isCut = true;
    for (const element of Array.from(elements).slice(0, mostElements))
      if (element.shadowRoot !== null) look(element.shadowRoot);
  };
  look(document);
  return { forms, isCut };
}
