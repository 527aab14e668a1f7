import type {AnnotationScope} from './scope/annotation-scope.js';
import type {LabelingSession} from './session/labeling-session.js';

declare const session: LabelingSession;
declare const scope: AnnotationScope;

session.events.addHandler('entityCreate', (region) => region.labels.join());
session.lsi.on('beforeSaveAnnotation', (store, annotation, {event}) => {
  store.showModal(`${annotation.id}: ${event}`);
});
session.lsi.on('regionMenuItems', (...args) => args.length);
scope.events.on('groundTruth').subscribe(([, annotation, value]) => {
  annotation.setGroundTruth(!value);
});
session.lsi.annotation?.regions.map(({text}) => text);

// @ts-expect-error A region has no such member.
session.events.addHandler('entityCreate', (region) => region.noSuchMember);

// @ts-expect-error The event has one argument.
session.events.addHandler('entityDelete', (region, second) => second);

// @ts-expect-error It may not be invoked without its argument.
void session.events.invoke('entityCreate');

// @ts-expect-error No such kind of message.
session.showModal('text', 'loud');

/** With the DOM's types at hand the signal is the platform's. */
export const platformSignal: AbortSignal = scope.signal;
