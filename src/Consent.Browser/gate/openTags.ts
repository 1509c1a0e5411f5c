import { canOpen } from './canOpen';
import { isClosed, isScript } from './closedTags';
import { allows } from './decision';
import { openAttributes } from './openAttributes';
import { openScripts } from './openScripts';

/** Whether every closed tag that is allowed can be opened without a reload. */
export function canOpenAll(): boolean {
  return allowedTags().every(canOpen);
}

/** Opens the closed tags that are allowed, in document order. What sits in a `template` is not in the document. */
export function openTags(): void {
  if (document.prerendering) {
    return;
  }
  const tags = allowedTags().filter(canOpen);
  const media = new Set<HTMLMediaElement>();
  for (const tag of tags.filter((tag) => !isScript(tag))) {
    openAttributes(tag);
    if (tag.localName === 'source' && tag.parentNode instanceof HTMLMediaElement) {
      media.add(tag.parentNode);
    }
  }
  for (const player of media) {
    // A player that gave up on its sources doesn't look at them again; one that plays is left alone.
    if (player.networkState === player.NETWORK_EMPTY || player.networkState === player.NETWORK_NO_SOURCE) {
      player.load();
    }
  }
  void openScripts(tags.filter(isScript));
}

function allowedTags(): Element[] {
  return [...document.querySelectorAll('[data-consent]')]
    .filter((tag) => isClosed(tag) && allows(tag.getAttribute('data-consent')!));
}
