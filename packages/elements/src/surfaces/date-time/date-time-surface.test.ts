import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const REGION = {
  id: 'r',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 0, end: 3, text: 'Ada', labels: ['PER']},
};

interface Setup {
  readonly attributes?: string;
  readonly said?: string | number;
  readonly regions?: readonly unknown[];
}

async function setup({attributes = '', said, regions = []}: Setup = {}) {
  const result = {
    id: 'a',
    from_name: 'when',
    to_name: 'text',
    type: 'datetime',
    value: {datetime: said},
  };
  const surface = await renderSurface(
    `<View>
      <Labels name="label" toName="text"><Label value="PER"/></Labels>
      <Text name="text" value="$text"/>
      <Header value="When was it?"/>
      <DateTime name="when" toName="text" ${attributes}/>
    </View>`,
    {
      task: {
        id: 1,
        data: {text: 'Ada met Bob.'},
        annotations: [
          {id: 1, result: said === undefined ? regions : [...regions, result]},
        ],
      },
    },
  );
  const root = surface.find('.lsf-date-time');
  const field = (name: string) =>
    root.querySelector<HTMLInputElement>(`[name="when-${name}"]`)!;
  const names = () =>
    [...root.querySelectorAll<HTMLInputElement>('.lsf-input')].map(
      (item) => item.name,
    );
  const clear = root.querySelector<HTMLElement>('.lsf-date-time__clear')!;
  const problem = () => root.querySelector('.lsf-problem')?.textContent;
  const value = () =>
    surface.results().find(({from_name}) => from_name === 'when')?.value
      ?.datetime;
  return {...surface, root, field, names, clear, problem, value};
}

/** Types into a date field of the browser in its language, English (US). */
async function type(field: HTMLElement, keys: string): Promise<void> {
  field.focus();
  await sendKeys({type: keys});
}

describe('DateTime', () => {
  afterEach(closeSurfaces);

  for (const only of ['', 'date', 'time', 'year', 'month,year', 'year,time']) {
    it(`is accessible with only="${only}"`, async () => {
      const {root} = await setup({
        attributes: `only="${only}" required="true"`,
      });
      await expect(root).to.be.accessible();
    });
  }

  for (const [only, names] of [
    ['', ['when-date', 'when-time']],
    ['date', ['when-date']],
    ['time', ['when-time']],
    ['year', ['when-year']],
    ['month,year', ['when-month', 'when-year']],
    ['date,month,year', ['when-date']],
    ['year,time', ['when-year', 'when-time']],
  ] as const) {
    it(`asks for ${names.join(' and ')} with only="${only}"`, async () => {
      const setUp = await setup({attributes: `only="${only}"`});
      expect(setUp.names()).to.deep.equal(names);
    });
  }

  it('takes its name from the heading before it', async () => {
    const {root} = await setup();
    expect(root.ariaLabel).to.equal('When was it?');
    const single = await setup({attributes: 'only="date"'});
    expect(single.field('date').ariaLabel).to.equal('When was it?');
  });

  it('stores date and time in ISO form, midnight until a time is given', async () => {
    const {field, value} = await setup();
    await type(field('date'), '05221991');
    expect(value()).to.equal('1991-05-22T00:00');
    await type(field('time'), '0917A');
    expect(value()).to.equal('1991-05-22T09:17');
  });

  it('stores a date alone as an ISO date, a time alone as HH:MM', async () => {
    const date = await setup({attributes: 'only="date"'});
    await type(date.field('date'), '01312024');
    expect(date.value()).to.equal('2024-01-31');
    const time = await setup({attributes: 'only="time" format="%d.%m.%Y"'});
    await type(time.field('time'), '1105P');
    expect(time.value()).to.equal('23:05');
  });

  it('stores what its format says, and reads it back', async () => {
    const {field, value} = await setup({
      attributes: 'format="%d.%m.%Y %H:%M"',
      said: '10.11.2021 08:05',
    });
    expect(field('date').value).to.equal('2021-11-10');
    expect(field('time').value).to.equal('08:05');
    await type(field('time'), '0906A');
    expect(value()).to.equal('10.11.2021 09:06');
  });

  it('stores the first day of a month or a year', async () => {
    const {field, value} = await setup({attributes: 'only="month,year"'});
    field('month').focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    expect(value()).to.equal(undefined);
    await type(field('year'), '2019');
    expect(value()).to.equal('2019-02-01');
    const year = await setup({attributes: 'only="year" format="%Y"'});
    await type(year.field('year'), '2011');
    expect(year.value()).to.equal('2011');
  });

  it('reads a year as a number, one out of its range too', async () => {
    const {field, results} = await setup({
      attributes: 'only="year"',
      said: 1969,
    });
    expect(field('year').value).to.equal('1969');
    expect(results()[0]!.value).to.deep.equal({datetime: 1969});
  });

  it('has the years from min to max to choose from', async () => {
    const {field} = await setup({
      attributes: 'only="year" min="1990" max="1993"',
    });
    const options = [...field('year').querySelectorAll('option')];
    expect(options.map(({text}) => text)).to.deep.equal([
      'Year…',
      '1993',
      '1992',
      '1991',
      '1990',
    ]);
  });

  it('keeps what is typed in part, and says what is missing', async () => {
    const {field, value, problem, root} = await setup();
    await type(field('time'), '0917A');
    expect(value()).to.equal(undefined);
    field('time').blur();
    expect(field('time').value).to.equal('09:17');
    expect(problem()).to.equal('The date is missing.');
    await expect(root).to.be.accessible();
    await type(field('date'), '05221991');
    expect(value()).to.equal('1991-05-22T09:17');
    expect(problem()).to.equal(undefined);
  });

  it('is said, changed, emptied and said again with the keyboard alone', async () => {
    const {root, field, clear, value, session} = await setup({
      attributes: 'only="date"',
    });
    const goTo = async (target: HTMLElement): Promise<void> => {
      for (let at = 0; at < 20 && document.activeElement !== target; at += 1) {
        await sendKeys({press: 'Tab'});
      }
      expect(document.activeElement).to.equal(target);
    };
    await goTo(field('date'));
    await sendKeys({type: '10112021'});
    expect(value()).to.equal('2021-10-11');
    await sendKeys({press: 'ArrowUp'});
    expect(value()).to.equal('2022-10-11');
    await goTo(clear);
    await sendKeys({press: 'Enter'});
    expect(value()).to.equal(undefined);
    expect(document.activeElement).to.equal(field('date'));
    await sendKeys({type: '12312020'});
    const said = value();
    expect(said).to.equal('2020-12-31');
    await expect(root).to.be.accessible();
    const again = session.serialize()[0]?.value?.datetime as string;
    const loaded = await setup({attributes: 'only="date"', said: again});
    expect(loaded.field('date').value).to.equal(said);
    expect(loaded.value()).to.equal(said);
  });

  it('is emptied with its button', async () => {
    const {field, clear, value} = await setup({said: '1991-05-22T09:17'});
    expect(field('time').value).to.equal('09:17');
    await clickOn(clear);
    expect(value()).to.equal(undefined);
    expect(field('date').value).to.equal('');
    expect(field('time').value).to.equal('');
    expect(clear.hidden).to.equal(true);
    expect(document.activeElement).to.equal(field('date'));
  });

  it('says that a date is out of bounds, and keeps it from being saved', async () => {
    const {field, problem, session, modals, value} = await setup({
      attributes: 'only="date" min="2021-11-10"',
    });
    await type(field('date'), '01012020');
    expect(value()).to.equal('2020-01-01');
    expect(problem()).to.equal(
      'Date "2020-01-01" is not valid: min date is 2021-11-10.',
    );
    expect(field('date').ariaInvalid).to.equal('true');
    expect(await session.submit()).to.equal(false);
    expect(modals[0]).to.contain('min date is 2021-11-10');
    await type(field('date'), '01012022');
    expect(problem()).to.equal(undefined);
    expect(await session.submit()).to.equal(true);
  });

  it('keeps a value that is no date, and says so', async () => {
    const {results, problem, field} = await setup({said: 'yesterday'});
    expect(problem()).to.equal('“yesterday” is not a date here.');
    expect(field('date').value).to.equal('');
    expect(results()[0]!.value).to.deep.equal({datetime: 'yesterday'});
  });

  it('is one step to undo', async () => {
    const {field, session, value} = await setup({attributes: 'only="date"'});
    await type(field('date'), '05221991');
    session.undo();
    expect(value()).to.equal(undefined);
    expect(field('date').value).to.equal('');
    session.redo();
    expect(field('date').value).to.equal('1991-05-22');
  });

  it('shows what plugins make of it', async () => {
    const {session, field} = await setup();
    session.annotation!.deserializeResults([
      {
        from_name: 'when',
        to_name: 'text',
        type: 'datetime',
        value: {datetime: '2001-02-03T04:05'},
      },
    ]);
    expect(field('date').value).to.equal('2001-02-03');
    expect(field('time').value).to.equal('04:05');
  });

  it('speaks of the selected region alone with perRegion', async () => {
    const {session, root, field, results} = await setup({
      attributes: 'perRegion="true" only="date" required="true"',
      regions: [REGION, {...REGION, id: 's'}],
    });
    expect(root.style.display).to.equal('none');
    session.actions.selectRegion('r');
    await type(field('date'), '05221991');
    session.actions.selectRegion('s');
    expect(field('date').value).to.equal('');
    expect(results().find(({type}) => type === 'datetime')).to.deep.include({
      id: 'r',
      value: {start: 0, end: 3, text: 'Ada', datetime: '1991-05-22'},
    });
    session.actions.selectRegion('r');
    expect(field('date').value).to.equal('1991-05-22');
  });

  it('says what is wrong after a refused save, until it is mended', async () => {
    const {session, problem, field, root} = await setup({
      attributes: 'required="true"',
    });
    expect(field('date').ariaRequired).to.equal('true');
    expect(await session.submit()).to.equal(false);
    expect(problem()).to.equal('DateTime "when" is required.');
    await expect(root).to.be.accessible();
    await type(field('date'), '05221991');
    expect(problem()).to.equal(undefined);
    expect(await session.submit()).to.equal(true);
  });

  it('cannot be changed in a prediction', async () => {
    const {session, field, clear} = await setup({said: '1991-05-22T09:17'});
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    expect(field('date').disabled).to.equal(true);
    expect(clear.hidden).to.equal(true);
  });
});
