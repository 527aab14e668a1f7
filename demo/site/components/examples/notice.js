import {module} from '../markup.js';

/** Messages that stay. */
export const notice = [
  {
    title: 'With a reason',
    text: 'It stays until the page takes it away; its button says that a person wants so.',
    html:
      `
<ls-notice
  id="notice-plugin"
  heading="Plugin “word-count” failed"
  detail="It threw at line 3: Cannot read properties of undefined."
></ls-notice>` +
      module(`
        const notice = document.querySelector('#notice-plugin');
        notice.addEventListener('ls-notice-dismiss', () => notice.remove());`),
  },
  {
    title: 'Heading alone',
    html: '<ls-notice heading="You are working offline."></ls-notice>',
  },
  {
    title: 'Long words in little room',
    html: `
<div style="max-inline-size: 280px">
  <ls-notice
    heading="Plugin “https://example.org/plugins/annotation/no-overlaps.js” failed"
    detail="It answered with 503 (Service Unavailable). The other plugins run."
  ></ls-notice>
</div>`,
  },
  {
    title: 'Dark and from right to left',
    html: `
<ls-notice
  theme="dark"
  dir="rtl"
  lang="ar"
  heading="تعذّر تشغيل الإضافة"
  detail="يستمر العمل كالمعتاد."
></ls-notice>`,
  },
];
