import {module} from '../markup.js';

/** Messages that go by themselves. */
export const toast = [
  {
    title: 'Messages',
    text: 'They stay for five seconds, or as long as is asked for, and are read out politely.',
    html:
      `
<button type="button" id="toast-short">Short</button>
<button type="button" id="toast-long">Long, for ten seconds</button>
<button type="button" id="toast-silent">Only read out</button>
<ls-toast id="toasts"></ls-toast>` +
      module(`
        const toasts = document.querySelector('#toasts');
        const on = (id, act) =>
          document.querySelector(id).addEventListener('click', act);
        on('#toast-short', () => toasts.show('Copied.'));
        on('#toast-long', () =>
          toasts.show(
            'This label may be used three times, and it has been. Take one away first.',
            {durationMs: 10_000},
          ),
        );
        on('#toast-silent', () => toasts.announce('Region 3 of 12.'));`),
  },
  {
    title: 'Until it is taken away',
    text: '`show` returns a function that takes the message away.',
    html:
      `
<button type="button" id="toast-offline">Go offline</button>
<ls-toast id="offline"></ls-toast>` +
      module(`
        const button = document.querySelector('#toast-offline');
        const toasts = document.querySelector('#offline');
        let remove = null;
        button.addEventListener('click', () => {
          if (remove) remove();
          remove = remove
            ? null
            : toasts.show('No connection.', {durationMs: 2 ** 31 - 1});
          button.textContent = remove ? 'Go online' : 'Go offline';
        });`),
  },
];
