import type { ConsentState } from '../types/choices';

export interface Page {
  readonly state: ConsentState;
  readonly basePath: string;
  /** The categories that count as sale, sharing or targeted advertising. */
  readonly sale: readonly string[];
  /** Whether a grant needs a page that came with it: what this one's CSP leaves out stays out. */
  readonly reload: boolean;
  /** Whether a cache may have given the same page to others: it knows nothing of this visitor. */
  readonly shell: boolean;
}

const nothingAllowed: ConsentState = {
  categories: {}, prompt: 'None', regime: 'opt-in', region: null, signals: { gpc: false, dnt: null }, policy: '',
};

/** Reads what the gate on the server wrote into the page; nothing is allowed where it is missing or broken. */
export function readPage(): Page {
  try {
    const { basePath, sale, reload, shell, ...state } = parseFrozen(
      document.querySelector('script[data-pc="state"]')!.textContent!) as ConsentState & Page;
    return { state: Object.freeze(checked(state)), basePath, sale: sale ?? [], reload: reload ?? false, shell: shell ?? false };
  } catch {
    return { state: nothingAllowed, basePath: '/privacy-choices', sale: [], reload: false, shell: false };
  }
}

export function parseState(json: string): ConsentState {
  return checked(parseFrozen(json) as ConsentState);
}

function parseFrozen(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => Object.freeze(value));
}

function checked(state: ConsentState): ConsentState {
  if (!state.categories || !state.signals) {
    throw new TypeError('not a consent state');
  }
  return state;
}
