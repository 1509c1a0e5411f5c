import { closedAttributes, isScript } from './closedTags';
import { trusted } from './trust';

/** Gives a tag its addresses back. */
export function openAttributes(tag: Element): void {
  for (const name of closedAttributes(tag)) {
    const kind = sinkOf(tag, name);
    const value = tag.getAttribute('data-' + name)!;
    tag.setAttributeNS(name === 'xlink:href' ? 'http://www.w3.org/1999/xlink' : null, name, kind ? trusted(kind, value) : value);
    tag.removeAttribute('data-' + name);
  }
}

/** The Trusted Types sink that an attribute is, if it is one. */
export function sinkOf(tag: Element, name: string): keyof TrustedPolicy | undefined {
  return name === 'srcdoc' ? 'createHTML'
    : isScript(tag) || tag.localName === 'embed' && name === 'src' || tag.localName === 'object' && name === 'data'
      ? 'createScriptURL'
      : undefined;
}
