import { refresh } from './refresh';

let channel: BroadcastChannel | undefined;

/** Follows choices that are made in other tabs. */
export function watchTabs(): void {
  listen();
  // An open channel keeps some browsers from putting the page into the back/forward cache.
  addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  addEventListener('pageshow', listen);
  document.addEventListener('visibilitychange', () => {
    if (!channel && document.visibilityState === 'visible') {
      void refresh();
    }
  });
}

export function tellTabs(): void {
  channel?.postMessage(0);
}

function listen(): void {
  try {
    channel ??= new BroadcastChannel('privacy-choices');
    channel.onmessage = () => void (document.prerendering || refresh());
  } catch {
    // Missing, or forbidden together with storage: the page asks whenever it comes to the front.
  }
}
