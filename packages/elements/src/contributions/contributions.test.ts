import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {filter, firstValueFrom} from 'rxjs';

import {definePlugin} from '@ls-annotation/plugins';
import type {PluginContext} from '@ls-annotation/plugins';

import '../define/annotation-host.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';
import {hostFixture} from '../host/testing/host-fixture.js';
import type {HostFixtureParts} from '../host/testing/host-fixture.js';
import {LeakCounter} from '../host/testing/leak-counter.js';
import {nextEvent} from '../host/testing/next-event.js';
import type {RegionListElement} from '../region-list/region-list.js';
import type {ToastElement} from '../toast/toast.js';

/** A host with one module plugin, and what a test needs to look at it. */
async function setup(
  activate: (context: PluginContext) => unknown,
  parts: HostFixtureParts = {},
) {
  let context: PluginContext | null = null;
  const plugin = {
    definition: definePlugin({
      id: 'mine',
      activate: (given) => {
        context = given;
        activate(given);
      },
    }),
  };
  const made = await hostFixture({plugins: [plugin], ...parts});
  const {host, root, find} = made;
  const list = () => find<RegionListElement>('ls-region-list');
  const rows = () => [
    ...list().shadowRoot!.querySelectorAll<HTMLElement>('[role="treeitem"]'),
  ];
  const settle = async () => {
    await host.updateComplete;
    await list().updateComplete;
    await list().updateComplete;
  };
  await settle();
  return {
    ...made,
    context: () => context!,
    list,
    rows,
    settle,
    names: () => rows().map((row) => row.getAttribute('aria-label')),
    buttons: () => [
      ...root.querySelectorAll<HTMLButtonElement>('.plugin-button'),
    ],
    menuItems: () => [
      ...find('ls-region-menu').shadowRoot!.querySelectorAll<HTMLElement>(
        '[role="menuitem"]',
      ),
    ],
  };
}

async function clickOn(element: Element, button: 'left' | 'right' = 'left') {
  element.scrollIntoView({block: 'center'});
  const {left, top, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [
    Math.round(left + width / 2),
    Math.round(top + height / 2),
  ];
  await sendMouse({type: 'click', button, position});
}

/** Resolves when a save may be asked for again. */
async function idle({session}: AnnotationHostElement): Promise<void> {
  await firstValueFrom(
    session.state$.pipe(filter(({isSubmitting}) => !isSubmitting)),
  );
}

function isBad(value: unknown): boolean {
  return Array.isArray(value) && value.includes('Bad');
}

function addAll({contribute}: PluginContext): void {
  contribute.toolbarButton({
    label: 'Count',
    title: 'Count the words',
    isPressed: true,
    onPress: () => undefined,
  });
  contribute.panel({
    title: 'Words',
    render: (element) => element.append('Five words'),
  });
  contribute.notice({text: 'Few words', tone: 'warning'});
  contribute.notice({text: 'All is well', tone: 'success'});
  contribute.regionBadges({badgesOf: () => ({text: 'new', tone: 'success'})});
  contribute.regionCheck({
    check: () => [{text: 'Too short', severity: 'warning'}],
  });
  contribute.regionAction({label: 'Copy', onChoose: () => undefined});
}

describe('what plugins contribute to <ls-annotation-host>', () => {
  it('is accessible', async () => {
    const {host, settle} = await setup(addAll);
    host.session.actions.selectRegions(['a']);
    await settle();
    await expect(host).to.be.accessible();
    host.remove();
  });

  describe('toolbar buttons', () => {
    it('are pressed, change in place, and can be off', async () => {
      let presses = 0;
      const {host, context, buttons, settle} = await setup(() => undefined);
      const button = context().contribute.toolbarButton({
        label: 'Count',
        title: 'Count the words',
        onPress: () => {
          presses += 1;
        },
      });
      await settle();
      const [element] = buttons();
      await clickOn(element!);
      expect(element!.textContent.trim()).to.equal('Count');
      expect(element!.ariaDescription).to.equal('Count the words');
      button.update({isDisabled: true, isPressed: true});
      await settle();
      expect(buttons()[0]).to.equal(element);
      expect(element!.ariaPressed).to.equal('true');
      element!.focus();
      await sendKeys({press: 'Enter'});
      expect(presses).to.equal(1);
      button();
      await settle();
      expect(buttons()).to.have.length(0);
      host.remove();
    });

    it('that throw are reported with their plugin', async () => {
      const {host, buttons} = await setup(({contribute}) => {
        contribute.toolbarButton({
          label: 'Fail',
          onPress: () => {
            throw new Error('no');
          },
        });
      });
      setTimeout(() => {
        buttons()[0]!.click();
      });
      const {error} = await nextEvent(host, 'ls-plugin-error');
      expect(error).to.include({pluginId: 'mine', place: 'contribution'});
      host.remove();
    });
  });

  describe('panels', () => {
    it('are filled once, in the DOM of the page, and tidied up with the display', async () => {
      const log: string[] = [];
      const {host, root, context} = await setup(({contribute}) => {
        contribute.panel({
          title: 'Words',
          render: (element) => {
            log.push('filled');
            element.innerHTML = '<p id="words">Five</p>';
            return () =>
              log.push(
                `ended ${String(document.getElementById('words') !== null)}`,
              );
          },
        });
      });
      const words = document.getElementById('words')!;
      expect(words.closest('ls-annotation-host')).to.equal(host);
      expect(
        words.assignedSlot ?? words.parentElement!.assignedSlot,
      ).to.not.equal(null);
      const heading = root.querySelector<HTMLElement>('.plugin-panel summary')!;
      expect(heading.textContent.trim()).to.equal('Words');
      await clickOn(heading);
      expect(words.checkVisibility()).to.equal(false);
      context().contribute.notice({text: 'Anything that draws again'});
      await host.updateComplete;
      expect(words.checkVisibility()).to.equal(false);
      host.session.hide();
      expect(document.getElementById('words')).to.equal(null);
      expect(log).to.deep.equal(['filled', 'ended true']);
      host.remove();
    });

    it('that go while they are filled leave nothing', async () => {
      const log: string[] = [];
      const {host, settle} = await setup(({contribute}) => {
        const take = contribute.panel({
          title: 'Words',
          render: (element) => {
            element.id = 'ls-short-lived';
            take();
            return () => log.push('tidied up');
          },
        });
      });
      await settle();
      expect(document.getElementById('ls-short-lived')).to.equal(null);
      expect(log).to.deep.equal(['tidied up']);
      host.remove();
    });

    it('are not on the receipt, for they go with the display', async () => {
      const {host} = await setup(addAll);
      const receipt = nextEvent(host, 'ls-plugin-receipt');
      host.session.hide();
      expect((await receipt).receipt.items).to.deep.equal([]);
      host.remove();
    });
  });

  describe('hotkeys', () => {
    it('work while the host is in use, until the display ends', async () => {
      let presses = 0;
      const {host, list} = await setup(({contribute}) => {
        contribute.hotkey({
          keys: 'alt+w',
          description: 'Count the words',
          onPress: () => {
            presses += 1;
          },
        });
      });
      list().shadowRoot!.querySelector<HTMLElement>('[role="tree"]')!.focus();
      await sendKeys({press: 'Alt+w'});
      const words = () =>
        host.hotkeys.bindings.map(({description}) => description);
      expect(words()).to.include('Count the words');
      host.session.hide();
      expect(words()).to.not.include('Count the words');
      await sendKeys({press: 'Alt+w'});
      expect(presses).to.equal(1);
      host.remove();
    });

    it('that others have are reported once, all of them, and not bound', async () => {
      const {host, context} = await setup(() => undefined);
      const {contribute} = context();
      let presses = 0;
      const hotkey = {
        description: 'Mine',
        onPress: () => {
          presses += 1;
        },
      };
      const failure = nextEvent(host, 'ls-plugin-error');
      contribute.hotkey({...hotkey, keys: 'ctrl+z, alt+9'});
      contribute.hotkey({...hotkey, keys: '1'});
      const {error} = await failure;
      expect(error.cause).to.deep.include({
        code: 'elements/hotkey-conflict',
        keys: ['ctrl+z', '1'],
      });
      host.focus();
      await sendKeys({press: 'Control+z'});
      await sendKeys({press: 'Alt+9'});
      expect(presses).to.equal(1);
      host.remove();
    });

    it('that name no key are reported, and the others bound', async () => {
      let presses = 0;
      const {host, context} = await setup(() => undefined);
      const failure = nextEvent(host, 'ls-plugin-error');
      context().contribute.hotkey({
        keys: 'nonsense+, alt+9, ctrl+foo, hyper+a, shift',
        description: 'Mine',
        replaces: true,
        onPress: () => {
          presses += 1;
        },
      });
      const {error} = await failure;
      expect(error).to.include({pluginId: 'mine', place: 'contribution'});
      expect(error.cause).to.deep.include({
        code: 'elements/hotkey-unknown',
        keys: ['nonsense+', 'ctrl+foo', 'hyper+a', 'shift'],
      });
      expect(error.message).to.contain('"nonsense+"');
      host.focus();
      await sendKeys({press: 'Alt+9'});
      expect(presses).to.equal(1);
      host.remove();
    });

    it('may be taken over', async () => {
      let presses = 0;
      const {host} = await setup(({contribute}) => {
        contribute.hotkey({
          keys: 'ctrl+z',
          description: 'Mine',
          replaces: true,
          onPress: () => {
            presses += 1;
          },
        });
      });
      host.session.actions.deleteRegion('a');
      await sendKeys({press: 'Control+z'});
      expect(presses).to.equal(1);
      expect(host.serialize()).to.have.length(2);
      host.remove();
    });
  });

  describe('badges and messages of regions', () => {
    it('stand in the lines, and in full for the selected region', async () => {
      const text = 'This name has no family name, which the guide asks for.';
      const {host, names, list, settle} = await setup(({contribute}) => {
        contribute.regionBadges({
          badgesOf: ({cleanId}) => (cleanId === 'a' ? {text: 'short'} : null),
        });
        contribute.regionCheck({
          check: ({cleanId}) =>
            cleanId === 'a'
              ? [{text: 'Just a hint', severity: 'info'}, {text}]
              : undefined,
        });
      });
      expect(names()[0]).to.contain('short');
      expect(names()[0]).to.contain(
        `${text} short, error, 0 – 3, note: Just a hint`,
      );
      expect(names()[1]).to.not.contain('error');
      host.session.actions.selectRegions(['a']);
      await settle();
      const messages = list().shadowRoot!.querySelector('[part="messages"]')!;
      expect(messages.textContent).to.contain(text);
      host.session.actions.selectRegions(['b']);
      await settle();
      expect(list().shadowRoot!.querySelector('[part="messages"]')).to.equal(
        null,
      );
      host.remove();
    });

    it('are asked for when a region changes, and when the plugin says so', async () => {
      const asked: string[] = [];
      let word = 'one';
      const {host, context, names, settle} = await setup(() => undefined);
      const badges = context().contribute.regionBadges({
        badgesOf: ({cleanId}) => {
          asked.push(cleanId);
          return {text: word};
        },
      });
      await settle();
      expect(asked).to.deep.equal(['a', 'b', 'c']);
      host.session.actions.setLocked('b', true);
      host.session.actions.selectRegions(['a']);
      await settle();
      expect(asked).to.deep.equal(['a', 'b', 'c', 'b']);
      word = 'two';
      badges.update();
      await settle();
      expect(names()[0]).to.contain('two');
      badges();
      await settle();
      expect(names()[0]).to.not.contain('two');
      host.remove();
    });

    it('that are no words are reported', async () => {
      const {host, context} = await setup(() => undefined);
      const failure = nextEvent(host, 'ls-plugin-error');
      context().contribute.regionBadges({
        badgesOf: ({cleanId}) => (cleanId === 'a' ? (7 as never) : null),
      });
      const {error} = await failure;
      expect(error.cause).to.include({code: 'elements/region-remark'});
      host.remove();
    });
  });

  describe('checks that block a save', () => {
    it('keep it back while there is an error, and lead to the first', async () => {
      const {host, find, root, names, list, settle} = await setup(
        ({contribute}) => {
          contribute.regionCheck({
            blocksSave: true,
            check: ({cleanId, locked}) =>
              cleanId === 'a' || locked ? null : {text: 'Lock it first'},
          });
        },
      );
      const saved: string[] = [];
      host.addEventListener('ls-annotation-update', () => saved.push('saved'));
      const submit =
        find('ls-toolbar').shadowRoot!.querySelector('[name=submit]')!;
      await clickOn(submit);
      await idle(host);
      const toast = find<ToastElement>('ls-toast');
      await settle();
      await toast.updateComplete;
      expect(saved).to.deep.equal([]);
      expect(toast.shadowRoot!.textContent).to.contain(
        'Not saved: 2 regions have errors. The first: Lock it first',
      );
      expect(root.activeElement).to.equal(list());
      const tree = list().shadowRoot!.activeElement!;
      const active = tree.getAttribute('aria-activedescendant');
      const line = list().shadowRoot!.getElementById(active!);
      expect(line?.getAttribute('aria-label')).to.equal(names()[1]);
      expect(line?.ariaSelected).to.equal('true');
      host.session.actions.setLocked('b', true);
      host.session.actions.setLocked('c', true);
      expect(await host.submit()).to.equal(true);
      expect(saved).to.deep.equal(['saved']);
      host.remove();
    });

    it('keep it back for what a control says without a region, and show it there', async () => {
      const {host, find, editor} = await setup(({contribute}) => {
        contribute.regionCheck({
          blocksSave: true,
          check: ({classification, results}) =>
            classification && results.some(({mainValue}) => isBad(mainValue))
              ? {text: 'Say why it is bad'}
              : null,
        });
      });
      const bad = [
        ...editor()!.querySelectorAll<HTMLInputElement>('.lsf-choices input'),
      ].at(-1)!;
      await clickOn(bad);
      bad.blur();
      expect(await host.submit()).to.equal(false);
      const toast = find<ToastElement>('ls-toast');
      await toast.updateComplete;
      expect(toast.shadowRoot!.textContent).to.contain(
        'Not saved: Say why it is bad',
      );
      const problem = document.getElementById(
        bad.getAttribute('aria-describedby')!,
      );
      expect(problem?.textContent).to.equal('Say why it is bad');
      expect(bad.getAttribute('aria-invalid')).to.equal('true');
      const choices = bad.closest('.lsf-choices');
      expect(choices!.contains(document.activeElement)).to.equal(true);
      await clickOn(bad.closest('.lsf-choices')!.querySelector('input')!);
      expect(bad.getAttribute('aria-invalid')).to.equal(null);
      await idle(host);
      expect(await host.submit()).to.equal(true);
      host.remove();
    });

    it('lead to the picture that a control speaks of, and show it there', async () => {
      const url =
        'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
      const {host, find, editor} = await setup(
        ({contribute}) => {
          contribute.regionCheck({
            blocksSave: true,
            check: ({results}) =>
              results.some(({mainValue}) => isBad(mainValue))
                ? {text: 'Say why it is bad'}
                : null,
          });
        },
        {
          config: `<View><Image name="image" valueList="$images"/>
            <RectangleLabels name="label" toName="image"><Label value="A"/></RectangleLabels>
            <Choices name="choice" toName="image" perItem="true">
              <Choice value="Good"/><Choice value="Bad"/>
            </Choices></View>`,
          task: {id: 1, data: {images: [url, url, url]}},
        },
      );
      const [good, bad] = [
        ...editor()!.querySelectorAll<HTMLInputElement>('.lsf-choices input'),
      ];
      const [previous, next] = [
        ...editor()!.querySelectorAll<HTMLElement>('.lsf-pagination button'),
      ];
      // By keys: the words that say so may lie over what is pressed next.
      const pressOn = async (control: HTMLElement) => {
        control.focus();
        await sendKeys({press: 'Space'});
      };
      const problem = () =>
        editor()!.querySelector('.lsf-problem')?.textContent ?? '';
      await pressOn(bad!);
      await pressOn(next!);
      await pressOn(good!);
      await pressOn(next!);
      await pressOn(bad!);
      expect(await host.submit()).to.equal(false);
      await find<ToastElement>('ls-toast').updateComplete;
      // The first of the two: the focus is where it can be mended.
      expect(bad!.checked).to.equal(true);
      expect(problem()).to.equal('Say why it is bad');
      expect(
        bad!.closest('.lsf-choices')!.contains(document.activeElement),
      ).to.equal(true);
      await pressOn(next!);
      expect(problem()).to.contain('Picture 1: Say why it is bad');
      await pressOn(next!);
      expect(problem()).to.equal('Say why it is bad');
      await pressOn(good!);
      expect(problem()).to.contain('Picture 1: Say why it is bad');
      await pressOn(previous!);
      await pressOn(previous!);
      expect(problem()).to.equal('Say why it is bad');
      await pressOn(good!);
      expect(problem()).to.equal('');
      await idle(host);
      expect(await host.submit()).to.equal(true);
      host.remove();
    });

    it('name regions first, then controls', async () => {
      const {host, find, editor, root, list} = await setup(({contribute}) => {
        contribute.regionCheck({
          blocksSave: true,
          check: ({classification, cleanId}) => {
            if (classification) return {text: 'Wrong answer'};
            return cleanId === 'c' ? {text: 'Wrong region'} : null;
          },
        });
      });
      const good = editor()!.querySelector('.lsf-choices input')!;
      await clickOn(good);
      expect(await host.submit()).to.equal(false);
      const toast = find<ToastElement>('ls-toast');
      await host.updateComplete;
      await toast.updateComplete;
      expect(toast.shadowRoot!.textContent).to.contain(
        'Not saved: 2 things are wrong. The first: Wrong region',
      );
      expect(good.getAttribute('aria-invalid')).to.equal('true');
      while (root.activeElement !== list()) await list().updateComplete;
      host.remove();
    });

    it('let warnings pass, and errors of those that do not block', async () => {
      const {host} = await setup(({contribute}) => {
        contribute.regionCheck({check: () => ({text: 'Wrong'})});
        contribute.regionCheck({
          blocksSave: true,
          check: () => ({text: 'Odd', severity: 'warning'}),
        });
      });
      expect(await host.submit()).to.equal(true);
      host.remove();
    });
  });

  describe('region actions', () => {
    it('are in the menu of the regions that they are for', async () => {
      const chosen: string[] = [];
      const {host, rows, menuItems, find, list} = await setup(
        ({contribute}) => {
          contribute.regionAction({
            label: 'Only for b',
            appliesTo: ({cleanId}) => cleanId === 'b',
            onChoose: ({cleanId}) => chosen.push(cleanId),
          });
          contribute.regionAction({
            label: 'For all',
            onChoose: ({cleanId}) => chosen.push(`all ${cleanId}`),
          });
        },
      );
      await clickOn(rows()[0]!, 'right');
      await find<RegionListElement>('ls-region-menu').updateComplete;
      expect(menuItems().map((item) => item.textContent.trim())).to.deep.equal([
        'For all',
      ]);
      await sendKeys({press: 'Escape'});
      await list().updateComplete;
      await clickOn(rows()[1]!, 'right');
      await find<RegionListElement>('ls-region-menu').updateComplete;
      await sendKeys({press: 'Enter'});
      expect(chosen).to.deep.equal(['b']);
      host.remove();
    });

    for (const key of ['Shift+F10', 'ContextMenu']) {
      it(`open by ${key} for the line that has the focus`, async () => {
        const chosen: string[] = [];
        const {host, list, menuItems, find} = await setup(({contribute}) => {
          contribute.regionAction({
            label: 'Note',
            onChoose: ({cleanId}) => chosen.push(cleanId),
          });
        });
        await list().focusRegion('b');
        await sendKeys({press: key});
        await find<RegionListElement>('ls-region-menu').updateComplete;
        expect(menuItems().map((item) => item.textContent.trim())) //
          .to.deep.equal(['Note']);
        await sendKeys({press: 'Enter'});
        expect(chosen).to.deep.equal(['b']);
        expect(list().matches(':focus-within')).to.be.true;
        host.remove();
      });
    }
  });

  it('leaves nothing behind on the page', async () => {
    const {host} = await setup(addAll);
    host.createAnnotation();
    await host.displayed;
    host.selectAnnotation('10');
    await host.displayed;
    const counter = new LeakCounter();
    for (let turn = 0; turn < 3; turn += 1) {
      host.createAnnotation();
      await host.displayed;
      host.deleteAnnotation();
      await host.displayed;
    }
    const before = counter.count();
    for (let turn = 0; turn < 5; turn += 1) {
      host.createAnnotation();
      await host.displayed;
      host.deleteAnnotation();
      await host.displayed;
    }
    expect(counter.count()).to.deep.equal(before);
    counter.end();
    host.remove();
  });
});
