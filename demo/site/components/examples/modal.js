import {module} from '../markup.js';

/** Every kind of message. */
export const modal = [
  {
    title: 'Types',
    text: 'It opens when it is connected. Escape and its button close it, and the focus goes back.',
    html:
      `
<button type="button" value="error">Error</button>
<button type="button" value="warning">Warning</button>
<button type="button" value="success">Success</button>
<button type="button" value="info">Info</button>`.replaceAll(
        '<button',
        '<button class="open-modal"',
      ) +
      module(`
        for (const button of document.querySelectorAll('.open-modal')) {
          button.addEventListener('click', () => {
            const modal = document.createElement('ls-modal');
            modal.type = button.value;
            modal.message = 'Two spans of the same label overlap.';
            modal.addEventListener('ls-modal-close', () => modal.remove());
            document.body.append(modal);
          });
        }`),
  },
  {
    title: 'Much to say',
    text: 'The message is text; its line breaks are kept, and long words break.',
    html:
      '<button type="button" id="modal-long">Much to say</button>' +
      module(`
        document.querySelector('#modal-long').addEventListener('click', () => {
          const modal = document.createElement('ls-modal');
          modal.message = [
            'These spans have no label:',
            ...Array.from({length: 30}, (_, index) => \`\${index + 1}. <b>word</b>\`),
            'https://example.org/' + 'guideline/'.repeat(12),
          ].join('\\n');
          modal.addEventListener('ls-modal-close', () => modal.remove());
          document.body.append(modal);
        });`),
  },
  {
    title: 'One over the other',
    html:
      '<button type="button" id="modal-two">Two messages</button>' +
      module(`
        document.querySelector('#modal-two').addEventListener('click', () => {
          for (const [type, message] of [
            ['success', 'The first, below.'],
            ['error', 'The second, on top.'],
          ]) {
            const modal = Object.assign(document.createElement('ls-modal'), {
              type,
              message,
            });
            modal.addEventListener('ls-modal-close', () => modal.remove());
            document.body.append(modal);
          }
        });`),
  },
  {
    title: 'Dark message',
    html:
      '<button type="button" id="modal-dark">Dark</button>' +
      module(`
        document.querySelector('#modal-dark').addEventListener('click', () => {
          const modal = document.createElement('ls-modal');
          modal.setAttribute('theme', 'dark');
          modal.type = 'info';
          modal.message = 'Dark on a light page.';
          modal.addEventListener('ls-modal-close', () => modal.remove());
          document.body.append(modal);
        });`),
  },
];
