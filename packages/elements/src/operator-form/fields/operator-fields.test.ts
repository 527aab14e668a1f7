import {expect} from '@open-wc/testing';
import {html, nothing} from 'lit';

import {
  IntParameter,
  ListParameter,
  ParameterValidationError,
  StringParameter,
  TableParameter,
} from '@ls-annotation/operators';
import type {BaseParameter} from '@ls-annotation/operators';

import {typePage} from '../testing/type-page.js';

import {FieldRegistry, operatorFields} from './operator-fields.js';
import type {CustomField, FieldRenderer} from './operator-fields.js';

/** A control of some design system: it knows nothing of forms of ours. */
class ThirdPartyStars extends HTMLElement {
  #value = 0;

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open', delegatesFocus: true});
    root.innerHTML = `<div role="slider" tabindex="0" aria-valuemin="0"
      aria-valuemax="5" aria-label="Stars" aria-valuenow="0"></div>`;
    this.addEventListener('keydown', ({key}) => {
      if (key !== 'ArrowRight') return;
      this.value += 1;
      this.dispatchEvent(new Event('change'));
    });
  }

  get value(): number {
    return this.#value;
  }

  set value(value: number) {
    this.#value = value;
    this.slider.ariaValueNow = String(value);
  }

  get slider(): Element {
    return this.shadowRoot!.querySelector('[role=slider]')!;
  }
}

customElements.define('third-party-stars', ThirdPartyStars);

const STARS: FieldRenderer = {
  rank: (parameter) => (parameter.extensions.widget === 'stars' ? 10 : 0),
  render: ({id, value, describedBy, change, leave}) => html`
    <third-party-stars
      id=${id}
      aria-describedby=${describedBy}
      .value=${value ?? 0}
      @change=${({target}: Event) => change((target as ThirdPartyStars).value)}
      @blur=${leave}
    ></third-party-stars>
  `,
};

const RATING = new IntParameter({
  name: 'rating',
  title: 'Rating',
  description: 'How good it is.',
  max: 3,
  extensions: {widget: 'stars'},
});

async function setup(
  renderers: readonly FieldRenderer[],
  parameters: readonly BaseParameter[],
) {
  const disposers = renderers.map((one) => operatorFields.register(one));
  const page = await typePage(parameters);
  return {
    ...page,
    stars: page.root.querySelector<ThirdPartyStars>('third-party-stars'),
    unregister: () => {
      for (const dispose of disposers) dispose();
    },
  };
}

describe('operatorFields', () => {
  it('puts a control of the page in place of ours, with label and errors', async () => {
    const {form, root, stars, press, errors, unregister} = await setup(
      [STARS],
      [RATING, new StringParameter({name: 'word', required: false})],
    );
    await expect(form).to.be.accessible();
    expect(root.querySelector('label')!.htmlFor).to.equal(stars!.id);
    form.focus();
    expect(root.activeElement).to.equal(stars);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(form.values).to.deep.equal({rating: 2});
    await press('ArrowRight');
    await press('ArrowRight');
    expect(errors(), 'while it has the focus').to.deep.equal([]);
    await press('Tab');
    expect(errors()).to.deep.equal(['Enter a value of at most 3.']);
    await expect(form).to.be.accessible();
    unregister();
  });

  it('gets the focus when its value is the first that does not fit', async () => {
    const {form, root, stars, unregister} = await setup(
      [STARS],
      [new StringParameter({name: 'word', required: false}), RATING],
    );
    expect(form.submit()).to.be.false;
    await form.updateComplete;
    await Promise.resolve();
    expect(root.activeElement).to.equal(stars);
    unregister();
  });

  it('shows what a server found at it', async () => {
    const {form, errors, unregister} = await setup([STARS], [RATING]);
    const {issues} = new ParameterValidationError('op', [
      {code: 'parameter/custom', path: '/rating', message: 'Too many.'},
    ]);
    form.showIssues(issues);
    await form.updateComplete;
    expect(errors()).to.deep.equal(['Too many.']);
    unregister();
  });

  it('keeps one node for as long as the field stands', async () => {
    const nodes = new Map<string, ThirdPartyStars>();
    const {form, root, unregister} = await setup(
      [
        {
          ...STARS,
          render: ({id, value, change}) => {
            const node = nodes.get(id) ?? new ThirdPartyStars();
            nodes.set(id, node);
            node.id = id;
            node.value = (value ?? 0) as number;
            node.onchange = () => change(node.value);
            return node;
          },
        },
      ],
      [RATING],
    );
    const [node] = nodes.values();
    form.focus();
    node!.value = 2;
    node!.dispatchEvent(new Event('change'));
    await form.updateComplete;
    expect(form.values).to.deep.equal({rating: 2});
    expect(root.querySelector('third-party-stars')).to.equal(node);
    expect(root.activeElement).to.equal(node);
    unregister();
  });

  it('takes the control of the highest rank, the latest of equals', () => {
    const registry = new FieldRegistry();
    const named = (name: string, rank: number): FieldRenderer => ({
      rank: () => rank,
      render: () => html`${name}`,
    });
    const low = named('low', 1);
    const high = named('high', 5);
    const equal = named('equal', 5);
    const first = registry.register(high);
    registry.register(low);
    const before = registry.find(RATING, {owner: null});
    const dispose = registry.register(equal);
    expect(registry.find(RATING, {owner: null})).not.to.equal(before);
    dispose();
    expect(registry.find(RATING, {owner: null})).to.equal(before);
    first();
    first();
    expect(registry.find(RATING, {owner: null})).not.to.be.null;
  });

  it('leaves fields to the form where no rank is above 0', () => {
    const registry = new FieldRegistry();
    registry.register({rank: () => 0, render: () => html`${nothing}`});
    registry.register({rank: () => -1, render: () => html`${nothing}`});
    expect(registry.find(RATING, {owner: null})).to.be.null;
  });

  it('knows what a parameter stands in', async () => {
    const seen: string[] = [];
    const {unregister} = await setup(
      [
        {
          rank: ({name}, {owner}) => {
            seen.push(`${owner?.name ?? '-'} ${name}`);
            return 0;
          },
          render: () => html`${nothing}`,
        },
      ],
      [
        RATING,
        new ListParameter({name: 'list', item: RATING}),
        new TableParameter({name: 'table', columns: [RATING], default: []}),
      ],
    );
    expect(new Set(seen)).to.include('- rating');
    unregister();
  });

  it('gets its label where no visible one stands', async () => {
    const fields: CustomField[] = [];
    const {button, press, form, unregister} = await setup(
      [
        {
          ...STARS,
          render: (field) => {
            fields.push(field);
            return STARS.render(field);
          },
        },
      ],
      [
        new ListParameter({name: 'ratings', item: RATING}),
        new TableParameter({
          name: 'table',
          columns: [RATING],
          default: [{rating: 2}],
        }),
      ],
    );
    button('Add entry').focus();
    await press('Enter');
    expect(fields.map(({label}) => label)).to.include.members([
      'ratings 1',
      'Rating row 1',
    ]);
    expect(form.values).to.deep.include({table: [{rating: 2}]});
    unregister();
  });

  it('comes and goes in forms that are open, with what was given', async () => {
    const {form, root, type} = await typePage([RATING]);
    const stars = (): ThirdPartyStars | null =>
      root.querySelector('third-party-stars');
    form.focus();
    await type('2');
    const unregister = operatorFields.register(STARS);
    await form.updateComplete;
    expect(stars()!.value).to.equal(2);
    expect(form.values).to.deep.equal({rating: 2});
    stars()!.value = 3;
    stars()!.dispatchEvent(new Event('change'));
    unregister();
    await form.updateComplete;
    expect(stars()).to.be.null;
    expect(root.querySelector('input')!.value).to.equal('3');
    form.reset();
    expect(form.values, 'starts as it started').to.deep.equal({});
  });

  it('is there when a form comes back to the page', async () => {
    const {form, root} = await typePage([RATING]);
    const place = form.parentElement!;
    form.remove();
    const unregister = operatorFields.register(STARS);
    place.append(form);
    await form.updateComplete;
    expect(root.querySelector('third-party-stars')).not.to.be.null;
    form.remove();
    unregister();
  });
});
