import {ContextProvider} from '@lit/context';
import type {Context} from '@lit/context';

import type {Task} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession, LSI} from '@ls-annotation/lsi';
import type {OperatorRegistry} from '@ls-annotation/operators';
import type {PluginContext, PluginRuntime} from '@ls-annotation/plugins';

import {
  annotationContext,
  eventsContext,
  hostContext,
  lsiContext,
  operatorsContext,
  pluginContext,
  taskContext,
} from '../contexts.js';

import type {AnnotationHostElement} from './annotation-host.js';

/** What the contexts of a host are made of. */
export interface HostContextsOptions {
  /** The host. */
  readonly host: AnnotationHostElement;
  /** Its session. */
  readonly session: LabelingSession;
  /** Its operators. */
  readonly operators: OperatorRegistry;
  /** Its plugins. */
  readonly runtime: PluginRuntime;
}

/** Name that elements which are plugins are reported under. */
const ELEMENT_PLUGIN = 'element';

type Provider<T> = ContextProvider<Context<unknown, T>, AnnotationHostElement>;

/** Answers the context requests of everything inside a host. */
export class HostContexts {
  readonly #options: HostContextsOptions;
  readonly #lsi: Provider<LSI>;
  readonly #task: Provider<Task | null>;
  readonly #annotation: Provider<AnnotationScope | null>;
  readonly #plugin: Provider<PluginContext | null>;

  constructor(options: HostContextsOptions) {
    const {host, session, operators} = options;
    this.#options = options;
    provide(host, hostContext, host);
    provide(host, eventsContext, session.events);
    provide(host, operatorsContext, operators);
    this.#lsi = provide(host, lsiContext, session.lsi);
    this.#task = provide(host, taskContext, null);
    this.#annotation = provide(host, annotationContext, null);
    this.#plugin = provide(host, pluginContext, null);
  }

  /** Tells everyone of another display, or that there is none. */
  setDisplay(scope: AnnotationScope | null): void {
    const {session, runtime} = this.#options;
    const plugin = scope && runtime.contextFor(scope, ELEMENT_PLUGIN);
    this.#lsi.setValue(session.lsi);
    this.#task.setValue(session.store.state.task);
    this.#plugin.setValue(plugin);
    this.#annotation.setValue(scope);
  }
}

function provide<T>(
  host: AnnotationHostElement,
  context: Context<unknown, T>,
  initialValue: T,
): Provider<T> {
  return new ContextProvider(host, {context, initialValue});
}
