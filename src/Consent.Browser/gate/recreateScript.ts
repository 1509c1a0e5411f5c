import { copyAttributes } from './copyAttributes';
import { openAttributes } from './openAttributes';
import { trusted } from './trust';

/**
 * An open script from a closed one. Neither the element itself nor a clone will do: one that came by
 * innerHTML counts as already started, and so does its clone (HTML, "already started").
 */
export function recreateScript(closed: Element): HTMLScriptElement {
  const script = document.createElementNS(closed.namespaceURI, 'script') as HTMLScriptElement;
  copyAttributes(closed, script);
  // A script made by script is async unless told otherwise, and would lose its place.
  script.async = closed.hasAttribute('async');
  openAttributes(script);
  if (closed.textContent) {
    script.textContent = trusted('createScript', closed.textContent);
  }
  return script;
}
