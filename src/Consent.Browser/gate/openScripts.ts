import { yieldToMain } from '../shared/yieldToMain';
import { closedAttributes } from './closedTags';
import { isAllowed } from './isAllowed';
import { recreateScript } from './recreateScript';

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
  await openInOrder(mine.filter((script) => !isDeferred(script)), loading);
  await openInOrder(mine.filter(isDeferred), loading);
}

/** External scripts load side by side and keep their order; an inline one waits for those before it. */
async function openInOrder(scripts: readonly Element[], loading: Promise<void>[]): Promise<void> {
  for (const script of scripts) {
    // Inline modules wait too: Firefox runs one that was inserted by script as soon as it can.
    if (!isExternal(script) && (isClassic(script) || isModule(script))) {
      await Promise.all(loading.splice(0));
      await yieldToMain();
    }
    loading.push(openScript(script));
  }
}

/** Resolves when the scripts behind it may run. */
function openScript(closed: Element): Promise<void> {
  taken.delete(closed);
  if (!closed.isConnected || !isAllowed(closed)) {
    return Promise.resolve();
  }

  const script = recreateScript(closed);
  const hasLoadEvent = isExternal(closed) && (isModule(closed) || isClassic(closed) && !script.noModule);
  return new Promise((resolve) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => resolve());
    closed.replaceWith(script);
    if (!hasLoadEvent || script.async) {
      resolve();
    }
  });
}

function isExternal(script: Element): boolean {
  return closedAttributes(script).length > 0;
}

function isClassic(script: Element): boolean {
  return /^$|^(text|application)\/(x-)?(java|ecma)script$/.test(typeOf(script));
}

function isModule(script: Element): boolean {
  return typeOf(script) === 'module';
}

function isDeferred(script: Element): boolean {
  return !script.hasAttribute('async') && (isModule(script) || isExternal(script) && script.hasAttribute('defer'));
}

function typeOf(script: Element): string {
  return script.getAttribute('data-type')?.trim().toLowerCase() ?? '';
}
