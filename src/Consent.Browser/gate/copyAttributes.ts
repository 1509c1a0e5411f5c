import { trusted } from './trust';

/** Gives an open element the attributes of its closed one, its type from before, and its nonce. */
export function copyAttributes(closed: Element, open: HTMLElement): void {
  for (const { namespaceURI, name, value } of closed.attributes) {
    if (name === 'data-type') {
      open.setAttribute('type', value);
    } else if (namespaceURI) {
      open.setAttributeNS(namespaceURI, name, value);
    } else if (name !== 'type' && name !== 'data-pc-style') {
      open.setAttribute(name, name.startsWith('on') ? trusted('createScript', value) : value);
    }
  }
  // The browser hides the nonce from the attribute.
  open.nonce = (closed as HTMLElement).nonce;
}
