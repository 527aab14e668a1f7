import {expect} from '@open-wc/testing';

import {textRegion, until} from '@ls-annotation/testing';

import type {PluginLog} from '../runtime/plugin-report.js';

import {sandboxSetup, span} from './testing/sandbox-setup.js';
import type {SandboxParts} from './testing/sandbox-setup.js';

/** Runs code whose messages are what a test looks at. */
async function said(parts: SandboxParts) {
  const {permissions = [], ...rest} = parts;
  const setup = await sandboxSetup({
    ...rest,
    permissions: ['modal', ...permissions],
  });
  return {
    ...setup,
    said: () => setup.modals.map(({message}) => message),
    failures: () => setup.errors.map(({message}) => message),
  };
}

describe('a sandboxed plugin', () => {
  it('runs in a frame of an opaque origin', async () => {
    const {
      said: messages,
      failures,
      frame,
      close,
    } = await said({
      code: 'Htx.showModal(origin + " " + LSI.task.data.text)',
    });
    expect(failures()).to.deep.equal([]);
    expect(messages()).to.deep.equal(['null Hello world']);
    expect(frame()!.getAttribute('sandbox')).to.equal('allow-scripts');
    close();
  });

  it('reads regions, results and tags as other plugins do', async () => {
    const {said: messages, close} = await said({
      code: `
        const [first] = LSI.regions;
        const [result] = LSI.annotation.results;
        Htx.showModal([
          LSI.regions.length,
          first.labels, first.text, first.type, first.startOffset,
          result.from_name.name, result.value.labels, result.area === first,
          LSI.annotation.names.get('label').children.map((c) => c.value),
          LSI.annotation === Htx.annotationStore.selected,
          DM.project.id, Htx.user.firstName, window.LSI === LSI,
        ].join('|'));`,
    });
    expect(messages()).to.deep.equal([
      '2|PER|text|richtextregion|0|label|PER|true|PER,LOC|true|5|Ada|true',
    ]);
    close();
  });

  it('follows a commit of many regions before anything after it', async () => {
    const setups = await Promise.all(
      ['one', 'other'].map((id) =>
        said({
          id,
          code: `
            LSI.on('told', (what) => {
              const ids = new Set(LSI.regions.map(({cleanId}) => cleanId));
              const last = LSI.regions.at(-1).cleanId;
              Htx.showModal([what, LSI.regions.length, ids.size, last].join());
            });`,
        }),
      ),
    );
    for (const {session} of setups) {
      const {store, annotation, events} = session;
      const many = Array.from({length: 1200}, (_, at) =>
        textRegion({id: `many-${String(at)}`}),
      );
      void events.invoke<string>('told', 'before');
      store.insertRegions(annotation!.id, many);
      void events.invoke<string>('told', 'after many');
      store.insertRegions(annotation!.id, [textRegion({id: 'last'})]);
      void events.invoke<string>('told', 'after one');
      const ids = many.map(({id = ''}) => id);
      store.transact({}, () => {
        for (const id of ids) store.removeRegion(annotation!.id, id);
      });
      void events.invoke<string>('told', 'after all');
    }
    for (const {said: messages, errors, close} of setups) {
      await until(() => messages().length === 4);
      expect(messages()).to.deep.equal([
        'before,2,2,b',
        'after many,1202,1202,many-1199',
        'after one,1203,1203,last',
        'after all,3,3,last',
      ]);
      expect(errors).to.deep.equal([]);
      close();
    }
  });

  it('is a module as well as a script', async () => {
    const {
      said: messages,
      failures,
      close,
    } = await said({
      type: 'module',
      code: `export default {
        id: 'module',
        activate({htx, annotation, events, pluginId}) {
          events.addHandler('entityCreate', (region) => {
            htx.showModal(region.labels.join());
          });
          htx.showModal(pluginId + annotation.regions.length);
        },
      }`,
    });
    expect(failures()).to.deep.equal([]);
    expect(messages()).to.deep.equal(['guest2']);
    close();
  });

  it('tells what it logs, and where, while somebody listens', async () => {
    const {session, runtime, run, close} = await sandboxSetup({
      code: `
        class Word { constructor() { this.text = 'a'; this.self = this; } }
        console.log(
          'hello', NaN, 7n, null, new Word(), [1], new Map([['a', 1]]),
          function named() {}, new TypeError('no'), LSI.regions[0],
          Object.create(null), JSON.parse('{"__proto__": 1}'),
        );
        LSI.on('ping', () => console.warn('pong'));`,
    });
    const logs: PluginLog[] = [];
    const pong = new Promise<PluginLog>((resolve) => {
      runtime.logs$.subscribe((log) => {
        logs.push(log);
        if (log.level === 'warn') resolve(log);
      });
    });
    void session.events.invoke<string>('ping');
    expect(await pong).to.deep.include({
      pluginId: 'guest',
      args: ['pong'],
      position: {line: 8, column: 38},
    });
    expect(logs).to.have.length(1);
    await run();
    const {args} = logs.find(({level}) => level === 'log')!;
    const [text, number, big, none, word, list, map, code, error, region] =
      args;
    expect([text, big, none, list]).to.deep.equal(['hello', 7n, null, [1]]);
    expect(number).to.be.NaN;
    expect(word!.constructor.name).to.equal('Word');
    expect(word).to.have.nested.property('self.self.text', 'a');
    expect([...(map as Map<string, number>)]).to.deep.equal([['a', 1]]);
    expect(code).to.have.property('name', 'named');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({name: 'TypeError', message: 'no'});
    expect(region).to.equal(session.annotation?.regions[0]);
    expect(Object.keys(args.at(-1) as object)).to.deep.equal(['__proto__']);
    close();
  });

  it('counts the lines that are too many to be told', async () => {
    const {session, runtime, run, close} = await sandboxSetup({
      code: `for (let at = 0; at < 5000; at += 1) console.log(at);
        setTimeout(() => console.info('last'), 1100);`,
    });
    const levels: string[] = [];
    const last = new Promise<void>((resolve) => {
      runtime.logs$.subscribe(({level, args}) => {
        levels.push(level === 'warn' ? String(args[0]) : level);
        if (level === 'info') resolve();
      });
    });
    session.redisplay();
    await run();
    await last;
    const told = levels.filter((level) => level === 'log').length;
    const notes = levels.filter((level) => level.includes('too many'));
    const missed = notes.reduce((sum, note) => sum + Number.parseInt(note), 0);
    expect(missed).to.be.above(0);
    expect(told + missed).to.equal(5000);
    close();
  });

  it('has thousands of regions, by place, by id and after a change', async () => {
    const result = Array.from({length: 3000}, (_, index) =>
      span(`r${String(index)}`, 0, 5, index % 2 === 0 ? 'PER' : 'LOC'),
    );
    const {session, close, modals} = await said({
      result,
      code: `LSI.on('entityCreate', (region) => {
        const {areas, regions} = LSI.annotation;
        Htx.showModal([
          regions.length, region === regions.at(-1), region.labels,
          areas.get('r2999').labels, areas.get('r2998').labels,
          areas.get('r2999') === regions[2999], areas.get('r3000'),
          regions.filter(({labels}) => labels[0] === 'LOC').length,
        ].join('|'));
      })`,
    });
    const asked = new Promise((resolve) => session.modals$.subscribe(resolve));
    session.actions.createResult(
      {start: 0, end: 3, text: 'Hel'},
      {labels: ['LOC']},
      'label',
      'text',
    );
    await asked;
    expect(modals.map(({message}) => message)).to.deep.equal([
      '3001|true|LOC|LOC|PER|true||1501',
    ]);
    close();
  });

  it('sees what a person changes, by patches', async () => {
    const {session, close, modals} = await said({
      code: `LSI.on('entityCreate', (region) => {
        Htx.showModal([region.labels, region.text, LSI.regions.length,
          LSI.regions.includes(region)].join('|'));
      })`,
    });
    const asked = new Promise((resolve) => session.modals$.subscribe(resolve));
    session.actions.createResult(
      {start: 0, end: 3, text: 'Hel'},
      {labels: ['LOC']},
      'label',
      'text',
    );
    await asked;
    expect(modals.map(({message}) => message)).to.deep.equal([
      'LOC|Hel|3|true',
    ]);
    close();
  });

  it('makes regions that it can use in the next line', async () => {
    const {
      session,
      said: messages,
      failures,
      close,
    } = await said({
      permissions: ['write:own'],
      code: `
        const annotation = LSI.annotation;
        const region = annotation.createResult(
          {start: 0, end: 3, text: 'Hel'}, {labels: ['LOC']},
          annotation.names.get('label'), 'text');
        Htx.showModal([region.labels, LSI.regions.length].join());
        annotation.updateObjects();
        await new Promise((resolve) => setTimeout(resolve));`,
    });
    expect(failures()).to.deep.equal([]);
    expect(messages()).to.deep.equal(['LOC,3']);
    const made = session.serialize().at(-1)!;
    expect(made).to.deep.include({from_name: 'label', to_name: 'text'});
    expect(made.value).to.deep.equal({
      start: 0,
      end: 3,
      text: 'Hel',
      labels: ['LOC'],
    });
    close();
  });

  it('gives one undo step for one change, and others hear of it', async () => {
    const created: unknown[] = [];
    const parts = {
      permissions: ['write:own'],
      code: `
        LSI.on('selectAnnotation', () => {});
        LSI.annotation.createResult(
          {start: 0, end: 3, text: 'Hel'}, {labels: ['LOC']}, 'label', 'text');
        LSI.annotation.updateObjects();`,
    };
    const {session, close} = await said(parts);
    session.events.addHandler('entityCreate', (region) => {
      created.push(region.labels);
    });
    expect(session.annotation!.regions).to.have.length(3);
    expect(session.annotation!.history.undoIdx).to.equal(1);
    session.undo();
    expect(session.annotation!.regions).to.have.length(2);
    close();
  });

  it('may refuse a save when it has the permission', async () => {
    const {
      session,
      said: messages,
      close,
    } = await said({
      permissions: ['veto'],
      code: `LSI.on('beforeSaveAnnotation', async (store, annotation, {event}) => {
        Htx.showModal(event + annotation.results.length + (store === Htx));
        return false;
      })`,
    });
    expect(await session.submit()).to.equal(false);
    expect(messages()).to.deep.equal(['updateAnnotation2true']);
    close();
  });

  it('cannot hold up a save without the permission', async () => {
    const {session, reported, close} = await said({
      code: `LSI.on('beforeSaveAnnotation', () => false)`,
    });
    expect(await session.submit()).to.equal(true);
    const {cause, pluginId} = await reported('plugin/permission');
    expect(pluginId).to.equal('guest');
    expect(cause).to.have.property('permission', 'veto');
    close();
  });

  const REFUSALS: Readonly<Record<string, string>> = {
    'the run': `Htx.showModal('no');`,
    'a script that it asks for': `await LSI.import('https://a.example/b.js');`,
    'a handler': `LSI.on('entityDelete', () => Htx.showModal('no'));`,
    'a handler that answers late': `LSI.on('entityDelete', async () => {
      await null;
      Htx.showModal('no');
    });`,
    'a handler that may refuse a save': `LSI.on('beforeSaveAnnotation', () => Htx.showModal('no'));`,
  };

  for (const [end, code] of Object.entries(REFUSALS)) {
    it(`is told once, and where, what it may not do: with the end of ${end}`, async () => {
      const {session, errors, close} = await sandboxSetup({
        permissions: ['veto'],
        code: `LSI.on('beforeSaveAnnotation', () => {});\n${code}`,
      });
      session.actions.deleteRegion('a');
      // Whatever was on its way has come when the save has its answer.
      await session.submit();
      expect(
        errors.map(({place, position}) => [place, position?.line]),
      ).to.deep.equal([['permission', end.includes('late') ? 4 : 2]]);
      close();
    });
  }

  it('is not set aside for failures with successes between', async () => {
    const {session, runtime, errors, close} = await sandboxSetup({
      permissions: ['veto'],
      code: `LSI.on('lsTried', (count) => {
          if (count % 2 === 1) throw new Error('try ' + count);
        });
        LSI.on('beforeSaveAnnotation', () => {});`,
    });
    for (let count = 1; count <= 8; count += 1) {
      session.events.dispatch('lsTried', count);
    }
    await session.submit();
    expect(errors.map(({cause}) => (cause as Error).message)).to.deep.equal([
      'try 1',
      'try 3',
      'try 5',
      'try 7',
    ]);
    expect(runtime.setAside).to.deep.equal([]);
    close();
  });

  it('is named when it thinks about a save for too long', async () => {
    const {
      session,
      said: messages,
      reported,
      close,
    } = await said({
      permissions: ['veto'],
      runtime: {vetoMs: 20},
      code: `LSI.on('beforeSaveAnnotation', () => new Promise(() => {}))`,
    });
    expect(await session.submit()).to.equal(false);
    const error = await reported('plugin/timeout');
    expect(error).to.deep.include({pluginId: 'guest', place: 'handler'});
    expect(messages()[0]).to.contain('20 ms');
    close();
  });

  it('selects the region that a refusal is about', async () => {
    const {session, close} = await said({
      permissions: ['veto'],
      code: `LSI.on('beforeSaveAnnotation', (store, annotation) => {
        annotation.selectArea(annotation.results[1].area);
        return false;
      })`,
    });
    await session.submit();
    expect(
      session.annotation!.selectedRegions.map(({cleanId}) => cleanId),
    ).to.deep.equal(['b']);
    close();
  });

  it('asks for a save when it has the permission', async () => {
    const {
      session,
      said: messages,
      close,
    } = await said({
      permissions: ['submit'],
      code: 'Htx.showModal(String(await Htx.submitAnnotation()))',
    });
    expect(messages()).to.deep.equal(['true']);
    expect(session.annotation!.sentUserGenerate).to.equal(true);
    close();
  });

  it('undoes and does again what was done', async () => {
    const {
      session,
      said: messages,
      close,
    } = await said({
      permissions: ['write'],
      code: `
        LSI.annotation.deleteRegion(LSI.regions[0]);
        const before = LSI.regions.length;
        while (!LSI.annotation.history.canUndo) {
          await new Promise((resolve) => setTimeout(resolve));
        }
        Htx.showModal(before + ',' + LSI.annotation.history.canUndo);
        LSI.annotation.undo();`,
    });
    expect(messages()).to.deep.equal(['1,true']);
    expect(session.annotation!.regions).to.have.length(2);
    close();
  });

  it('has a storage of its own when it has the permission', async () => {
    const parts = {
      id: 'keeper',
      permissions: ['storage'],
      code: `
        const before = localStorage.getItem('seen');
        localStorage.setItem('seen', String(Number(before) + 1));
        Htx.showModal(String(before) + localStorage.length);`,
    };
    const {said: messages, run, close} = await said(parts);
    await run();
    expect(messages()).to.deep.equal(['null1', '11']);
    expect(localStorage.getItem('ls-plugin:keeper:seen')).to.equal('2');
    localStorage.removeItem('ls-plugin:keeper:seen');
    close();
  });

  it('loads scripts from hosts that it may ask, with their hash', async () => {
    const {
      said: messages,
      failures,
      close,
    } = await said({
      permissions: [`network:${location.origin}`],
      code: `
        await LSI.import('/packages/plugins/fixtures/defines-global.js');
        Htx.showModal(typeof lsFixtureGlobal);`,
    });
    expect(failures()).to.deep.equal([]);
    expect(messages()).to.have.length(1);
    close();
  });

  describe('failures', () => {
    const ROWS = [
      {
        what: 'a syntax error, with its place',
        code: 'const a = 1;\nconst b = ;',
        place: 'compile',
        line: 2,
      },
      {
        what: 'a module that throws while it is loaded, with its place',
        type: 'module' as const,
        code: '\n  missing();\nexport default {id: "x", activate() {}}',
        place: 'load',
        line: 2,
      },
      {
        what: 'a throw, with its place',
        code: '\n\nmissing()',
        place: 'run',
        line: 3,
      },
      {
        what: 'a failing timer, with its place',
        code: '\nsetTimeout(() => { missing() });\nawait new Promise((r) => setTimeout(r, 9))',
        place: 'background',
        line: 2,
      },
      {
        what: 'a promise that is forgotten',
        code: '\nvoid Promise.reject(new Error("no"));\nawait new Promise((r) => setTimeout(r, 9))',
        place: 'background',
        line: 2,
      },
    ];
    for (const {what, place, line, ...source} of ROWS) {
      it(`tells of ${what}`, async () => {
        const {errors, close} = await sandboxSetup(source);
        expect(errors).to.have.length(1);
        expect(errors[0]).to.include({place, pluginId: 'guest'});
        expect(errors[0]!.position?.line).to.equal(line);
        close();
      });
    }

    it('tells of a handler that throws', async () => {
      const {errors, session, runtime, close} = await sandboxSetup({
        code: `LSI.on('entityCreate', () => { missing() })`,
      });
      const told = new Promise((resolve) => runtime.errors$.subscribe(resolve));
      session.actions.createResult(
        {start: 0, end: 3},
        {labels: ['LOC']},
        'label',
        'text',
      );
      await told;
      expect(errors[0]).to.include({place: 'handler', pluginId: 'guest'});
      close();
    });
  });

  describe('lifetime', () => {
    for (const slot of [undefined, 'status'] as const) {
      const where = slot ? 'document' : 'worker';
      it(`gets a new ${where} for every display, in the same frame`, async () => {
        const {
          session,
          said: messages,
          run,
          close,
          frame,
        } = await said({
          ...(slot ? {slot} : {}),
          code: `const left = [self.count, Array.prototype.left, self.name,
              self.document?.querySelectorAll('b').length ?? 0];
            self.count = 1; Array.prototype.left = 1; self.name = 'left';
            self.document?.body.append(document.createElement('b'));
            Htx.showModal(LSI.annotation.id + left);`,
        });
        const first = frame();
        const ids = [session.annotation!.id];
        // One from scratch, one that follows another, one that was prepared.
        for (let display = 0; display < 3; display += 1) {
          session.createAnnotation();
          ids.push(session.annotation!.id);
          await run();
        }
        expect(frame()).to.equal(first);
        expect(messages()).to.deep.equal(ids.map((id) => `${id},,,0`));
        close();
      });
    }

    /** A frame that has stopped to answer, as one does whose plugin loops. */
    async function silenced() {
      const setup = await sandboxSetup({
        slot: 'status',
        runtime: {answerMs: 100},
        permissions: ['modal'],
        code: 'Htx.showModal("shown")',
      });
      const {postMessage} = MessagePort.prototype;
      const first = setup.frame()!;
      MessagePort.prototype.postMessage = function (
        this: MessagePort,
        message: {type?: string; isShown?: boolean} | null,
        ...rest: never[]
      ) {
        const {type, isShown} = message ?? {};
        const isForShell = type === 'close' || isShown !== undefined;
        if (isForShell && first.isConnected) return;
        postMessage.call(this, message, ...rest);
      };
      return {
        ...setup,
        first,
        close: () => {
          MessagePort.prototype.postMessage = postMessage;
          setup.close();
        },
      };
    }

    it('gets another frame when the one before does not answer', async () => {
      const {session, run, modals, errors, first, frame, close} =
        await silenced();
      session.createAnnotation();
      await run();
      expect(errors).to.deep.equal([]);
      expect(modals).to.have.length(2);
      expect(first.isConnected).to.equal(false);
      expect(frame()).to.not.equal(null);
      close();
    });

    it('has no frame left that does not answer when nothing is shown', async () => {
      const {session, frame, close} = await silenced();
      session.hide();
      await until(() => !frame());
      close();
    });

    it('has no frame left when it is no plugin of the page any more', async () => {
      const {session, runtime, frame, close} = await sandboxSetup({code: ''});
      session.hide();
      expect(frame()).to.not.equal(null);
      runtime.setSources([]);
      expect(frame()).to.equal(null);
      close();
    });

    it('gets another frame when its own was moved, and loaded anew', async () => {
      const {session, run, errors, modals, frame, close} = await sandboxSetup({
        permissions: ['modal'],
        code: 'Htx.showModal("shown")',
      });
      session.hide();
      const first = frame()!;
      const {parentNode} = first;
      const other = document.body.appendChild(document.createElement('div'));
      other.append(first);
      parentNode!.append(first);
      await until(() => !frame());
      session.createAnnotation();
      await run();
      expect(errors).to.deep.equal([]);
      expect(modals).to.have.length(2);
      other.remove();
      close();
    });

    it('is gone with its display', async () => {
      const {frame, close} = await sandboxSetup({code: ''});
      expect(frame()).to.not.equal(null);
      close();
      expect(frame()).to.equal(null);
    });

    it('is stopped when it loops before it has started', async () => {
      const {errors, frame, close} = await sandboxSetup({
        runtime: {silenceMs: 500},
        code: 'for (;;);',
      });
      expect(errors).to.have.length(1);
      expect(errors[0]!.cause).to.have.property('code', 'plugin/unresponsive');
      expect(frame()).to.equal(null);
      close();
    });
  });
});
