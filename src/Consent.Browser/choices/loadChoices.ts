import { readPage } from '../shared/readPage';
import { reflectSignal } from './reflectSignal';

export const { basePath } = readPage();

/**
 * Fetches the choices page and gives its choices, ready for this page. By XMLHttpRequest, because it
 * parses HTML without running it and without a Trusted Types policy.
 */
export async function loadChoices(url = basePath): Promise<HTMLElement> {
  const choices = (await load(url)).querySelector<HTMLElement>('[data-pc="choices"]');
  if (!choices) {
    throw new TypeError('no choices in ' + url);
  }
  choices.querySelectorAll('script,noscript').forEach((element) => element.remove());
  const mine = document.importNode(choices, true);
  reflectSignal(mine);
  return mine;
}

function load(url: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.timeout = 15_000;
    request.onload = () => {
      if (request.status === 200 && request.responseXML) {
        resolve(request.responseXML);
      } else {
        reject(new Error(`${url} answered ${request.status}`));
      }
    };
    request.onerror = request.ontimeout = () => reject(new Error(`${url} did not answer`));
    request.send();
  });
}
