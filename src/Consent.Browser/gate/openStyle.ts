import { copyAttributes } from './copyAttributes';

/** Puts a style sheet where its text was held. */
export function openStyle(holder: Element): void {
  const style = document.createElementNS(holder.namespaceURI, 'style') as HTMLStyleElement;
  copyAttributes(holder, style);
  style.textContent = holder.textContent;
  holder.replaceWith(style);
}
