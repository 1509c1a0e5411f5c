import { allows } from './decision';

/** Whether a marked tag may be open now. */
export function isAllowed(tag: Element): boolean {
  return allows(tag.getAttribute('data-consent')!);
}
