/** `Element.closest` for elements that aren't ours: a form may hold a field of that name. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}
