import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';
import type {RenderSurfaceOptions} from '../testing/render-surface.js';

const CONFIG = `
<View>
  <Labels name="label" toName="text">
    <Label value="PER" background="red"/>
    <Label value="LOC" background="#ffa500"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`;

async function setup(
  text: unknown = 'Ada met Bob in Rome.',
  {xml = CONFIG, ...options}: RenderSurfaceOptions & {xml?: string} = {},
) {
  const surface = await renderSurface(xml, {
    task: {id: 1, data: {text}},
    ...options,
  });
  const root = surface.find('.lsf-richtext');
  const line = (index = 0) =>
    root.querySelectorAll('.lsf-richtext__line')[index]!.firstChild as Text;
  const pointOf = (node: Text, offset: number, side: 'left' | 'right') => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, Math.min(offset + 1, node.length));
    const rect = range.getBoundingClientRect();
    const y = Math.round(rect.top + rect.height / 2);
    if (offset < node.length) return {x: rect[side], y};
    range.setStart(node, offset - 1);
    return {x: range.getBoundingClientRect().right, y};
  };
  const move = async ({x, y}: {x: number; y: number}) => {
    await sendMouse({type: 'move', position: [Math.round(x), y]});
  };
  /** Drags over UTF-16 offsets, from the left edge of one to that of another. */
  const drag = async (from: [Text, number], to: [Text, number]) => {
    await move(pointOf(...from, 'left'));
    await sendMouse({type: 'down'});
    await move(pointOf(...to, 'left'));
    await sendMouse({type: 'up'});
  };
  /** Clicks the middle of a character. */
  const click = async (node: Text, offset: number, modifier?: string) => {
    const left = pointOf(node, offset, 'left');
    const right = pointOf(node, offset, 'right');
    if (modifier) await sendKeys({down: modifier});
    await sendMouse({
      type: 'click',
      position: [Math.round((left.x + right.x) / 2), left.y],
    });
    if (modifier) await sendKeys({up: modifier});
  };
  const choose = async (index: number) => {
    const label = surface.findAll('.lsf-label')[index]!;
    const {left, top, width, height} = label.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
  };
  return {...surface, surface, root, line, drag, click, choose};
}

describe('Text', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {host} = await setup();
    await expect(host).to.be.accessible();
  });

  it('makes a region of the selected text with the chosen label', async () => {
    const {line, drag, choose, results} = await setup();
    await choose(1);
    await drag([line(), 15], [line(), 19]);
    expect(results()).to.have.length(1);
    expect(results()[0]).to.deep.include({
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
      value: {start: 15, end: 19, text: 'Rome', labels: ['LOC']},
    });
  });

  it('makes nothing while no label is chosen', async () => {
    const {line, drag, results, editor} = await setup();
    await drag([line(), 0], [line(), 3]);
    expect(results()).to.deep.equal([]);
    expect(editor.querySelector('[role=status]')!.textContent).to.contain(
      'No label is chosen',
    );
  });

  it('counts code points, and one for each line break', async () => {
    const {line, drag, choose, results} = await setup(
      'Say 👋🏽 hi\nto 𝒜da\r\nnow',
    );
    await choose(0);
    await drag([line(1), 3], [line(1), 7]);
    expect(results()[0]?.value).to.deep.include({
      start: 13,
      end: 16,
      text: '𝒜da',
    });
    await choose(0);
    await drag([line(0), 9], [line(3), 3]);
    expect(results()[1]?.value).to.deep.include({
      start: 7,
      end: 21,
      text: 'hi\\nto 𝒜da\\n\\nnow',
    });
  });

  it('begins anew after a region when Shift is held', async () => {
    const {line, drag, choose, results} = await setup();
    await choose(0);
    await drag([line(), 0], [line(), 3]);
    await choose(1);
    await sendKeys({down: 'Shift'});
    await drag([line(), 15], [line(), 19]);
    await sendKeys({up: 'Shift'});
    expect(results().map(({value}) => value?.text)).to.deep.equal([
      'Ada',
      'Rome',
    ]);
  });

  it('selects up to where Shift is held', async () => {
    const {line, drag, click, choose, results} = await setup();
    await choose(0);
    await drag([line(), 0], [line(), 3]);
    await choose(1);
    await click(line(), 8);
    await click(line(), 13, 'Shift');
    expect(results()[1]?.value?.text).to.match(/^(Bo|o)b in?/);
  });

  it('takes a selection that begins beside the text', async () => {
    const {root, line, choose, results} = await setup('Ada met Bob.');
    root.style.marginInlineStart = '40px';
    await choose(0);
    const {left} = root.getBoundingClientRect();
    const range = document.createRange();
    range.setStart(line(), 3);
    range.setEnd(line(), 4);
    const end = range.getBoundingClientRect();
    const y = Math.round((end.top + end.bottom) / 2);
    await sendMouse({type: 'move', position: [Math.round(left) - 20, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [Math.round(end.left), y]});
    await sendMouse({type: 'up'});
    expect(results()[0]?.value?.text).to.equal('Ada');
  });

  it('lets spans overlap', async () => {
    const {line, drag, choose, results} = await setup();
    await choose(0);
    await drag([line(), 0], [line(), 11]);
    await choose(1);
    await drag([line(), 8], [line(), 19]);
    expect(
      results().map(({value}) => [value?.start, value?.end]),
    ).to.deep.equal([
      [0, 11],
      [8, 19],
    ]);
  });

  const widths: readonly [string, string][] = [
    ['symbol', 'da met B'],
    ['word', 'Ada met Bob'],
    ['sentence', 'Ada met Bob.'],
    ['paragraph', 'Ada met Bob. Eve left.'],
  ];
  for (const [granularity, text] of widths) {
    it(`widens a selection to the ${granularity}`, async () => {
      const xml = CONFIG.replace(
        'value="$text"',
        `value="$text" granularity="${granularity}"`,
      );
      const {line, drag, choose, results} = await setup(
        'One.\nAda met Bob. Eve left.\nTwo.',
        {xml},
      );
      await choose(0);
      await drag([line(1), 1], [line(1), 9]);
      expect(results()[0]?.value?.text).to.equal(text);
    });
  }

  it('refuses a label that is used up, with a warning', async () => {
    const xml = CONFIG.replace('value="PER"', 'value="PER" maxUsages="1"');
    const settings = {continuousLabeling: true};
    const {line, drag, choose, results, modals} = await setup(undefined, {
      xml,
      session: {settings},
    });
    await choose(0);
    await drag([line(), 0], [line(), 3]);
    await drag([line(), 8], [line(), 11]);
    expect(results()).to.have.length(1);
    expect(modals).to.deep.equal(["You can't use PER more than 1 time(s)"]);
  });

  describe('regions', () => {
    const REGIONS = [
      {
        id: 'a',
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: {start: 0, end: 11, text: 'Ada met Bob', labels: ['PER']},
      },
      {
        id: 'b',
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: {start: 8, end: 19, text: 'Bob in Rome', labels: ['LOC']},
      },
    ];
    const withRegions = () =>
      setup(undefined, {
        task: {
          data: {text: 'Ada met Bob in Rome.'},
          annotations: [{id: 1, result: REGIONS}],
        },
      });
    const painted = () => [...CSS.highlights].filter(([, {size}]) => size > 0);

    it('are painted without elements, those of a colour as one highlight', async () => {
      const {root, close} = await withRegions();
      expect(painted()).to.have.length(2);
      expect(root.querySelectorAll('*')).to.have.length(2);
      close();
      expect([...CSS.highlights.keys()]).to.deep.equal([]);
    });

    it('are painted near what is in sight once there are many', async () => {
      const lines = 1500;
      const {root} = await setup(undefined, {
        task: {
          data: {
            text: Array.from({length: lines}, () => 'Ada met Bob.').join('\n'),
          },
          annotations: [
            {
              id: 1,
              result: Array.from({length: lines}, (_, index) => ({
                id: `r${String(index)}`,
                from_name: 'label',
                to_name: 'text',
                type: 'labels',
                value: {
                  start: index * 13,
                  end: index * 13 + 3,
                  labels: ['PER'],
                },
              })),
            },
          ],
        },
      });
      const isPainted = (line: number) =>
        painted().some(([, highlight]) =>
          [...highlight.keys()].some(
            ({startContainer}) =>
              startContainer ===
              root.querySelectorAll('.lsf-richtext__line')[line]!.firstChild,
          ),
        );
      expect(isPainted(0)).to.equal(true);
      expect(isPainted(lines - 1)).to.equal(false);
      expect(
        painted().reduce((sum, [, {size}]) => sum + size, 0),
      ).to.be.lessThan(400);
      root.scrollIntoView({block: 'end'});
      await nextFrame();
      await nextFrame();
      expect(isPainted(lines - 1)).to.equal(true);
      expect(isPainted(0)).to.equal(false);
    });

    it('are selected by a click, and stand out', async () => {
      const {line, click, state} = await withRegions();
      await click(line(), 1);
      expect(state().selection).to.deep.equal(['a']);
      expect(
        painted()
          .map(([name]) => name)
          .join(),
      ).to.contain('selected');
    });

    it('that overlap are selected in turn', async () => {
      const {line, click, state} = await withRegions();
      const selections: (readonly string[])[] = [];
      for (let count = 0; count < 4; count += 1) {
        await click(line(), 9);
        selections.push(state().selection);
      }
      expect(selections).to.deep.equal([['a'], ['b'], [], ['a']]);
    });

    it('are added to the selection with Control', async () => {
      const {line, click, state} = await withRegions();
      await click(line(), 1);
      await click(line(), 15, 'Control');
      expect([...state().selection].sort()).to.deep.equal(['a', 'b']);
    });

    it('take another label when one is clicked', async () => {
      const {line, click, choose, results} = await withRegions();
      await click(line(), 1);
      await choose(1);
      expect(results()[0]?.value?.labels).to.deep.equal(['LOC']);
      expect(painted()).to.have.length(2);
    });

    it('are taken off the page when they are deleted or hidden', async () => {
      const {session} = await withRegions();
      session.actions.deleteRegion('a');
      expect(painted()).to.have.length(1);
      session.actions.setHidden('b', true);
      expect(painted()).to.have.length(0);
      session.undo();
      session.undo();
      expect(painted()).to.have.length(2);
    });

    it('that plugins place by path lie where Label Studio puts them', async () => {
      const {session, results} = await setup();
      session.annotation!.createResult(
        {
          start: '/span[1]/text()[1]',
          end: '/span[1]/text()[1]',
          startOffset: 8,
          endOffset: 11,
          text: 'Bob',
        },
        {labels: ['PER']},
        session.annotation!.names.get('label')!,
        'text',
      );
      session.annotation!.updateObjects();
      const [[, highlight]] = painted() as [[string, Highlight]];
      const [range] = highlight.keys();
      expect([range?.startOffset, range?.endOffset]).to.deep.equal([8, 11]);
      expect(results()).to.have.length(1);
    });

    it('stay where they are counted when a plugin replaces the contents', async () => {
      const {root, line, drag, choose, results} = await withRegions();
      root.innerHTML = '<p><b>Ada</b> met Bob</p><p> in Rome.</p>';
      await nextFrame();
      expect(painted()).to.have.length(2);
      await choose(0);
      const bold = root.querySelector('b')!.firstChild as Text;
      const rest = root.querySelector('p')!.lastChild as Text;
      await drag([bold, 1], [rest, 4]);
      expect(results()[2]?.value).to.deep.include({start: 1, end: 7});
      expect(() => line()).to.throw();
    });

    it('are placed anew when a plugin replaces the value', async () => {
      const {session, root, drag, choose, line, results} = await withRegions();
      const view = session.annotation!.names.get('text') as unknown as {
        setRemoteValue(value: string): void;
      };
      view.setRemoteValue('Eve 😀\nand <b>Bob</b>');
      expect(root.textContent).to.equal('Eve 😀and <b>Bob</b>');
      expect(root.querySelectorAll('.lsf-richtext__line')).to.have.length(2);
      await choose(0);
      await drag([line(1), 7], [line(1), 10]);
      expect(results()[2]?.value).to.deep.include({
        start: 13,
        end: 16,
        text: 'Bob',
      });
    });
  });

  describe('keyboard', () => {
    it('selects with Shift and the arrow keys and labels with Enter', async () => {
      const {root, results} = await setup();
      root.focus();
      await sendKeys({press: '2'});
      for (let count = 0; count < 8; count += 1) {
        await sendKeys({press: 'ArrowRight'});
      }
      await sendKeys({press: 'Control+Shift+ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(results()[0]?.value).to.deep.include({
        text: 'Bob',
        start: 8,
        end: 11,
        labels: ['LOC'],
      });
    });

    it('shows a caret while the focus is in the text', async () => {
      const {root} = await setup();
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Tab'});
      expect(document.activeElement === root).to.equal(true);
      expect(root.querySelectorAll('.lsf-richtext__caret').length).to.equal(1);
      const before = root
        .querySelector('.lsf-richtext__caret')!
        .getBoundingClientRect().left;
      await sendKeys({press: 'ArrowRight'});
      expect(
        root.querySelector('.lsf-richtext__caret')!.getBoundingClientRect()
          .left,
      ).to.be.greaterThan(before);
      root.blur();
      expect(root.querySelectorAll('.lsf-richtext__caret').length).to.equal(0);
    });

    it('does not leave the text', async () => {
      const {root} = await setup('ab');
      root.focus();
      for (let count = 0; count < 5; count += 1) {
        await sendKeys({press: 'ArrowRight'});
      }
      await sendKeys({press: 'ArrowDown'});
      expect(root.contains(document.getSelection()!.focusNode)).to.equal(true);
    });

    it('selects the region at the caret with Enter', async () => {
      const {root, state} = await setup(undefined, {
        task: {
          data: {text: 'Ada met Bob in Rome.'},
          annotations: [
            {
              id: 1,
              result: [
                {
                  id: 'a',
                  from_name: 'label',
                  to_name: 'text',
                  type: 'labels',
                  value: {start: 0, end: 3, labels: ['PER']},
                },
              ],
            },
          ],
        },
      });
      root.focus();
      await sendKeys({press: 'ArrowRight'});
      await sendKeys({press: 'Enter'});
      expect(state().selection).to.deep.equal(['a']);
    });

    describe('with a region selected', () => {
      async function select(text: string, start: number, end: number) {
        const shown = await setup(text, {
          task: {
            id: 1,
            data: {text},
            annotations: [
              {
                id: 2,
                result: [
                  {
                    id: 'a',
                    from_name: 'label',
                    to_name: 'text',
                    type: 'labels',
                    value: {
                      start,
                      end,
                      text: 'old',
                      labels: ['PER'],
                      globalOffsets: {start, end},
                    },
                  },
                ],
              },
            ],
          },
        });
        const {actions, store} = shown.session;
        actions.selectRegion('a');
        shown.root.focus();
        const press = async (...keys: readonly string[]) => {
          for (const key of keys) await sendKeys({press: key});
          return shown.results()[0]?.value;
        };
        return {...shown, store, press};
      }

      it('moves its end with Alt, and its start with Shift and Alt', async () => {
        const {press, state, store} = await select('Ada met Bob.', 4, 7);
        expect(await press('Alt+ArrowRight')).to.deep.include({
          start: 4,
          end: 8,
          text: 'met ',
          globalOffsets: {start: 4, end: 8},
        });
        expect(await press('Shift+Alt+ArrowLeft')).to.deep.include({
          start: 3,
          end: 8,
          text: ' met ',
          globalOffsets: {start: 3, end: 8},
        });
        expect(store.history(state().id).length).to.equal(2);
      });

      it('writes line breaks as new regions have them', async () => {
        const {press} = await select('one\ntwo', 0, 3);
        const value = await press('Alt+ArrowRight', 'Alt+ArrowRight');
        expect(value).to.deep.include({end: 5, text: 'one\\nt'});
      });

      it('keeps a character, and stays in the text', async () => {
        const {press} = await select('Ada.', 2, 4);
        const value = await press(
          ...['Alt+ArrowRight', 'Shift+Alt+ArrowRight'],
          ...['Shift+Alt+ArrowRight', 'Alt+ArrowLeft'],
        );
        expect(value).to.deep.include({start: 3, end: 4});
      });

      it('goes the other way from right to left', async () => {
        const {press, root} = await select('Ada met Bob.', 4, 7);
        root.dir = 'rtl';
        expect(await press('Alt+ArrowLeft')).to.deep.include({end: 8});
      });

      it('leaves a locked one alone', async () => {
        const {press, session} = await select('Ada met Bob.', 4, 7);
        session.actions.setLocked('a', true);
        expect(await press('Alt+ArrowRight')).to.deep.include({end: 7});
      });
    });

    it('gives a text without labels no tab stop', async () => {
      const {root} = await setup('x', {
        xml: '<View><Text name="text" value="$text"/></View>',
      });
      expect(root.tabIndex).to.equal(-1);
    });
  });

  describe('touch', () => {
    /** What a finger leaves behind that has moved the handles. */
    const select = async (node: Text, from: number, to: number) => {
      node.parentElement!.dispatchEvent(
        new PointerEvent('pointerdown', {
          bubbles: true,
          composed: true,
          pointerType: 'touch',
        }),
      );
      document.getSelection()!.setBaseAndExtent(node, from, node, to);
      await nextFrame();
      await nextFrame();
    };
    const button = (editor: Element) =>
      editor.querySelector<HTMLElement>('.lsf-richtext__label-button');

    it('has a button that labels what the handles select', async () => {
      const {editor, line, choose, results, host} = await setup();
      await choose(1);
      await select(line(), 15, 18);
      expect(button(editor)?.textContent).to.equal('Label “LOC”');
      await select(line(), 15, 19);
      await expect(host).to.be.accessible();
      await clickOn(button(editor)!);
      expect(results()[0]?.value?.text).to.equal('Rome');
      expect(button(editor)).to.equal(null);
    });

    it('has it ask for a label while none is chosen', async () => {
      const {editor, line, results, surface} = await setup();
      await select(line(), 0, 3);
      expect(button(editor)?.textContent).to.equal('Choose a label');
      await clickOn(button(editor)!);
      expect(
        document.activeElement === surface.findAll('.lsf-label')[0],
      ).to.equal(true);
      expect(results()).to.deep.equal([]);
      expect(button(editor)).not.to.equal(null);
      await sendKeys({press: 'Enter'});
      await nextFrame();
      await clickOn(button(editor)!);
      expect(results()[0]?.value?.text).to.equal('Ada');
    });

    it('has none for what a mouse or the keyboard selects', async () => {
      const {editor, line, drag, root} = await setup();
      await drag([line(), 0], [line(), 3]);
      await nextFrame();
      root.focus();
      await sendKeys({press: 'Shift+ArrowRight'});
      await nextFrame();
      expect(button(editor)).to.equal(null);
    });

    it('takes it away with the selection, and with the display', async () => {
      const {editor, line, choose, close} = await setup();
      await choose(0);
      await select(line(), 0, 3);
      document.getSelection()!.removeAllRanges();
      await nextFrame();
      await nextFrame();
      expect(button(editor)).to.equal(null);
      await select(line(), 0, 3);
      expect(button(editor)).not.to.equal(null);
      close();
      expect(document.querySelector('.lsf-richtext__label-button')).to.equal(
        null,
      );
    });
  });

  it('shows labels of all regions where the config wants it', async () => {
    const {root} = await setup(undefined, {
      xml: CONFIG.replace('value="$text"', 'value="$text" showLabels="true"'),
      task: {
        data: {text: 'Ada met Bob in Rome.'},
        annotations: [
          {
            id: 1,
            result: [
              {
                id: 'a',
                from_name: 'label',
                to_name: 'text',
                type: 'labels',
                value: {start: 0, end: 3, labels: ['PER']},
              },
            ],
          },
        ],
      },
    });
    await nextFrame();
    await nextFrame();
    const marks = [...root.querySelectorAll('.lsf-richtext__mark')];
    expect(marks.map(({textContent}) => textContent)).to.deep.equal(['PER']);
  });

  it('works in a shadow tree', async () => {
    const outer = document.createElement('div');
    document.body.append(outer);
    const parent = outer.attachShadow({mode: 'open'});
    const {line, drag, choose, click, results, state, close} = await setup(
      undefined,
      {parent},
    );
    await choose(0);
    await drag([line(), 8], [line(), 11]);
    expect(results()[0]?.value?.text).to.equal('Bob');
    await click(line(), 9);
    expect(state().selection).to.have.length(1);
    expect(parent.adoptedStyleSheets.length).to.be.greaterThan(0);
    close();
    expect(parent.adoptedStyleSheets).to.have.length(0);
    outer.remove();
  });

  it('loads the text of an address, and says so when it cannot', async () => {
    const xml = CONFIG.replace(
      'value="$text"',
      'value="$text" valueType="url"',
    );
    const good = await setup('data:text/plain,Hello%20there', {xml});
    await untilText(good.root, 'Hello there');
    good.close();
    const bad = await setup('javascript:alert(1)', {xml});
    await untilText(bad.root, 'could not be loaded');
    expect(bad.errors).to.deep.equal(['elements/text-load']);
    await clickOn(bad.root.querySelector('button')!);
    await untilText(bad.root, 'could not be loaded');
    expect(bad.errors).to.have.length(2);
    bad.close();
  });

  it('leaves nothing behind', async () => {
    const before = document.adoptedStyleSheets.length;
    const {session, close} = await setup();
    session.createAnnotation();
    session.createAnnotation();
    close();
    expect(document.adoptedStyleSheets).to.have.length(before);
    expect(document.querySelectorAll('.lsf-editor').length).to.equal(0);
  });
});

/** Settles when an element says some text. */
function untilText(root: Element, text: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    observer.observe(root, {childList: true, subtree: true});
    check();
    function check(): void {
      if (!root.textContent.includes(text)) return;
      observer.disconnect();
      resolve();
    }
  });
}
