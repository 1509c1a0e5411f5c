import { closedAttributes, isScript, isStyle } from './closedTags';
import { sinkOf } from './openAttributes';
import { canTrust } from './trust';

const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce;

/**
 * Whether a tag can be opened in the page as it stands. Where it can't, the server has to write it
 * open, which takes a reload.
 */
export function canOpen(tag: Element): boolean {
  if (isScript(tag)) {
    // Under a nonce-based CSP a script without the nonce wouldn't run if it were written open. With
    // 'strict-dynamic' it would run when inserted by the gate: injected markup must not profit from that.
    return (!nonce || (tag as HTMLScriptElement).nonce === nonce)
      // document.write in an inline script that is inserted after parsing replaces the whole page.
      && (closedAttributes(tag).length > 0 || !/\bdocument\s*\.\s*write/.test(tag.textContent!))
      && canTrust();
  }
  if (isStyle(tag)) {
    return ![...tag.attributes].some(({ name }) => name.startsWith('on')) || canTrust();
  }
  return !closedAttributes(tag).some((name) => sinkOf(tag, name)) || canTrust();
}
