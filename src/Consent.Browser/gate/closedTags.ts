/** The attributes that are closed under the name `data-…`; a media query's candidates come before their fallback. */
const urlAttributes = ['srcset', 'imagesrcset', 'srcdoc', 'poster', 'data', 'src', 'href'];

export function isScript(tag: Element): boolean {
  return tag.localName === 'script';
}

export function isClosed(tag: Element): boolean {
  return isScript(tag)
    ? tag.getAttribute('type')?.trim().toLowerCase() === 'text/plain'
    : closedAttributes(tag).length > 0;
}

export function closedAttributes(tag: Element): string[] {
  return urlAttributes.filter((name) => tag.hasAttribute('data-' + name));
}
