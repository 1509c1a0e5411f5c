import { openTags } from './openTags';
import { refresh } from './refresh';

/** A page that comes out of the back/forward cache, or was fetched or rendered ahead, may know an old state. */
export function watchHistory(): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      void refresh();
    }
  });
  document.addEventListener('prerenderingchange', () => {
    openTags();
    void refresh();
  });
  if (wasPrefetched()) {
    void refresh();
  }
}

function wasPrefetched(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { deliveryType?: string })[];
  return navigation?.deliveryType === 'navigational-prefetch';
}
