type Text = 'pcDone' | 'pcError' | 'pcClose';

/** A text that the server wrote on an element, or on one around it, in the visitor's language. */
export function textOf(from: Element, name: Text, otherwise: string): string {
  for (let element: Element | null = from; element; element = element.parentElement) {
    const text = (element as HTMLElement).dataset[name];
    if (text) {
      return text;
    }
  }
  return otherwise;
}
