import {LabelingSession} from '@ls-annotation/lsi';
import {OperatorMemory, OperatorRegistry} from '@ls-annotation/operators';
import type {OperatorStorage} from '@ls-annotation/operators';
import {PluginRuntime, ScriptElementLoader} from '@ls-annotation/plugins';

import {PANEL_CLASS} from '../contributions/plugin-panels.js';
import {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';
import {readOperatorSettings} from '../plugin-settings/read-operator-settings.js';

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
  const operators = new OperatorRegistry({
    memory: new OperatorMemory({storage: pageStorage()}),
  });
  const runtime = new PluginRuntime(session, {
    host,
    operators: {
      register: (operator) => operators.register(operator as never),
    },
    globals: globalsOwner(session),
    readSettings: readOperatorSettings,
    frameParent: (source) => frameParent(host, source),
    isInView: (node) => isInView(host, node),
  });
  const hotkeys = new HotkeyRegistry(host);
  session.hotkeys = hotkeys;
  session.readConfig = (xml) => readConfig(xml).config;
  return {session, operators, runtime, scripts, hotkeys};
}

/** What goes with the display: the labeling interface, panels of plugins. */
function isInView(host: Element, node: Node): boolean {
  for (const child of host.children) {
    const {classList} = child;
    const goes =
      classList.contains('lsf-editor') || classList.contains(PANEL_CLASS);
    if (goes && child.contains(node)) return true;
  }
  return false;
}

/**
 * What the page may store. Asked for at each use: where a page may store
 * nothing, already naming it throws.
 */
function pageStorage(): OperatorStorage {
  return {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => {
      localStorage.setItem(key, value);
    },
    removeItem: (key) => {
      localStorage.removeItem(key);
    },
  };
}
