import type { Consent } from '../types/choices';
import { allows, currentState, isShell } from './decision';
import { openChoices } from './openChoices';
import { refresh } from './refresh';
import { set, withdraw } from './sendChoice';
import { watchHistory } from './watchHistory';
import { watchNavigation } from './watchNavigation';
import { watchTabs } from './watchTabs';

const consent: Consent = Object.freeze<Consent>({
  get state() {
    return currentState();
  },
  allows,
  on(_, callback) {
    const listener = (event: CustomEvent): void => callback(event.detail);
    document.addEventListener('consent:change', listener);
    return () => document.removeEventListener('consent:change', listener);
  },
  open: openChoices,
  set,
  withdraw,
});

if (!window.consent?.allows) {
  Object.defineProperty(window, 'consent', { value: consent });
  const root = document.documentElement;
  if (!root.hasAttribute('data-pc-prompt')) {
    root.setAttribute('data-pc-prompt', currentState().prompt);
  }
  watchTabs();
  watchHistory();
  watchNavigation();
  if (isShell) {
    void refresh();
  }
}
