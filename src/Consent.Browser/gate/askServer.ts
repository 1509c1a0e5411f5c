import { parseState } from '../shared/readPage';
import type { ConsentState } from '../types/choices';
import { basePath } from './decision';

/** Gets the state, or posts a choice and gets the state after it. */
export async function askServer(choice?: object): Promise<ConsentState> {
  const response = await fetch(choice ? basePath : basePath + '/state', {
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    // Optional: Safari before 16 has no timeout.
    signal: AbortSignal.timeout?.(20_000) ?? null,
    headers: { accept: 'application/json', ...choice && { 'content-type': 'application/json' } },
    ...choice && { method: 'POST', keepalive: true, body: JSON.stringify(choice) },
  });
  if (!response.ok) {
    throw new Error(`${basePath} answered ${response.status}`);
  }
  return parseState(await response.text());
}
