/** The attributes that are closed under the name `data-…`; a media query's candidates come before their fallback. */
const urlAttributes = ['srcset', 'imagesrcset', 'srcdoc', 'poster', 'data', 'src', 'href', 'xlink:href'];

/** What leads to a host beside an element's purpose, and on which elements: pages have a `data-action` of their own. */
const asides: readonly (readonly [string, string])[] = [
  ['*', 'style attributionsrc'],
  ['form', 'action'],
  ['button,input', 'formaction'],
  ['a,area', 'ping'],
  ['body,table,thead,tbody,tfoot,tr,td,th', 'background'],
  ['animate,set', 'values from to by'],
  ['svg,svg *', 'fill stroke mask filter cursor clip-path marker-start marker-mid marker-end'],
];

export function isScript(tag: Element): boolean {
  return tag.localName === 'script' && !isStyle(tag);
}

/** Whether a tag holds the text of a closed style sheet. */
export function isStyle(tag: Element): boolean {
  return tag.localName === 'script' && tag.hasAttribute('data-pc-style');
}

export function isClosed(tag: Element): boolean {
  return tag.localName === 'script'
    ? tag.getAttribute('type')?.trim().toLowerCase() === 'text/plain'
    : closedAttributes(tag).length > 0;
}

export function closedAttributes(tag: Element): string[] {
  const closed = urlAttributes.filter((name) => tag.hasAttribute('data-' + name));
  if (tag.localName !== 'script') {
    for (const [selector, names] of asides) {
      if (tag.matches(selector)) {
        closed.push(...names.split(' ').filter((name) => tag.hasAttribute('data-' + name) && !tag.hasAttribute(name)));
      }
    }
  }
  return closed;
}
