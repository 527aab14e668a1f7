import type {AnnotationHostElement} from '@ls-annotation/elements';
import {AnnotationView, RegionView} from '@ls-annotation/lsi';
import {decodeValue, encodeValue} from '@ls-annotation/plugins';
import type {EncodedValue, Reference} from '@ls-annotation/plugins';

/** Returns the arguments of an event as JSON. */
export function encodeArguments(
  args: readonly unknown[],
  host: AnnotationHostElement,
): readonly EncodedValue[] {
  return args.map((arg) => encodeValue(arg, (value) => refer(value, host)));
}

/** Returns arguments with what is there now for what they stand for. */
export function decodeArguments(
  args: readonly EncodedValue[],
  host: AnnotationHostElement,
): readonly unknown[] {
  return args.map((arg) =>
    decodeValue(arg, (reference) => resolve(reference, host)),
  );
}

function refer(value: object, host: AnnotationHostElement): Reference | null {
  if (value === host.htx) return ['root'];
  if (value instanceof AnnotationView) return ['annotation', value.id];
  if (value instanceof RegionView) {
    return ['region', value.annotation.id, value.cleanId];
  }
  return null;
}

function resolve(reference: Reference, host: AnnotationHostElement): unknown {
  const [kind, annotationId, regionId] = reference;
  if (kind === 'root') return host.htx;
  const {annotations, predictions} = host.htx.annotationStore;
  const annotation = [...annotations, ...predictions].find(
    ({id}) => id === annotationId,
  );
  if (kind === 'annotation' || !annotation) return annotation;
  return annotation.areas.get(regionId);
}
