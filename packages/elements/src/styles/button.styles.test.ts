import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendMouse} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import type {TemplateResult} from 'lit';

import {ensureTokens} from '../operator-form/ensure-tokens.js';

import {baseStyles} from './base.styles.js';
import {buttonStyles} from './button.styles.js';
import {tooltipStyles} from './tooltip.styles.js';

/** Every kind of button, usable and not, beside the colours of the system. */
class ButtonPage extends LitElement {
  static override styles = [baseStyles, buttonStyles, tooltipStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override render(): TemplateResult {
    return html`
      <button class="button" id="plain">Plain</button>
      <button class="button" id="plain-off" disabled>Plain</button>
      <button class="button primary" id="primary">Primary</button>
      <button class="button primary" id="primary-off" disabled>Primary</button>
      <button class="button danger" id="danger">Danger</button>
      <button class="button quiet" id="quiet" data-tooltip="On">Quiet</button>
      <button
        class="button quiet"
        id="quiet-off"
        data-tooltip="Off"
        aria-disabled="true"
      >
        Quiet
      </button>
    `;
  }
}
customElements.define('button-page', ButtonPage);

async function setup() {
  const page = await fixture<ButtonPage>(html`<button-page></button-page>`);
  const find = (id: string) => page.shadowRoot!.getElementById(id)!;
  const style = (id: string) => getComputedStyle(find(id));
  const color = (name: string) => {
    const probe = document.createElement('span');
    probe.style.color = name;
    page.shadowRoot!.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  return {find, style, color};
}

async function inForcedColors(test: () => Promise<void>): Promise<void> {
  await emulateMedia({forcedColors: 'active'});
  try {
    await test();
  } finally {
    await emulateMedia({forcedColors: 'none'});
  }
}

describe('buttonStyles', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    describe(`in forced colors, ${colorScheme}`, () => {
      async function forced(test: () => Promise<void>): Promise<void> {
        await emulateMedia({colorScheme});
        try {
          await inForcedColors(test);
        } finally {
          await emulateMedia({colorScheme: 'light'});
        }
      }

      it('fills the main button', () =>
        forced(async () => {
          const {style, color} = await setup();
          for (const id of ['primary', 'danger']) {
            expect(style(id).backgroundColor).to.equal(color('Highlight'));
            expect(style(id).color).to.equal(color('HighlightText'));
          }
          expect(style('plain').backgroundColor).to.equal(color('ButtonFace'));
        }));

      it('greys a button that cannot be pressed, of whatever kind', () =>
        forced(async () => {
          const {style, color} = await setup();
          for (const id of ['plain-off', 'primary-off', 'quiet-off']) {
            expect(style(id).color, id).to.equal(color('GrayText'));
            expect(style(id).borderTopColor, id).to.equal(color('GrayText'));
            expect(style(id).backgroundColor, id).to.equal(color('ButtonFace'));
          }
          expect(style('plain').color).not.to.equal(color('GrayText'));
        }));
    });
  }

  it('fades a button that cannot be pressed wherever it stands', async () => {
    const {find, style} = await setup();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host .button { color: red; }');
    const root = find('plain').getRootNode() as ShadowRoot;
    root.adoptedStyleSheets.push(sheet);
    expect(style('plain').color).to.equal('rgb(255, 0, 0)');
    expect(style('plain-off').color).not.to.equal('rgb(255, 0, 0)');
  });

  it('fades a button that cannot be pressed, and not its tooltip', async () => {
    const {find, style} = await setup();
    const {x, y, width, height} = find('quiet-off').getBoundingClientRect();
    const position: [number, number] = [
      Math.round(x + width / 2),
      Math.round(y + height / 2),
    ];
    await sendMouse({type: 'move', position});
    expect(find('quiet-off').matches(':hover')).to.equal(true);
    expect(style('quiet-off').opacity).to.equal('1');
    expect(style('quiet-off').color).not.to.equal(style('quiet').color);
    const tooltip = (id: string) => {
      const {color, backgroundColor} = getComputedStyle(find(id), '::after');
      return {color, backgroundColor};
    };
    expect(tooltip('quiet-off')).to.deep.equal(tooltip('quiet'));
    await sendMouse({type: 'move', position: [0, 0]});
  });
});
