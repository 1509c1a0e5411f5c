import { basePath } from './decision';

/** Asks whoever shows the choices (choices.js, or the page itself) to show them. */
export function openChoices(): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', openChoices, { once: true });
  } else if (document.dispatchEvent(new CustomEvent('consent:open', { cancelable: true }))) {
    location.assign(basePath);
  }
}
