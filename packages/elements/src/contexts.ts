import {createContext} from '@lit/context';

import type {Task} from '@ls-annotation/core';
import type {AnnotationScope, FrontendEvents, LSI} from '@ls-annotation/lsi';
import type {OperatorRegistry} from '@ls-annotation/operators';
import type {PluginContext} from '@ls-annotation/plugins';

import type {AnnotationHostElement} from './host/annotation-host.js';

// The keys are registered symbols: a plugin that bundles a copy of this
// package, or writes `Symbol.for(…)` itself, finds the host all the same.

/** `LSI` of the present display; another object with every display. */
export const lsiContext = createContext<LSI>(Symbol.for('@ls-annotation/lsi'));

/** The host element; the same for as long as the consumer stays in it. */
export const hostContext = createContext<AnnotationHostElement>(
  Symbol.for('@ls-annotation/host'),
);

/** The task on display, or `null`. */
export const taskContext = createContext<Task | null>(
  Symbol.for('@ls-annotation/task'),
);

/** The present display of an annotation, with its streams, or `null`. */
export const annotationContext = createContext<AnnotationScope | null>(
  Symbol.for('@ls-annotation/annotation'),
);

/** Frontend events of the host, whatever is on display. */
export const eventsContext = createContext<FrontendEvents>(
  Symbol.for('@ls-annotation/events'),
);

/** Operators of the host. */
export const operatorsContext = createContext<OperatorRegistry>(
  Symbol.for('@ls-annotation/operators'),
);

/**
 * What a module plugin gets, for elements: everything in it ends with the
 * display. `null` while nothing is on display.
 */
export const pluginContext = createContext<PluginContext | null>(
  Symbol.for('@ls-annotation/plugin'),
);
