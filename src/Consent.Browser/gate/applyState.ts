import { yieldToMain } from '../shared/yieldToMain';
import type { ConsentState } from '../types/choices';
import { currentState, replaceState } from './decision';
import { canOpenAll, openTags } from './openTags';
import { reload } from './reload';

/** Makes the page follow a new state. */
export function applyState(next: ConsentState): ConsentState {
  const before = currentState();
  replaceState(next);
  const after = currentState();
  document.documentElement.setAttribute('data-pc-prompt', after.prompt);
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return after;
  }

  window.Turbo?.cache?.clear();
  document.dispatchEvent(new CustomEvent('consent:change', { detail: after }));

  const isLost = Object.keys(before.categories)
    .some((id) => before.categories[id]?.allowed && !after.categories[id]?.allowed);
  if (isLost || !canOpenAll()) {
    reload();
  } else {
    void yieldToMain().then(openTags);
  }
  return after;
}
