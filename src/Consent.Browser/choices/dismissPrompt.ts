import { restoreFocus } from './moveFocus';

/** Takes an answered banner away; the focus moves only if it was inside. */
export function dismissPrompt(): void {
  for (const prompt of document.querySelectorAll('[data-pc="banner"]')) {
    const hadFocus = prompt.contains(document.activeElement);
    prompt.remove();
    if (hadFocus) {
      restoreFocus();
    }
  }
}
