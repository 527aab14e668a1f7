import {expect, fixture, html} from '@open-wc/testing';

import {readOutputs} from '@ls-annotation/operators';
import type {OperatorOutput, PlotKind} from '@ls-annotation/operators';

import '../define/operator-results.js';

import type {OperatorResultsElement} from './operator-results.js';
import {plotShape} from './plot-shape.js';

async function setup(given: readonly unknown[]) {
  const {outputs, issues} = readOutputs(given);
  const element = await fixture<OperatorResultsElement>(
    html`<ls-operator-results
      .outputs=${outputs}
      .issues=${issues}
    ></ls-operator-results>`,
  );
  return {element, root: element.shadowRoot!, outputs, issues};
}

const PICTURE = new Blob(
  ['<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'],
  {type: 'image/svg+xml'},
);

const ALL: readonly OperatorOutput[] = [
  {type: 'text', title: 'Words', text: 'One\nTwo'},
  {type: 'number', title: 'Count', value: 1234.5, unit: 'ms'},
  {
    type: 'table',
    title: 'Scores',
    columns: [{name: 'who'}, {name: 'score', title: 'Score', unit: '%'}],
    rows: [
      {who: 'Ada', score: 98},
      {who: 'Bob', score: null},
    ],
  },
  {type: 'image', title: 'Picture', src: PICTURE, alt: 'An empty square'},
  {
    type: 'plot',
    title: 'Loss',
    kind: 'line',
    series: [
      {name: 'train', x: [1, 2, 3], y: [3, 2, 1]},
      {name: 'test', x: [1, 2, 3], y: [4, 3, 3]},
    ],
    xLabel: 'Epoch',
    yLabel: 'Loss',
  },
  {type: 'link', title: 'Report', href: 'https://example.org/', text: 'Open'},
  {type: 'json', title: 'Raw', value: {a: [1, 2]}},
];

describe('<ls-operator-results>', () => {
  it('is accessible with every kind of output', async () => {
    const {element, root} = await setup([...ALL, {type: 'odd'}]);
    await expect(element).to.be.accessible();
    root.querySelector('details')!.open = true;
    await expect(element).to.be.accessible();
  });

  it('shows every output under its title', async () => {
    const {root} = await setup(ALL);
    const titles = [...root.querySelectorAll('figcaption')];
    expect(titles.map(({textContent}) => textContent)).to.deep.equal(
      ALL.map(({title}) => title),
    );
    expect(root.querySelector('.plain')!.textContent).to.equal('One\nTwo');
    const data = root.querySelector('data')!;
    expect(data.value).to.equal('1234.5');
    expect(data.parentElement!.innerText).to.contain('ms');
    expect(root.querySelector('pre')!.textContent).to.contain('"a"');
  });

  it('heads the columns of a table and says what is missing', async () => {
    const {root} = await setup(ALL.slice(2, 3));
    const texts = (selector: string): readonly string[] =>
      [...root.querySelectorAll<HTMLElement>(selector)].map(({innerText}) =>
        innerText.trim(),
      );
    expect(texts('th')).to.deep.equal(['who', 'Score (%)']);
    expect(texts('td')).to.deep.equal(['Ada', '98', 'Bob', '–']);
    expect(root.querySelector('td.end')!.textContent.trim()).to.equal('98');
  });

  it('shows a long table to its end on request', async () => {
    const rows = Array.from({length: 250}, (_, n) => ({n}));
    const {element, root} = await setup([
      {type: 'table', columns: [{name: 'n'}], rows},
    ]);
    expect(root.querySelectorAll('tbody tr')).to.have.length(100);
    root.querySelector('button')!.click();
    await element.updateComplete;
    expect(root.querySelectorAll('tbody tr')).to.have.length(250);
    expect(root.querySelector('button')).to.be.null;
  });

  it('opens links on a page of their own that knows nothing of this one', async () => {
    const {root} = await setup(ALL.slice(5, 6));
    const link = root.querySelector('a')!;
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.contain('noopener');
    expect(link.textContent).to.equal('Open');
  });

  it('makes markdown safe', async () => {
    const {root} = await setup([
      {
        type: 'text',
        format: 'markdown',
        text: '**Bold** <img src=x onerror=alert(1)> [bad](javascript:alert(1))',
      },
    ]);
    while (!root.querySelector('strong')) {
      await new Promise(requestAnimationFrame);
    }
    expect(root.querySelector('img')).to.be.null;
    expect(root.querySelector('a[href^="javascript"]')).to.be.null;
  });

  it('says what was left out, and where', async () => {
    const {root, issues} = await setup([
      {type: 'link', href: 'javascript:alert(1)'},
    ]);
    expect(issues).to.have.length(1);
    expect(root.querySelector('[part=issues]')!.textContent).to.contain(
      '/0/href',
    );
  });

  it('draws the lines of the legend as those of the plot', async () => {
    const {root} = await setup(ALL.slice(4, 5));
    const strokes = (selector: string): readonly string[] =>
      [...root.querySelectorAll(selector)].map(
        (line) => getComputedStyle(line).stroke,
      );
    expect(strokes('.legend .line')).to.deep.equal(strokes('.plot .line'));
    expect(strokes('.legend .line')).not.to.include('none');
  });

  it('gives the address of a picture back when it leaves the page', async () => {
    const {element, root} = await setup(ALL.slice(3, 4));
    const address = root.querySelector('img')!.src;
    expect((await fetch(address)).ok).to.be.true;
    element.remove();
    const answer = await fetch(address).catch(() => null);
    expect(answer).to.be.null;
    document.body.append(element);
    await element.updateComplete;
    expect(root.querySelector('img')!.src).to.match(/^blob:/);
    expect(root.querySelector('img')!.src).not.to.equal(address);
    element.remove();
  });

  describe('plots', () => {
    const kinds: readonly [PlotKind, string, number][] = [
      ['line', 'path.line', 1],
      ['scatter', 'circle', 4],
      ['bar', 'rect', 4],
      ['histogram', 'rect', 2],
    ];
    for (const [kind, selector, count] of kinds) {
      it(`draw a ${kind}, with the numbers in a table`, async () => {
        const {root} = await setup([
          {type: 'plot', kind, series: [{y: [1, 2, 2, 4]}], bins: 2},
        ]);
        const plot = root.querySelector('.plot')!;
        expect(plot.querySelectorAll(selector)).to.have.length(count);
        expect(plot.getAttribute('aria-label')).to.contain('values between');
        const rows = [...root.querySelectorAll('tbody tr')];
        expect(rows.length).to.equal(kind === 'histogram' ? 2 : 4);
        for (const node of plot.querySelectorAll('*')) {
          for (const {name, value} of node.attributes) {
            expect(value, `${node.localName} ${name}`).not.to.contain('NaN');
          }
        }
      });
    }

    it('have no axis that divides by nothing', () => {
      for (const [kind] of kinds) {
        for (const y of [[], [5], [5, 5]]) {
          const shape = plotShape({type: 'plot', kind, series: [{y}]});
          const [low, high] = shape.yDomain;
          expect(high).to.be.above(low);
          expect(shape.xDomain[1]).to.be.above(shape.xDomain[0]);
        }
      }
    });

    it('count every set in the same bins', () => {
      const {series} = plotShape({
        type: 'plot',
        kind: 'histogram',
        series: [{y: [0, 1, 2, 9]}, {y: [9, 10]}],
        bins: 5,
      });
      const names = series.map(({points}) => points.map(({name}) => name));
      expect(names[0]).to.deep.equal(names[1]);
      expect(series.map(({points}) => points.map(({y}) => y))).to.deep.equal([
        [2, 1, 0, 0, 1],
        [0, 0, 0, 0, 2],
      ]);
    });
  });

  it('leaves nothing behind when it is taken away while a picture is read', async () => {
    let give!: (bytes: ArrayBuffer) => void;
    const bytes = new Promise<ArrayBuffer>((resolve) => {
      give = resolve;
    });
    const src = {type: 'image/png', size: 4, arrayBuffer: () => bytes};
    const {element, root} = await setup([{type: 'image', src, alt: ''}]);
    element.remove();
    give(new ArrayBuffer(4));
    await bytes;
    await element.updateComplete;
    expect(root.querySelector('img')!.hasAttribute('src')).to.be.false;
  });
});
