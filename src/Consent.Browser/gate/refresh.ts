import { applyState } from './applyState';
import { askServer } from './askServer';

let turn = 0;

/** Asks the server anew and follows. Without an answer the page stays as it is. */
export async function refresh(): Promise<void> {
  const mine = ++turn;
  try {
    const state = await askServer();
    if (mine === turn) {
      applyState(state);
    }
  } catch {
    // The next choice, tab or page asks again.
  }
}

/** An answer that is still under way must not undo a choice. */
export function dropRefresh(): void {
  turn++;
}
