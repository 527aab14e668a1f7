import {expect} from '@open-wc/testing';

import {TYPE_CASES, missingText} from './testing/type-cases.js';
import type {CaseOptions, TypeCase} from './testing/type-cases.js';
import {typePage} from './testing/type-page.js';
import type {TypePageOptions} from './testing/type-page.js';

async function setup(
  {make}: TypeCase,
  options: Partial<Omit<CaseOptions, 'default'>> & {
    readonly default?: unknown;
  } = {},
  page: TypePageOptions = {},
) {
  const given = {name: 'value', required: false, ...options} as CaseOptions;
  return typePage([make(given)], page);
}

function valueOf({values}: {readonly values: unknown}): unknown {
  return (values as {readonly value?: unknown}).value;
}

/** Names and sizes of files; everything else as it is. */
async function comparable(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) {
    return value;
  }
  const {name, type, size, bytes} = value as {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly bytes: () => Promise<Uint8Array>;
  };
  const content = await bytes();
  return {name, type, size, content: btoa(String.fromCharCode(...content))};
}

for (const one of TYPE_CASES) {
  const {title, value, invalid, keys, entered, clear, cleared} = one;

  describe(`<ls-operator-form> with ${title}`, () => {
    it('starts with the default, and submits it', async () => {
      const {form} = await setup(one, {required: true, default: value});
      await expect(form).to.be.accessible();
      expect(await comparable(valueOf(form))).to.deep.equal(value);
      expect(form.validate()).to.be.true;
    });

    it('says that it is required, and focuses it', async () => {
      const {form, root, errors, press} = await setup(one, {required: true});
      const missing = missingText(one);
      expect(form.submit()).to.equal(missing === null);
      await form.updateComplete;
      expect(errors()).to.deep.equal(missing === null ? [] : [missing]);
      await expect(form).to.be.accessible();
      if (missing === null) return;
      expect(form.issues.map(({path}) => path.split('/')[1])).to.deep.equal([
        'value',
      ]);
      expect(root.activeElement, 'focus').not.to.be.null;
      await press('Tab');
      expect(errors()).to.deep.equal([missing]);
    });

    it('omits what is optional and unset', async () => {
      const {form} = await setup(one);
      expect(form.validate()).to.be.true;
      expect(form.values).to.deep.equal({});
    });

    it('says at the field what is wrong with a value', async () => {
      const message = invalid ? invalid[1] : 'Not now.';
      const values = invalid ? {value: invalid[0]} : {};
      const {form, root, errors} = await setup(one, {}, {values});
      if (invalid) expect(form.validate()).to.be.false;
      else {
        const issue = {code: 'parameter/custom', path: '/value', message};
        form.showIssues([issue as (typeof form.issues)[number]]);
      }
      await form.updateComplete;
      expect(errors()).to.deep.equal([message]);
      expect(root.querySelector('[aria-invalid]')).not.to.be.null;
      expect(root.activeElement, 'focus').not.to.be.null;
      await expect(form).to.be.accessible();
    });

    it('is cleared, and its default does not come back', async () => {
      const {form, keys: press} = await setup(one, {default: value});
      form.focus();
      await press(clear ?? []);
      expect(valueOf(form)).to.deep.equal(cleared);
      expect(form.validate()).to.be.true;
      await expect(form).to.be.accessible();
    });

    it('cannot be changed when it is read-only', async () => {
      const {form, keys: press} = await setup(one, {
        default: value,
        readOnly: true,
      });
      await expect(form).to.be.accessible();
      form.focus();
      await press(keys ?? []);
      expect(await comparable(valueOf(form))).to.deep.equal(value);
    });

    if (!keys) return;

    it('is filled by keyboard alone', async () => {
      const {form, keys: press} = await setup(one, {required: true});
      form.focus();
      await press(keys);
      expect(valueOf(form)).to.deep.equal(entered);
      expect(form.validate()).to.be.true;
      await expect(form).to.be.accessible();
    });

    it('is filled in right-to-left pages, and nothing sticks out', async () => {
      const {
        form,
        root,
        keys: press,
      } = await setup(one, {required: true}, {dir: 'rtl'});
      form.focus();
      await press(keys.map((key) => MIRRORED[title]?.[key] ?? key));
      expect(valueOf(form)).to.deep.equal(entered);
      expect(form.scrollWidth).to.be.at.most(form.clientWidth);
      const inner = root.querySelector('form')!;
      expect(getComputedStyle(inner).direction).to.equal('rtl');
      await expect(form).to.be.accessible();
    });
  });
}

/** The browser turns arrows round in right-to-left pages. */
const ROUND = {ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft'};
const MIRRORED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'choices as buttons': ROUND,
  'a label': ROUND,
  'a slider': ROUND,
  'a range with sliders': ROUND,
};
