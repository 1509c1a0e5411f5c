import { answerForm } from './answerForm';
import { chooseOnClick } from './chooseOnClick';
import { dismissPrompt } from './dismissPrompt';
import { watchFocus } from './moveFocus';
import { openDialog } from './openDialog';
import { reflectSignal } from './reflectSignal';
import { showPrompt } from './showPrompt';

// On the document and in the capture phase: Blazor, htmx and Turbo replace the elements and send forms themselves.
document.addEventListener('submit', answerForm, true);
document.addEventListener('click', chooseOnClick, true);
document.addEventListener('consent:open', (event) => {
  if (!event.defaultPrevented) {
    event.preventDefault();
    void openDialog();
  }
});
document.addEventListener('consent:change', ({ detail }) => {
  if (detail.prompt !== 'Ask') {
    dismissPrompt();
  } else {
    showPrompt();
  }
});
if (window.consent?.state.prompt === 'Ask') {
  showPrompt();
}
watchFocus();
reflectSignal(document);
