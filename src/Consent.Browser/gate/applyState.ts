import { yieldToMain } from '../shared/yieldToMain';
import type { ConsentState } from '../types/choices';
import { currentState, isFixed, isShell, replaceState } from './decision';
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

  if (allowsMore(before, after) || (isFixed && allowsMore(after, before)) || (!isShell && !canOpenAll())) {
    reload();
  } else {
    void yieldToMain().then(openTags);
  }
  return after;
}

function allowsMore(one: ConsentState, other: ConsentState): boolean {
  return Object.keys(one.categories)
    .some((id) => one.categories[id]!.allowed && !other.categories[id]?.allowed);
}
