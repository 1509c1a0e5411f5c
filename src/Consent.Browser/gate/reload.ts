/**
 * Loads the page anew. Its marked frames go first: Firefox gives the frames of a reloaded page the
 * addresses that they had before, though they come closed.
 */
export function reload(): void {
  document.querySelectorAll('iframe[data-consent],embed[data-consent],object[data-consent]').forEach((frame) => frame.remove());
  location.reload();
}
