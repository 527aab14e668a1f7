import {expect, fixture, html} from '@open-wc/testing';

import '../define/all.js';

const ELEMENTS = [
  'ls-error-view',
  'ls-modal',
  'ls-notice',
  'ls-operator-dialog',
  'ls-operator-form',
  'ls-operator-menu',
  'ls-region-list',
  'ls-toast',
  'ls-toolbar',
];

const ACCENT = '--ls-accent';

function valueAt(element: Element, property: string): string {
  return getComputedStyle(element).getPropertyValue(property).trim();
}

describe('ensureTokens()', () => {
  for (const tag of ELEMENTS) {
    it(`gives <${tag}> its looks outside a host`, async () => {
      const parent = await fixture(html`<div></div>`);
      const element = document.createElement(tag);
      parent.append(element);
      expect(valueAt(element, ACCENT)).not.to.equal('');
    });

    it(`leaves <${tag}> what is set around it`, async () => {
      const parent = await fixture<HTMLElement>(html`<div></div>`);
      parent.style.setProperty('--ls-surface', 'black');
      parent.style.setProperty(ACCENT, 'red');
      const element = document.createElement(tag);
      parent.append(element);
      expect(valueAt(element, ACCENT)).to.equal('red');
    });
  }
});
