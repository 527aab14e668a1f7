import {parseLabelConfig} from '@ls-annotation/core';
import type {ConfigNode} from '@ls-annotation/core';
import {LabelingSession} from '@ls-annotation/lsi';
import type {ModalRequest} from '@ls-annotation/lsi';

import type {PluginError} from '../../errors.js';
import type {PluginSource} from '../../plugin-source.js';
import {PluginRuntime} from '../../runtime/plugin-runtime.js';
import type {PluginRuntimeOptions} from '../../runtime/runtime-options.js';

const CONFIG = tag('View', {}, [
  tag('Labels', {name: 'label', toName: 'text'}, [
    tag('Label', {value: 'PER'}),
    tag('Label', {value: 'LOC'}),
  ]),
  tag('Text', {name: 'text', value: '$text'}),
  tag('TextArea', {name: 'textarea', toName: 'text'}),
  tag('TextArea', {name: 'comment', toName: 'text', perRegion: 'true'}),
  tag('Choices', {name: 'tone', toName: 'text'}, [
    tag('Choice', {value: 'Good'}),
    tag('Choice', {value: 'Bad'}),
  ]),
]);

/** The JSON of a span with one label. */
export function span(id: string, start: number, end: number, label = 'PER') {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start, end, text: 'text', labels: [label]},
  };
}

const SPANS = [span('a', 0, 5), span('b', 6, 11)];

/** A frame that only gets little of the machine is not late. */
const PATIENT: PluginRuntimeOptions = {
  deadlineMs: 600_000,
  bootMs: 600_000,
  answerMs: 600_000,
  silenceMs: 600_000,
  vetoMs: 600_000,
};

/** What a test says about a sandboxed plugin. */
export interface SandboxParts extends Omit<PluginSource, 'sandbox'> {
  /** What the runtime is made with. */
  readonly runtime?: PluginRuntimeOptions;
  /** Results of the annotation. */
  readonly result?: readonly object[];
}

/** A host with one sandboxed plugin that has run. */
export interface SandboxSetup {
  /** Session of the host. */
  readonly session: LabelingSession;
  /** Plugins of the host. */
  readonly runtime: PluginRuntime;
  /** What was reported. */
  readonly errors: readonly PluginError[];
  /** Messages that were shown. */
  readonly modals: readonly ModalRequest[];
  /** The frame, while there is one. */
  readonly frame: () => HTMLIFrameElement | null;
  /** Runs it once more, for the display that is open. */
  readonly run: () => Promise<void>;
  /** Resolves when an error with this code as its cause was reported. */
  readonly reported: (code: string) => Promise<PluginError>;
  /** Ends everything. */
  readonly close: () => void;
}

/** Runs a sandboxed plugin on a text with two spans. */
export async function sandboxSetup(parts: SandboxParts): Promise<SandboxSetup> {
  const {runtime: options, result = SPANS, ...source} = parts;
  const session = createSession(result);
  const modals: ModalRequest[] = [];
  session.modals$.subscribe((modal) => modals.push(modal));
  const parent = document.createElement('div');
  document.body.append(parent);
  const runtime = new PluginRuntime(session, {
    frameParent: () => parent,
    ...PATIENT,
    ...options,
  });
  const errors: PluginError[] = [];
  runtime.errors$.subscribe((error) => errors.push(error));
  runtime.setSources([{id: 'guest', sandbox: true, ...source}]);
  const run = async (): Promise<void> => {
    if (session.scope) await runtime.run(session.scope);
  };
  await run();
  return {
    session,
    runtime,
    errors,
    modals,
    run,
    frame: () => parent.querySelector('iframe'),
    reported: (code) => reported(runtime, errors, code),
    close: () => {
      session.close();
      runtime.close();
      parent.remove();
    },
  };
}

function reported(
  runtime: PluginRuntime,
  errors: readonly PluginError[],
  code: string,
): Promise<PluginError> {
  const hasCode = ({cause}: PluginError): boolean =>
    (cause as {code?: unknown} | null)?.code === code;
  const known = errors.find(hasCode);
  if (known) return Promise.resolve(known);
  return new Promise((resolve) => {
    const subscription = runtime.errors$.subscribe((error) => {
      if (!hasCode(error)) return;
      subscription.unsubscribe();
      resolve(error);
    });
  });
}

/** Returns a session that shows a text with results. */
export function createSession(
  result: readonly object[] = SPANS,
): LabelingSession {
  const parsed = parseLabelConfig(CONFIG);
  if (!parsed.ok) throw new Error('The config is broken.');
  const session = new LabelingSession({
    user: {id: 1, firstName: 'Ada'},
    project: {id: 5},
  });
  session.setConfig(parsed.value);
  session.setTask({
    id: 7,
    data: {text: 'Hello world'},
    annotations: [
      {id: 12, result: []},
      {id: 11, result: result as never},
    ],
  });
  return session;
}

function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly ConfigNode[] = [],
): ConfigNode {
  return {tag: name, attributes, children, text: ''};
}
