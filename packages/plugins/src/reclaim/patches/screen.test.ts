import {expect} from '@open-wc/testing';

import {parseLabelConfig} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';

import {loadPageTools} from '../../runtime/load-page-tools.js';
import {PluginRuntime} from '../../runtime/plugin-runtime.js';
import type {PluginReceipt} from '../plugin-receipt.js';

const page = globalThis as unknown as Record<string, unknown>;

function setup(code: string) {
  const parsed = parseLabelConfig({
    tag: 'View',
    attributes: {},
    text: '',
    children: [],
  });
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession();
  session.setConfig(parsed.value);
  session.setTask({id: 7, data: {}});
  const runtime = new PluginRuntime(session);
  const receipts: PluginReceipt[] = [];
  runtime.receipts$.subscribe((receipt) => receipts.push(receipt));
  runtime.setSources([{id: 'mine', code}]);
  return {
    session,
    linesOf: (): readonly string[] =>
      (receipts.at(-1)?.items ?? []).map(
        ({outcome, kind, what}) => `${outcome} ${kind}: ${what}`,
      ),
    run: async (): Promise<void> => {
      if (session.scope) await runtime.run(session.scope);
    },
    end: () => {
      session.close();
      runtime.close();
    },
  };
}

/** What stands in for the platform, and what puts the platform back. */
interface StandIn {
  /** Returns whose there are. */
  readonly held: () => readonly string[];
  readonly restore: () => void;
}

type Put = Record<string, PropertyDescriptor>;

/**
 * Puts functions in the place of the platform's, before the runtime does: in a
 * test browser there is no screen to lock, nor anybody who allows it.
 */
function put(owner: object, descriptors: Put): () => void {
  const found = Object.keys(descriptors).map(
    (name) => [name, Object.getOwnPropertyDescriptor(owner, name)] as const,
  );
  for (const [name, descriptor] of Object.entries(descriptors)) {
    Object.defineProperty(owner, name, {configurable: true, ...descriptor});
  }
  return () => {
    for (const [name, descriptor] of found) {
      if (descriptor) Object.defineProperty(owner, name, descriptor);
      else Reflect.deleteProperty(owner, name);
    }
  };
}

function prototypeOf(name: string): object {
  const found: unknown = Reflect.get(globalThis, name);
  if (typeof found !== 'function') throw new Error(`There is no ${name}.`);
  return found.prototype as object;
}

/** For what one element of the document can be at a time. */
function ofElement(
  owner: string,
  name: string,
  state: string,
  exit: string,
): StandIn {
  let element: Element | null = null;
  const choose = (chosen: Element | null): Promise<void> => {
    element = chosen;
    return Promise.resolve();
  };
  const restorers = [
    put(prototypeOf(owner), {
      [name]: {
        value(this: Element) {
          return choose(this);
        },
      },
    }),
    put(Document.prototype, {
      [exit]: {
        value: () => choose(null),
      },
      [state]: {get: () => element},
    }),
  ];
  return {
    held: () => (element ? [element.id] : []),
    restore: () => {
      for (const restore of restorers) restore();
    },
  };
}

interface Row {
  readonly what: string;
  readonly line: string;
  /** Source that takes it; `who` tells for whom. */
  readonly code: string;
  readonly standIn: () => StandIn;
}

const ROWS: readonly Row[] = [
  {
    what: 'the whole screen',
    line: 'screen: full screen of <video id="closed">',
    code: 'lsElements[who].requestFullscreen()',
    standIn: () =>
      ofElement(
        'Element',
        'requestFullscreen',
        'fullscreenElement',
        'exitFullscreen',
      ),
  },
  {
    what: 'the pointer',
    line: 'screen: pointer of <video id="closed">',
    code: 'lsElements[who].requestPointerLock()',
    standIn: () =>
      ofElement(
        'Element',
        'requestPointerLock',
        'pointerLockElement',
        'exitPointerLock',
      ),
  },
  {
    what: 'a picture in the picture',
    line: 'screen: picture-in-picture of <video id="closed">',
    code: 'lsElements[who].requestPictureInPicture()',
    standIn: () =>
      ofElement(
        'HTMLVideoElement',
        'requestPictureInPicture',
        'pictureInPictureElement',
        'exitPictureInPicture',
      ),
  },
  {
    what: 'what keeps the screen awake',
    line: 'screen: wake lock',
    code: 'navigator.wakeLock.request(who)',
    standIn: () => {
      const awake = new Set<string>();
      const request = (who: string): Promise<object> => {
        awake.add(who);
        const sentinel = {
          get released() {
            return !awake.has(who);
          },
          release: () => {
            awake.delete(who);
            return Promise.resolve();
          },
        };
        return Promise.resolve(sentinel);
      };
      const restore = put(prototypeOf('WakeLock'), {
        request: {value: request},
      });
      return {held: () => [...awake], restore};
    },
  },
  {
    what: 'the orientation of the screen',
    line: 'screen: orientation of the screen',
    code: 'screen.orientation.lock(who)',
    standIn: () => {
      let held: readonly string[] = [];
      const restore = put(prototypeOf('ScreenOrientation'), {
        lock: {
          value: (who: string) => {
            held = [who];
            return Promise.resolve();
          },
        },
        unlock: {
          value: () => {
            held = [];
          },
        },
      });
      return {held: () => held, restore};
    },
  },
  {
    what: 'words that are spoken',
    line: 'media: words "closed"',
    code: 'speechSynthesis.speak(new SpeechSynthesisUtterance(who))',
    standIn: () => {
      let queue: SpeechSynthesisUtterance[] = [];
      const restore = put(prototypeOf('SpeechSynthesis'), {
        speak: {
          value: (spoken: SpeechSynthesisUtterance) => {
            queue.push(spoken);
          },
        },
        cancel: {
          value: () => {
            queue = [];
          },
        },
      });
      return {held: () => queue.map(({text}) => text), restore};
    },
  },
  {
    what: 'what listens to speech',
    line: 'media: what listens to speech',
    code: `const listening = new SpeechRecognition();
      listening.lang = who;
      listening.start()`,
    standIn: () => {
      let listening: SpeechRecognition[] = [];
      const restore = put(prototypeOf('SpeechRecognition'), {
        start: {
          value(this: SpeechRecognition) {
            listening.push(this);
          },
        },
        abort: {
          value(this: SpeechRecognition) {
            listening = listening.filter((one) => one !== this);
          },
        },
      });
      return {held: () => listening.map(({lang}) => lang), restore};
    },
  },
];

/** The part of it that the tests use; not everywhere in `lib.dom`. */
interface SpeechRecognition {
  readonly lang: string;
}

/** Elements by whose they are. */
function prepare(): () => void {
  const elements = ['closed', 'other', 'page'].map((who) => {
    const element = document.createElement('video');
    element.id = who;
    document.body.append(element);
    return [who, element] as const;
  });
  page.lsElements = Object.fromEntries(elements);
  return () => {
    for (const [, element] of elements) element.remove();
    delete page.lsElements;
  };
}

function settle(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

const as = (who: string, code: string): string =>
  `const who = '${who}'; ${code}`;

// So that a plugin which is there starts at once.
before(loadPageTools);

describe('what plugins take for the whole page', () => {
  for (const {what, line, code, standIn} of ROWS) {
    it(`is given back at the close: ${what}`, async () => {
      const unprepare = prepare();
      const {held, restore} = standIn();
      const {session, run, linesOf, end} = setup(as('closed', code));
      await run();
      await settle();
      expect(held()).to.deep.equal(['closed']);
      session.hide();
      expect(held()).to.deep.equal([]);
      expect(linesOf()).to.deep.equal([`reclaimed ${line}`]);
      end();
      restore();
      unprepare();
    });

    it(`stays with others who have it by then: ${what}`, async () => {
      const unprepare = prepare();
      const {held, restore} = standIn();
      const first = setup(as('closed', code));
      const other = setup(as('other', code));
      await first.run();
      await settle();
      await other.run();
      await settle();
      (0, eval)(`{ ${as('page', code)} }`);
      await settle();
      const before = held();
      expect(before).to.include('page');
      first.session.hide();
      expect(held()).to.deep.equal(before.filter((who) => who !== 'closed'));
      other.session.hide();
      expect(held()).to.deep.equal(['page']);
      other.end();
      first.end();
      restore();
      unprepare();
    });

    it(`is refused after the close: ${what}`, async () => {
      const unprepare = prepare();
      const {held, restore} = standIn();
      let open = (): void => undefined;
      page.lsGate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const begun = new Promise<void>((resolve) => {
        page.lsBegan = resolve;
      });
      const {session, run, linesOf, end} = setup(
        as('closed', `lsBegan(); await lsGate; window.name; ${code}`),
      );
      void run();
      await begun;
      session.hide();
      open();
      await settle();
      expect(held()).to.deep.equal([]);
      expect(linesOf()).to.deep.equal([`refused ${line}`]);
      end();
      restore();
      unprepare();
      delete page.lsGate;
      delete page.lsBegan;
    });
  }

  it('is given back when it comes after the close', async () => {
    const awake = new Set<object>();
    let give = (): void => undefined;
    const restore = put(prototypeOf('WakeLock'), {
      request: {
        value: () =>
          new Promise((resolve) => {
            give = () => {
              const sentinel = {
                released: false,
                release: () => {
                  awake.delete(sentinel);
                  return Promise.resolve();
                },
              };
              awake.add(sentinel);
              resolve(sentinel);
            };
          }),
      },
    });
    const {session, run, end} = setup(
      "void navigator.wakeLock.request('screen')",
    );
    await run();
    session.hide();
    give();
    expect(awake.size).to.equal(1);
    await settle();
    expect(awake.size).to.equal(0);
    end();
    restore();
  });
});

describe('document.designMode', () => {
  it('is what it was, in whichever order plugins end', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const both = [1, 2].map(() => setup("document.designMode = 'on'"));
      for (const {run} of both) await run();
      both[order[0]]?.session.hide();
      expect(document.designMode).to.equal('on');
      both[order[1]]?.session.hide();
      expect(document.designMode).to.equal('off');
      for (const {end} of both) end();
    }
  });

  it('is the page’s once the page has set it', async () => {
    const {session, run, linesOf, end} = setup("document.designMode = 'on'");
    await run();
    document.designMode = 'on';
    session.hide();
    expect(document.designMode).to.equal('on');
    expect(linesOf()).to.deep.equal([]);
    document.designMode = 'off';
    end();
  });
});
