import {LabelingSession} from '@ls-annotation/lsi';
import {OperatorRegistry} from '@ls-annotation/operators';
import {PluginRuntime, ScriptElementLoader} from '@ls-annotation/plugins';

import {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {readConfig} from './host-inputs.js';
import {frameParent} from './frame-parent.js';
import {globalsOwner} from './host-wiring.js';

/** What a host is made of, for as long as the element exists. */
export interface HostParts {
  /** Store, events, annotations, save cycle. */
  readonly session: LabelingSession;
  /** Operators. */
  readonly operators: OperatorRegistry;
  /** Plugins. */
  readonly runtime: PluginRuntime;
  /** Loader behind `LSI.import`. */
  readonly scripts: ScriptElementLoader;
  /** Hotkeys. */
  readonly hotkeys: HotkeyRegistry;
}

/** Makes the parts of a host. */
export function createHostParts(host: HTMLElement): HostParts {
  const scripts = new ScriptElementLoader();
  const session = new LabelingSession({scripts});
  const operators = new OperatorRegistry();
  const runtime = new PluginRuntime(session, {
    host,
    operators: {
      register: (operator) => operators.register(operator as never),
    },
    globals: globalsOwner(session),
    frameParent: (source) => frameParent(host, source),
    isInView: (node) =>
      host.querySelector(':scope > .lsf-editor')?.contains(node) === true,
  });
  const hotkeys = new HotkeyRegistry(host);
  session.hotkeys = hotkeys;
  session.readConfig = (xml) => readConfig(xml).config;
  return {session, operators, runtime, scripts, hotkeys};
}
