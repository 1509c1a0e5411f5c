import { yieldToMain } from '../shared/yieldToMain';
import { closedAttributes } from './closedTags';
import { allows } from './decision';
import { openAttributes } from './openAttributes';
import { trusted } from './trust';

const taken = new WeakSet<Element>();

/**
 * Runs closed scripts as the parser would have run them: classic ones in document order, an inline
 * script after the external ones before it; then deferred ones and modules, in document order;
 * `async` ones whenever they arrive.
 */
export async function openScripts(scripts: readonly Element[]): Promise<void> {
  const mine = scripts.filter((script) => !taken.has(script));
  mine.forEach((script) => taken.add(script));

  const loading: Promise<void>[] = [];
  for (const script of mine.filter((script) => !isDeferred(script))) {
    if (isClassic(script) && !isExternal(script)) {
      await Promise.all(loading.splice(0));
      await yieldToMain();
    }
    loading.push(openScript(script));
  }
  for (const script of mine.filter(isDeferred)) {
    void openScript(script);
  }
}

/** Resolves when the scripts behind it may run. */
function openScript(closed: Element): Promise<void> {
  taken.delete(closed);
  if (!closed.isConnected || !allows(closed.getAttribute('data-consent')!)) {
    return Promise.resolve();
  }

  // A clone, because a script that is in the document can't be started reliably; it keeps the nonce.
  const script = closed.cloneNode() as HTMLScriptElement;
  const waits = isExternal(closed) && isClassic(closed) && !script.noModule && !closed.hasAttribute('async');
  script.async = closed.hasAttribute('async');
  script.removeAttribute('type');
  if (closed.hasAttribute('data-type')) {
    script.setAttribute('type', closed.getAttribute('data-type')!);
    script.removeAttribute('data-type');
  }
  openAttributes(script);
  if (closed.textContent) {
    script.textContent = trusted('createScript', closed.textContent);
  }

  return new Promise((resolve) => {
    const done = (): void => resolve();
    if (waits) {
      script.addEventListener('load', done);
      script.addEventListener('error', done);
    }
    closed.replaceWith(script);
    if (!waits) {
      done();
    }
  });
}

function isExternal(script: Element): boolean {
  return closedAttributes(script).length > 0;
}

function isClassic(script: Element): boolean {
  return /^$|^(text|application)\/(x-)?(java|ecma)script$/i.test(script.getAttribute('data-type')?.trim() ?? '');
}

function isDeferred(script: Element): boolean {
  return !script.hasAttribute('async')
    && (script.getAttribute('data-type')?.trim().toLowerCase() === 'module'
      || isExternal(script) && script.hasAttribute('defer'));
}
