import { openTags } from './openTags';

/** Libraries that change the page without a load bring closed tags with them. */
export function watchNavigation(): void {
  for (const event of ['htmx:load', 'turbo:load', 'turbo:render', 'turbo:frame-load']) {
    document.addEventListener(event, openTags);
  }
  document.addEventListener('DOMContentLoaded', () => {
    openTags();
    watchBlazor();
  });
  addEventListener('load', watchBlazor);
}

let isWatched = false;

function watchBlazor(): void {
  if (!isWatched && window.Blazor?.addEventListener) {
    isWatched = true;
    window.Blazor.addEventListener('enhancedload', openTags);
  }
}
