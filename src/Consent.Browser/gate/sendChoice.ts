import type { ConsentChoice, ConsentState } from '../types/choices';
import { applyState } from './applyState';
import { askServer } from './askServer';
import { currentState, heldBySignal, isSignalHereOnly, overrideSignal } from './decision';
import { dropRefresh } from './refresh';
import { tellTabs } from './watchTabs';

let last: Promise<unknown> = Promise.resolve();

export function set(choice: ConsentChoice): Promise<ConsentState> {
  return send(
    typeof choice === 'object' ? { choices: choice }
      : choice === 'all' && isSignalHereOnly() ? { choices: allButHeld() }
        : { all: choice === 'all' },
    typeof choice === 'object' ? choice : {});
}

export function withdraw(): Promise<ConsentState> {
  return send({ withdraw: true }, {});
}

/** One after the other, so that the last click wins. */
function send(body: object, named: Readonly<Record<string, boolean>>): Promise<ConsentState> {
  const sent = last.then(async () => {
    dropRefresh();
    const state = await askServer(body);
    dropRefresh();
    if (isSignalHereOnly()) {
      Object.keys(named).forEach((id) => overrideSignal(id, named[id]!));
    }
    tellTabs();
    return applyState(state);
  });
  last = sent.catch(() => {});
  return sent;
}

/** The server would read "all" as everything, because it doesn't see the signal. */
function allButHeld(): Record<string, boolean> {
  const held = heldBySignal();
  const { categories } = currentState();
  return Object.fromEntries(Object.keys(categories)
    .filter((id) => categories[id]!.reason !== 'Required')
    .map((id) => [id, !held.includes(id)]));
}
