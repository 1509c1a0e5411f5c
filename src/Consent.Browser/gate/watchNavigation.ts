import { openTags } from './openTags';

const events = [
  'htmx:load', // htmx 1 and 2
  'htmx:after:process', 'htmx:after:swap', // htmx 4
  'turbo:load', 'turbo:render', 'turbo:frame-load',
];

/** Libraries that change the page without a load bring closed tags with them. */
export function watchNavigation(): void {
  for (const event of events) {
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
