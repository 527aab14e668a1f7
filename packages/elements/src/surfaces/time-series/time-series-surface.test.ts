import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {LeakCounter} from '../../host/testing/leak-counter.js';
import {click, drag, moveMouse, press} from '../image/testing/drive-mouse.js';
import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, nextFrame} from '../testing/render-surface.js';

import {
  LENGTH,
  SERIES_CONFIG,
  makeSeries,
  renderSeries,
  seriesResult,
  withAttributes,
} from './testing/render-series.js';
import type {
  RenderSeriesOptions,
  RenderedSeries,
  SeriesParts,
} from './testing/render-series.js';

const REGIONS: readonly SeriesParts[] = [
  {id: 'a', at: [10, 30]},
  {id: 'b', at: [50, 80], label: 'Rest'},
  {id: 'm', at: [90, 90], instant: true},
];

const DATES =
  'valueType="json" timeColumn="time" overviewWidth="100%" ' +
  'timeFormat="%d/%m/%Y %H:%M:%S"';

async function setup(options: RenderSeriesOptions = {}) {
  await setViewport({width: 900, height: 700});
  return renderSeries(options);
}

function byName(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`Nothing is called "${name}".`);
  return found;
}

/** Place by place: 02/03/2026 00:00:00, a second later, and so on. */
function dateAt(place: number): string {
  const time = new Date(Date.UTC(2026, 2, 2) + place * 1000).toISOString();
  return `02/03/2026 ${time.slice(11, 19)}`;
}

function datedSeries() {
  return {series: makeSeries(LENGTH, dateAt)};
}

/** Start, end and whether it is a moment, region by region. */
function spansOf(series: RenderedSeries): readonly unknown[] {
  return series.results().map(({value}) => {
    const {start, end, instant} = value as Record<string, unknown>;
    return instant === true ? [start] : [start, end];
  });
}

function wheelOver(
  target: Element,
  init: WheelEventInit & {readonly xPercent: number},
): void {
  const {left, top, width} = target.getBoundingClientRect();
  target.dispatchEvent(
    new WheelEvent('wheel', {
      bubbles: true,
      cancelable: true,
      clientX: left + (width * init.xPercent) / 100,
      clientY: top + 10,
      ...init,
    }),
  );
}

describe('<TimeSeries>', () => {
  afterEach(closeSurfaces);

  describe('accessibility', () => {
    it('passes the automated checks at rest, selected, drawing and drawn', async () => {
      const series = await setup({regions: REGIONS});
      await expect(series.root).to.be.accessible();
      series.session.actions.selectRegion('a');
      await nextFrame();
      await expect(series.root).to.be.accessible();
      series.session.actions.selectRegions([]);
      series.stage.focus();
      await press('Shift+PageUp');
      await expect(series.root).to.be.accessible();
      series.session.actions.toggleLabel('label', 'Run');
      await nextFrame();
      await expect(series.root).to.be.accessible();
    });

    it('passes the automated checks with a failure, a gap in the data, and nothing', async () => {
      const broken = await setup({data: {series: {time: ['x'], one: [1]}}});
      await expect(broken.root).to.be.accessible();
      broken.close();
      const gap = await setup({data: {series: {time: [1, 2], one: [1, 2]}}});
      await expect(gap.root).to.be.accessible();
      gap.close();
      const empty = await setup({data: {}});
      await expect(empty.root).to.be.accessible();
    });

    it('lists the regions by label and time', async () => {
      const series = await setup({regions: REGIONS});
      const names = series
        .findAll('[role=option]')
        .map(({textContent}) => textContent);
      expect(names).to.deep.equal([
        'Run, 10 to 30, 20 long',
        'Rest, 50 to 80, 30 long',
        'Run, at 90',
      ]);
    });

    it('says the time and the values where the keys lead', async () => {
      const series = await setup();
      const said: string[] = [];
      const live = series.find('.lsf-editor > [role=status]');
      new MutationObserver(() => said.push(live.textContent)).observe(live, {
        childList: true,
      });
      series.stage.focus();
      await press('End');
      expect(said.at(-1)).to.equal('100, First −0.07 Hz, Second 0.0');
    });

    it('draws in the colors of the system when that dictates them', async () => {
      const colors = watchStrokes();
      const series = await setup({regions: REGIONS});
      expect(colors.seen()).to.include('#3b82d6');
      await emulateMedia({forcedColors: 'active'});
      colors.forget();
      try {
        series.view.updateTR([0, 50]);
        await nextFrame();
        await nextFrame();
        expect(colors.seen()).not.to.include('#3b82d6');
        await expect(series.root).to.be.accessible();
      } finally {
        await emulateMedia({forcedColors: 'none'});
        colors.restore();
      }
      expect(series.errors).to.deep.equal([]);
    });

    it('passes the automated checks in the dark', async () => {
      await emulateMedia({colorScheme: 'dark'});
      try {
        const series = await setup({regions: REGIONS});
        await expect(series.root).to.be.accessible();
      } finally {
        await emulateMedia({colorScheme: 'light'});
      }
    });

    it('goes from left to right on pages that go from right to left', async () => {
      document.documentElement.dir = 'rtl';
      try {
        const series = await setup();
        series.session.actions.toggleLabel('label', 'Run');
        await drag(series.at(20), series.at(40));
        expect(spansOf(series)).to.deep.equal([[20, 40]]);
      } finally {
        document.documentElement.removeAttribute('dir');
      }
    });
  });

  describe('DOM', () => {
    it('is there at once and has no comments', async () => {
      const series = await setup({regions: REGIONS});
      const shown = series.session.createAnnotation();
      expect(series.session.annotation).to.equal(shown);
      expect(series.root.matches('.lsf-object.htx-timeseries')).to.equal(true);
      const comments = document.createNodeIterator(
        series.root,
        NodeFilter.SHOW_COMMENT,
      );
      expect(comments.nextNode()).to.equal(null);
    });

    it('grows with neither the regions nor the values', async () => {
      const few = await setup({regions: manyRegions(20)});
      const count = few.root.querySelectorAll('*').length;
      few.close();
      const series = await setup({
        regions: manyRegions(3000),
        data: {series: makeSeries(50_000)},
      });
      expect(series.root.querySelectorAll('*').length).to.equal(count);
      expect(series.ids()).to.have.length(3000);
    });

    it('has one canvas a plot, however many columns it shows', async () => {
      const xml = SERIES_CONFIG.replace('<Channel', '<MultiChannel><Channel')
        .replace('</TimeSeries>', '</MultiChannel></TimeSeries>')
        .replaceAll('height="120"', '');
      const series = await setup({xml});
      expect(series.findAll('.lsf-time-series__plot')).to.have.length(1);
      expect(series.root.textContent).to.contain('First');
      expect(series.root.textContent).to.contain('Second');
      expect(series.stage.clientHeight).to.equal(200);
    });

    it('goes on when a plugin empties it', async () => {
      const series = await setup({regions: REGIONS});
      series.root.replaceChildren();
      series.session.actions.selectRegion('a');
      await nextFrame();
      expect(series.errors).to.deep.equal([]);
      expect(series.results()).to.deep.equal(REGIONS.map(seriesResult));
    });
  });

  describe('loading', () => {
    it('reads comma separated values at an address', async () => {
      const rows = ['Time;one;two', '0;1;5', '1;2;6', '2;3;7'];
      const series = await setup({
        xml: withAttributes('timeColumn="time" sep=";" overviewWidth="100%"'),
        data: {series: csvAddress(rows)},
      });
      await until(() => series.view.brushRange.length > 0);
      expect(series.view.keysRange).to.deep.equal([0, 2]);
      expect(series.view.headers).to.deep.equal(['time', 'one', 'two']);
      expect(series.errors).to.deep.equal([]);
    });

    it('names columns of a file without headings by number', async () => {
      const xml = withAttributes('timeColumn="0"')
        .replace('column="one"', 'column="1"')
        .replace('column="two"', 'column="2"');
      const data = {series: csvAddress(['5,1,2', '6,3,4'])};
      const series = await setup({xml, data});
      await until(() => series.view.brushRange.length > 0);
      expect(series.view.keysRange).to.deep.equal([5, 6]);
      expect(series.root.textContent).not.to.contain('no column');
    });

    it('counts the rows where there is no column of times', async () => {
      const series = await setup({xml: withAttributes('valueType="json"')});
      expect(series.view.keysRange).to.deep.equal([0, LENGTH - 1]);
    });

    it('takes the data of the task where there is no value', async () => {
      const xml = SERIES_CONFIG.replace('value="$series"', '');
      const series = await setup({xml, data: makeSeries()});
      expect(series.view.keysRange).to.deep.equal([0, LENGTH - 1]);
    });

    it('shows the first part of it, as wide as overviewWidth says', async () => {
      const xml = withAttributes(
        'valueType="json" timeColumn="time" overviewWidth="40%"',
      );
      const series = await setup({xml});
      const [from = NaN, to = NaN] = series.view.brushRange;
      expect(from).to.equal(0);
      expect(to).to.be.closeTo(40, 1e-6);
    });

    it('asks again for what did not come', async () => {
      const series = await setup({
        xml: withAttributes('timeColumn="time"'),
        data: {series: 'blob:nothing-there'},
      });
      await until(() => series.errors.length > 0);
      expect(series.errors).to.deep.equal(['elements/media-load']);
      const alert = series.find('[role=alert]');
      expect(alert.textContent).to.contain('blob:nothing-there');
      await clickOn(series.find('[role=alert] button'));
      await until(() => series.errors.length === 2);
    });

    it('keeps the part that is seen from annotation to annotation', async () => {
      const series = await setup({regions: REGIONS});
      series.view.updateTR([20, 40]);
      await nextFrame();
      series.session.createAnnotation();
      await nextFrame();
      const [from = NaN, to = NaN] = series.view.brushRange;
      expect([Math.round(from), Math.round(to)]).to.deep.equal([20, 40]);
    });

    for (const {title, data, attributes, says} of badInput()) {
      it(`says what is wrong with ${title}, and loses nothing`, async () => {
        const xml = withAttributes(attributes);
        const series = await setup({xml, data, regions: REGIONS});
        await until(() => series.errors.length > 0);
        expect(series.errors).to.deep.equal(['elements/object-data']);
        const alert = series.find('[role=alert]').textContent;
        expect(alert).to.contain('<TimeSeries> "ts"');
        for (const words of says) expect(alert).to.contain(words);
        expect(series.results()).to.deep.equal(REGIONS.map(seriesResult));
      });
    }

    it('shows the other columns when one is not there', async () => {
      const data = {series: {time: [0, 1], two: [1, 2]}};
      const series = await setup({data, regions: REGIONS});
      expect(series.errors).to.deep.equal(['elements/object-data']);
      expect(series.root.textContent).to.contain('no column “one”');
      expect(series.view.keysRange).to.deep.equal([0, 1]);
    });

    it('says that a column has no numbers', async () => {
      const data = {series: {time: [0, 1], one: ['a', 'b'], two: [1, 2]}};
      const series = await setup({data});
      expect(series.errors).to.deep.equal(['elements/object-data']);
      expect(series.root.textContent).to.contain('no numbers in this column');
    });

    it('reports a format that is none and shows plain numbers', async () => {
      const xml = SERIES_CONFIG.replace('".2f"', '"wobble"');
      const series = await setup({xml});
      expect(series.errors).to.deep.equal(['elements/object-data']);
      expect(series.root.textContent).to.contain('0 Hz');
    });

    it('says that it has no channel', async () => {
      const xml = SERIES_CONFIG.replaceAll(/<Channel[^>]*>/g, '');
      const series = await setup({xml});
      expect(series.errors).to.deep.equal(['elements/object-data']);
    });
  });

  describe('pointer', () => {
    it('draws a region with the chosen label, between times of the data', async () => {
      const series = await setup();
      series.session.actions.toggleLabel('label', 'Run');
      await drag(series.at(20.3), series.at(39.8));
      const [result] = series.results();
      expect(result).to.deep.include({
        type: 'timeserieslabels',
        from_name: 'label',
        to_name: 'ts',
      });
      expect(result?.value).to.deep.equal({
        start: 20,
        end: 40,
        instant: false,
        timeserieslabels: ['Run'],
      });
    });

    it('selects what is clicked, and goes there', async () => {
      const series = await setup({regions: REGIONS});
      await click(series.at(60));
      expect(series.state().selection).to.deep.equal(['b']);
      expect(series.view.cursorTime).to.equal(60);
      await click(series.at(40));
      expect(series.state().selection).to.deep.equal([]);
    });

    it('moves and resizes the selected region', async () => {
      const series = await setup({regions: REGIONS});
      await click(series.at(20));
      await drag(series.at(20), series.at(25));
      expect(spansOf(series)[0]).to.deep.equal([15, 35]);
      await drag(series.at(35), series.at(45));
      expect(spansOf(series)[0]).to.deep.equal([15, 45]);
      await drag(series.at(15), series.at(12));
      expect(spansOf(series)[0]).to.deep.equal([12, 45]);
    });

    it('labels a span that was chosen first', async () => {
      const series = await setup();
      await drag(series.at(20), series.at(30));
      expect(series.results()).to.deep.equal([]);
      await clickOn(series.findAll('.lsf-label_clickable')[1] ?? series.root);
      expect(series.results()[0]?.value).to.deep.include({
        start: 20,
        end: 30,
        timeserieslabels: ['Rest'],
      });
    });

    it('gives the selected region another label', async () => {
      const series = await setup({regions: REGIONS});
      await click(series.at(20));
      await clickOn(series.findAll('.lsf-label_clickable')[1] ?? series.root);
      expect(series.results()[0]?.value).to.deep.include({
        timeserieslabels: ['Rest'],
      });
    });

    it('makes a moment of a double click with a label', async () => {
      const series = await setup();
      const {x, y} = series.at(33);
      series.session.actions.toggleLabel('label', 'Run');
      await click({x, y});
      // The driver has no way to click twice.
      const place = {clientX: x, clientY: y, bubbles: true};
      series.stage.dispatchEvent(new MouseEvent('dblclick', place));
      expect(series.results()[0]?.value).to.deep.equal({
        start: 33,
        end: 33,
        instant: true,
        timeserieslabels: ['Run'],
      });
    });

    it('moves a moment, which stays one', async () => {
      const series = await setup({regions: REGIONS});
      await click(series.at(90));
      expect(series.state().selection).to.deep.equal(['m']);
      await drag(series.at(90), series.at(70));
      expect(spansOf(series)[2]).to.deep.equal([70]);
    });

    it('labels the moment where one is with the button', async () => {
      const series = await setup();
      const button = byName(series.root, 'Label this moment');
      expect(button.matches(':disabled')).to.equal(true);
      await click(series.at(12));
      series.session.actions.toggleLabel('label', 'Run');
      await clickOn(button);
      expect(spansOf(series)).to.deep.equal([[12]]);
    });

    it('shows the time and the values under the pointer', async () => {
      const series = await setup();
      await moveMouse(series.at(47));
      await nextFrame();
      await nextFrame();
      expect(series.find('.lsf-media__time').textContent).to.equal('47');
      const values = series.findAll('.lsf-time-series__value');
      expect(values.map(({textContent}) => textContent)).to.deep.equal([
        '−0.40 Hz',
        '7.0',
      ]);
      await moveMouse({x: 2, y: 2});
      await nextFrame();
      await nextFrame();
      expect(series.find('.lsf-media__time').textContent).to.equal('0');
    });

    it('leaves a locked region where it is', async () => {
      const series = await setup({regions: REGIONS});
      series.session.actions.setLocked('a', true);
      await click(series.at(20));
      await drag(series.at(20), series.at(40));
      expect(spansOf(series)[0]).to.deep.equal([10, 30]);
    });
  });

  describe('zoom', () => {
    it('zooms with ctrl and the wheel, where the pointer is', async () => {
      const series = await setup();
      wheelOver(series.stage, {deltaY: -240, ctrlKey: true, xPercent: 50});
      const [from = NaN, to = NaN] = series.view.brushRange;
      expect(to - from).to.be.closeTo(100 / Math.E, 0.1);
      expect((from + to) / 2).to.be.closeTo(50, 0.1);
      wheelOver(series.stage, {deltaY: 100, xPercent: 50});
      expect(series.view.brushRange).to.deep.equal([from, to]);
    });

    it('zooms with buttons and shows all of it again', async () => {
      const series = await setup();
      await clickOn(byName(series.root, 'Zoom in'));
      const [from = NaN, to = NaN] = series.view.brushRange;
      expect([from, to]).to.deep.equal([25, 75]);
      await clickOn(byName(series.root, 'Show all of it'));
      expect(series.view.brushRange).to.deep.equal([0, 100]);
    });

    it('moves and resizes what is seen on the overview', async () => {
      const series = await setup();
      series.view.updateTR([20, 40]);
      await drag(onOverview(series, 30), onOverview(series, 60));
      expect(rounded(series.view.brushRange)).to.deep.equal([50, 70]);
      await drag(onOverview(series, 70), onOverview(series, 90));
      expect(rounded(series.view.brushRange)).to.deep.equal([50, 90]);
      await drag(onOverview(series, 50), onOverview(series, 60));
      expect(rounded(series.view.brushRange)).to.deep.equal([60, 90]);
      await drag(onOverview(series, 10), onOverview(series, 30));
      expect(rounded(series.view.brushRange)).to.deep.equal([10, 30]);
      await click(onOverview(series, 70));
      expect(rounded(series.view.brushRange)).to.deep.equal([60, 80]);
    });

    it('draws lines and marks as the channel says', async () => {
      const colors = watchStrokes();
      const fills = watchFills();
      const xml = SERIES_CONFIG.replace(
        'legend="First"',
        'strokeColor="#123456" interpolation="curveMonotoneX" ' +
          'markerSize="5" markerColor="#654321" markerSymbol="star"',
      );
      const series = await setup({xml});
      await nextFrame();
      expect(colors.seen()).to.include('#123456');
      expect(fills.seen()).to.include('#654321');
      expect(series.errors).to.deep.equal([]);
      fills.forget();
      series.close();
      const crowded = await setup({xml, data: {series: makeSeries(1000)}});
      expect(fills.seen()).not.to.include('#654321');
      crowded.close();
      colors.restore();
      fills.restore();
    });

    it('draws on the overview what overviewChannels says, or everything', async () => {
      const colors = watchStrokes();
      const second = '#dd6b20';
      const seenWith = async (channels: string): Promise<readonly string[]> => {
        const series = await setup({
          xml: withAttributes(
            `valueType="json" timeColumn="time" overviewChannels="${channels}"`,
          ),
        });
        colors.forget();
        // Regions have the overview painted, and no plot.
        series.session.actions.toggleLabel('label', 'Run');
        series.view.addRegion(1, 2);
        await nextFrame();
        await nextFrame();
        series.close();
        return colors.seen();
      };
      expect(await seenWith('one')).not.to.include(second);
      expect(await seenWith('1, 2')).to.include(second);
      expect(await seenWith('nowhere')).to.include(second);
      colors.restore();
    });

    it('shows first what timeRange says', async () => {
      const xml = SERIES_CONFIG.replace('legend="First"', 'timeRange="30,50"');
      const series = await setup({xml});
      expect(rounded(series.view.brushRange)).to.deep.equal([30, 50]);
      expect(series.view.cursorTime).to.equal(30);
    });

    it('fits the scale of values to what is seen, unless it is fixed', async () => {
      const texts = watchTexts();
      const xml = (attribute: string): string =>
        SERIES_CONFIG.replace('legend="Second"', attribute);
      const ramp = {series: {...makeSeries(), two: makeSeries().time}};
      const loose = await setup({xml: xml(''), data: ramp});
      loose.view.updateTR([0, 10]);
      texts.forget();
      await nextFrame();
      await nextFrame();
      expect(texts.seen()).to.include('5').and.not.include('100');
      loose.close();
      const fixed = await setup({xml: xml('fixedScale="true"'), data: ramp});
      fixed.view.updateTR([0, 10]);
      texts.forget();
      await nextFrame();
      await nextFrame();
      expect(texts.seen()).to.include('100');
      fixed.close();
      const set = await setup({xml: xml('dataRange="0,400"'), data: ramp});
      expect(texts.seen()).to.include('400');
      set.close();
      texts.restore();
    });
  });

  describe('keyboard', () => {
    it('makes a region with Enter, arrows and Enter, and selects it', async () => {
      const series = await setup();
      series.session.actions.toggleLabel('label', 'Run');
      series.stage.focus();
      await press('ArrowRight', 'Enter', 'PageUp', 'Enter');
      const [id] = series.ids();
      expect(spansOf(series)).to.deep.equal([[2, 17]]);
      expect(series.state().selection).to.deep.equal([id]);
    });

    it('goes from time to time however far apart they are', async () => {
      const time = [0, 1, 2, 60, 61, 100];
      const data = {series: {time, one: time, two: time}};
      const series = await setup({data});
      series.stage.focus();
      const places: number[] = [];
      for (let step = 0; step < 5; step += 1) {
        await press('ArrowRight');
        places.push(series.view.cursorTime);
      }
      expect(places).to.deep.equal([2, 60, 61, 100, 100]);
      await press('ArrowLeft');
      expect(series.view.cursorTime).to.equal(61);
    });

    it('moves, resizes and deletes the selected region', async () => {
      const series = await setup({regions: REGIONS});
      series.stage.focus();
      await press('Alt+Period');
      expect(series.state().selection).to.deep.equal(['a']);
      await press('Control+ArrowRight');
      expect(spansOf(series)[0]).to.deep.equal([12, 32]);
      await press('Alt+ArrowRight');
      expect(spansOf(series)[0]).to.deep.equal([12, 34]);
      await press('Alt+Shift+ArrowLeft');
      expect(spansOf(series)[0]).to.deep.equal([10, 34]);
      await press('Delete');
      expect(series.ids()).to.deep.equal(['b', 'm']);
    });

    it('labels a moment with shift and Enter, and moves it', async () => {
      const series = await setup();
      series.stage.focus();
      await press('PageUp', 'Shift+Enter');
      expect(series.results()).to.deep.equal([]);
      series.session.actions.toggleLabel('label', 'Run');
      await press('Shift+Enter');
      expect(spansOf(series)).to.deep.equal([[15]]);
      await press('Alt+ArrowRight');
      expect(spansOf(series)).to.deep.equal([[17]]);
      await press('Control+ArrowLeft');
      expect(spansOf(series)).to.deep.equal([[15]]);
    });

    it('zooms with plus, minus and zero', async () => {
      const series = await setup();
      series.stage.focus();
      await press('+');
      expect(series.view.brushRange[1]).to.be.lessThan(100);
      await press('0');
      expect(series.view.brushRange).to.deep.equal([0, 100]);
    });
  });

  describe('format', () => {
    it('gives back what nobody touched, as it was', async () => {
      const odd = [{id: 'a', at: ['2/3/2026 0:0:5', dateAt(9)]}] as const;
      const series = await setup({
        xml: withAttributes(DATES),
        data: datedSeries(),
        regions: odd,
      });
      expect(series.results()).to.deep.equal(odd.map(seriesResult));
      await click(series.at(7));
      await drag(series.at(9), series.at(20));
      expect(spansOf(series)).to.deep.equal([['2/3/2026 0:0:5', dateAt(20)]]);
    });

    it('writes new regions in the format of the data', async () => {
      const xml = withAttributes(DATES);
      const series = await setup({xml, data: datedSeries()});
      series.session.actions.toggleLabel('label', 'Run');
      await drag(series.at(20), series.at(40));
      expect(spansOf(series)).to.deep.equal([[dateAt(20), dateAt(40)]]);
    });

    it('tells plugins times as numbers and writes theirs in the format', async () => {
      const series = await setup({
        xml: withAttributes(DATES),
        data: datedSeries(),
        regions: [{id: 'a', at: [dateAt(5), dateAt(9)]}],
      });
      const midnight = Date.UTC(2026, 2, 2);
      const [region] = series.view.regs;
      expect(region?.type).to.equal('timeseriesregion');
      expect(region?.start).to.equal(midnight + 5000);
      expect(region?.end).to.equal(midnight + 9000);
      expect(region?.instant).to.equal(false);
      region?.updateRegion(midnight + 6000, midnight + 8000);
      region?.growRight(1000);
      region?.growLeft(2000);
      expect(spansOf(series)).to.deep.equal([[dateAt(4), dateAt(9)]]);
      series.session.actions.selectRegions([]);
      series.session.actions.toggleLabel('label', 'Rest');
      const added = series.view.addRegion(midnight, midnight);
      expect(added?.start).to.equal(midnight);
      expect(spansOf(series)[1]).to.deep.equal([dateAt(0)]);
    });
  });

  describe('plugins', () => {
    it('read and set what is seen', async () => {
      const series = await setup();
      expect(series.view.brushRange).to.deep.equal([0, 100]);
      series.view.updateTR([20, 60]);
      expect(rounded(series.view.brushRange)).to.deep.equal([20, 60]);
      series.view.updateTR(null);
      series.view.panView(0.5);
      expect(rounded(series.view.brushRange)).to.deep.equal([40, 80]);
      series.view.panView(9);
      expect(rounded(series.view.brushRange)).to.deep.equal([60, 100]);
    });

    it('bring a region into sight', async () => {
      const series = await setup({regions: REGIONS});
      series.view.updateTR([80, 100]);
      series.view.scrollToRegion(series.view.regs[0]);
      expect(rounded(series.view.brushRange)).to.deep.equal([5, 35]);
    });

    it('read the data by column, and the channels', async () => {
      const series = await setup({regions: REGIONS});
      expect(series.view.dataObj?.time).to.have.length(LENGTH);
      expect(series.view.dataObj?.two?.[21]).to.equal(1);
      const types = series.view.channels.map(({type}) => type);
      expect(types).to.deep.equal(['channel', 'channel']);
      expect(Object.keys(series.view.channelsMap)).to.deep.equal([
        'one',
        'two',
      ]);
      expect(series.view.regionsTimeRanges).to.deep.equal([
        [10, 30],
        [50, 80],
        [90, 90],
      ]);
    });

    it('write times as people read them', async () => {
      const xml = withAttributes(
        `${DATES} timeDisplayFormat="%H:%M" durationDisplayFormat="%M:%S"`,
      );
      const series = await setup({xml, data: datedSeries()});
      const {view} = series;
      const time = view.parseTime(dateAt(60));
      expect(time).to.equal(Date.UTC(2026, 2, 2, 0, 1));
      expect(view.formatTime(time)).to.equal('00:01');
      expect(view.formatDuration(61_000)).to.equal('01:01');
    });

    it('show other data, and change the region at a place', async () => {
      const series = await setup({regions: REGIONS});
      series.view.regionChanged({start: 11, end: 12}, 0);
      expect(spansOf(series)[0]).to.deep.equal([11, 12]);
      series.view.setData({time: [5, 6], one: [1, 2], two: [2, 3]});
      await nextFrame();
      expect(series.view.keysRange).to.deep.equal([5, 6]);
    });
  });

  describe('a million values', () => {
    it('cost as many lines as the plots are wide', async () => {
      const lines = countLines();
      const series = await setup({data: {series: makeSeries(1_000_000)}});
      const most = 4 * series.stage.clientWidth;
      // Two plots, and both columns once more on the overview.
      expect(lines.count()).to.be.greaterThan(series.stage.clientWidth);
      lines.forget();
      series.view.updateTR([200_000, 700_000]);
      await nextFrame();
      await nextFrame();
      expect(lines.count()).to.be.greaterThan(series.stage.clientWidth);
      expect(lines.count()).to.be.at.most(4 * most);
      lines.restore();
    });
  });

  describe('teardown', () => {
    it('leaves nothing behind over display switches', async () => {
      const series = await setup({regions: REGIONS});
      series.session.createAnnotation();
      await nextFrame();
      const ids = series.session.store.state.order;
      const counter = new LeakCounter();
      const switchTo = async (index: number): Promise<void> => {
        series.session.selectAnnotation(ids[index % 2] ?? '');
        await nextFrame();
      };
      await switchTo(0);
      await switchTo(1);
      await nextFrame();
      const before = counter.count();
      for (let index = 0; index < 40; index += 1) await switchTo(index);
      await nextFrame();
      expect(counter.count()).to.deep.equal(before);
      counter.end();
    });

    it('takes its members off the live view and asks for no more frames', async () => {
      const series = await setup();
      const {view} = series;
      expect(view).to.have.property('brushRange');
      const counter = new LeakCounter();
      series.view.updateTR([10, 20]);
      series.close();
      await nextFrame();
      expect(view).not.to.have.property('brushRange');
      expect(view).not.to.have.property('updateTR');
      expect(counter.count().timers).to.equal(0);
      counter.end();
    });

    it('shows nothing of what comes after the display has ended', async () => {
      const held = holdFetch();
      const series = await setup({
        xml: withAttributes('timeColumn="time"'),
        data: {series: 'held.csv'},
      });
      const {root} = series;
      series.close();
      held.release('time,one,two\n1,2,3');
      await nextFrame();
      expect(held.signal()?.aborted).to.equal(true);
      expect(root.textContent).to.contain('Loading');
      expect(series.errors).to.deep.equal([]);
      held.restore();
    });
  });
});

function manyRegions(count: number): readonly SeriesParts[] {
  return Array.from({length: count}, (_, index) => {
    const start = (index / count) * 90;
    return {id: `r${String(index)}`, at: [start, start + 5] as const};
  });
}

function csvAddress(rows: readonly string[]): string {
  return URL.createObjectURL(new Blob([rows.join('\n')]));
}

function rounded(range: readonly number[]): readonly number[] {
  return range.map((value) => Math.round(value));
}

/** Where a time is on the overview. */
function onOverview({overview}: RenderedSeries, time: number) {
  const {left, top, width, height} = overview.getBoundingClientRect();
  return {x: left + (time / (LENGTH - 1)) * width, y: top + height / 2};
}

function badInput() {
  const json = 'valueType="json" timeColumn="time"';
  const url = 'timeColumn="time"';
  return [
    {
      title: 'data without the column of times',
      data: {series: {when: [1, 2], one: [1, 2]}},
      attributes: json,
      says: ['no column "time"', '"when", "one"', 'timeColumn'],
    },
    {
      title: 'dates without a format',
      data: {series: {time: ['2026-03-02'], one: [1]}},
      attributes: json,
      says: ['"2026-03-02" in row 1', 'timeFormat'],
    },
    {
      title: 'a time that is not in the format',
      data: {series: {time: ['2026-03-02', 'soon'], one: [1, 2]}},
      attributes: `${json} timeFormat="%Y-%m-%d"`,
      says: ['"soon" in row 2', 'timeFormat="%Y-%m-%d"'],
    },
    {
      title: 'times that go back',
      data: {series: {time: [1, 5, 3], one: [1, 2, 3]}},
      attributes: json,
      says: ['"3" in row 3', 'Sort'],
    },
    {
      title: 'data without rows',
      data: {series: {time: [], one: []}},
      attributes: json,
      says: ['no rows'],
    },
    {
      title: 'data that is no series',
      data: {series: {time: 5}},
      attributes: json,
      says: ['no lists', '{"time": [1, 2]'],
    },
    {
      title: 'a page in place of a file',
      data: {series: csvAddress(['<!DOCTYPE html>', '<title>Sign in</title>'])},
      attributes: url,
      says: ['a page (HTML)', 'sign in'],
    },
    {
      title: 'an empty file',
      data: {series: csvAddress([''])},
      attributes: url,
      says: ['its file is empty'],
    },
    {
      title: 'a file with another separator',
      data: {series: csvAddress(['time;one', '1;2'])},
      attributes: url,
      says: ['no ","', '"time;one"', 'sep'],
    },
    {
      title: 'JSON that does not parse',
      data: {series: csvAddress(['{"time": [1,'])},
      attributes: url,
      says: ['does not parse'],
    },
  ];
}

/** Notes the colors that lines are drawn in from now on. */
function watchStrokes() {
  return watchPaint('stroke', ({strokeStyle}) => strokeStyle);
}

/** Notes the colors that shapes are filled with from now on. */
function watchFills() {
  return watchPaint('fill', ({fillStyle}) => fillStyle);
}

function watchPaint(
  method: 'stroke' | 'fill',
  colorOf: (
    context: CanvasRenderingContext2D,
  ) => CanvasRenderingContext2D['fillStyle'],
) {
  const seen = new Set<string>();
  const {prototype} = CanvasRenderingContext2D;
  const original = Object.getOwnPropertyDescriptor(prototype, method);
  const paint = original?.value as () => void;
  prototype[method] = function (this: CanvasRenderingContext2D) {
    const color = colorOf(this);
    if (typeof color === 'string') seen.add(color);
    Reflect.apply(paint, this, []);
  };
  return {
    seen: () => [...seen],
    forget: () => {
      seen.clear();
    },
    restore: () => {
      prototype[method] = paint;
    },
  };
}

/** Notes the words that are written on canvases from now on. */
function watchTexts() {
  const seen = new Set<string>();
  const {prototype} = CanvasRenderingContext2D;
  const {fillText} = prototype;
  prototype.fillText = function (this: CanvasRenderingContext2D, ...call) {
    seen.add(call[0]);
    fillText.apply(this, call);
  };
  return {
    seen: () => [...seen],
    forget: () => {
      seen.clear();
    },
    restore: () => {
      prototype.fillText = fillText;
    },
  };
}

/** Counts the lines that are drawn on canvases from now on. */
function countLines() {
  let count = 0;
  const {prototype} = CanvasRenderingContext2D;
  const {lineTo} = prototype;
  prototype.lineTo = function (this: CanvasRenderingContext2D, ...call) {
    count += 1;
    lineTo.apply(this, call);
  };
  return {
    count: () => count,
    forget: () => {
      count = 0;
    },
    restore: () => {
      prototype.lineTo = lineTo;
    },
  };
}

/** Has what is fetched come when a test says so. */
function holdFetch() {
  const {fetch} = window;
  let signal: AbortSignal | null | undefined;
  let answer: (response: Response) => void = () => undefined;
  window.fetch = (_, init) => {
    signal = init?.signal;
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  return {
    signal: () => signal,
    release: (text: string) => {
      answer(new Response(text));
    },
    restore: () => {
      window.fetch = fetch;
    },
  };
}
