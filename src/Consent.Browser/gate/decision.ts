import { readPage } from '../shared/readPage';
import type { ConsentState } from '../types/choices';

const page = readPage();
const overrides = new Set<string>();
let fromServer = page.state;

export const basePath = page.basePath;

/** Whether every change of what is allowed takes a reload. */
export const isFixed = page.reload;

/** Whether the server writes this page closed for everyone. */
export const isShell = page.shell;

/**
 * The categories denied by a signal that only the browser knows: an extension sets
 * `navigator.globalPrivacyControl` and sends no header, so the server didn't deny them. Read anew
 * each time, because the visitor may flip the signal while the page is open.
 */
export function heldBySignal(): readonly string[] {
  return isSignalHereOnly() ? page.sale.filter((id) => !overrides.has(id)) : [];
}

export function isSignalHereOnly(): boolean {
  return navigator.globalPrivacyControl === true && !fromServer.signals.gpc;
}

/** A choice on the category itself, made while the signal is on, overrides the signal. */
export function overrideSignal(category: string, granted: boolean): void {
  if (granted) {
    overrides.add(category);
  } else {
    overrides.delete(category);
  }
}

export function currentState(): ConsentState {
  if (!isSignalHereOnly()) {
    return fromServer;
  }
  const categories = { ...fromServer.categories };
  for (const id of heldBySignal()) {
    categories[id] = { allowed: false, reason: 'Gpc' };
  }
  return { ...fromServer, categories, signals: { ...fromServer.signals, gpc: true } };
}

export function replaceState(state: ConsentState): void {
  fromServer = state;
}

export function allows(categories: string): boolean {
  const { categories: known } = currentState();
  return categories.trim().split(/\s+/).every((id) => known[id]?.allowed === true);
}
