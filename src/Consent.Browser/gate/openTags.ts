import { yieldToMain } from '../shared/yieldToMain';
import { canOpen } from './canOpen';
import { isClosed, isScript, isStyle } from './closedTags';
import { isAllowed } from './isAllowed';
import { openAttributes } from './openAttributes';
import { openScripts } from './openScripts';
import { openStyle } from './openStyle';

/** Whether every closed tag that is allowed can be opened without a reload. */
export function canOpenAll(): boolean {
  return allowedTags().every(canOpen);
}

/**
 * Opens the closed tags that are allowed, in document order, a few milliseconds at a time; scripts last, so
 * that they find the rest open. What sits in a `template` is not in the document.
 */
export async function openTags(): Promise<void> {
  if (document.prerendering) {
    return;
  }
  const tags = allowedTags().filter(canOpen);
  const media = new Set<HTMLMediaElement>();
  let start = performance.now();
  for (const tag of tags) {
    if (isScript(tag) || !isAllowed(tag)) {
      continue;
    }
    (isStyle(tag) ? openStyle : openAttributes)(tag);
    if (tag.localName === 'source' && tag.parentNode instanceof HTMLMediaElement) {
      media.add(tag.parentNode);
    }
    if (performance.now() - start > 5) {
      await yieldToMain();
      start = performance.now();
    }
  }
  for (const player of media) {
    // A player that gave up on its sources doesn't look at them again; one that plays is left alone.
    if (player.networkState === player.NETWORK_EMPTY || player.networkState === player.NETWORK_NO_SOURCE) {
      player.load();
    }
  }
  await openScripts(tags.filter(isScript));
}

function allowedTags(): Element[] {
  return [...document.querySelectorAll('[data-consent]')]
    .filter((tag) => isClosed(tag) && isAllowed(tag));
}
