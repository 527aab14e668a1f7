/** The fixtures in Label Studio's formats, which the host reads as well. */
import {LABELS, PICTURE, regions, text} from './fixtures.mjs';

/** Labeling config of one kind. */
export function configOf(kind) {
  const labels = LABELS.map(
    ({value, color}) => `<Label value="${value}" background="${color}"/>`,
  ).join('');
  return kind === 'text'
    ? `<View><Labels name="label" toName="object">${labels}</Labels>` +
        '<Text name="object" value="$text"/></View>'
    : `<View><RectangleLabels name="label" toName="object">${labels}` +
        '</RectangleLabels><Image name="object" value="$image"/></View>';
}

/**
 * A task with two annotations of `count` regions each. The last is what Label
 * Studio and the host open first: it is the one of turn 0.
 */
export function taskOf(kind, count, taskId = 1) {
  return {
    id: taskId,
    data: kind === 'text' ? {text: text(count)} : {image: PICTURE.url},
    annotations: [1, 0].map((turn) => ({
      id: String(annotationPk(taskId, turn)),
      result: regions(kind, count, turn).map((region) =>
        toResult(kind, region),
      ),
    })),
    predictions: [],
  };
}

/** Primary key of an annotation of a task. */
export function annotationPk(taskId, turn) {
  return taskId * 10 + turn + 1;
}

/** A region as Label Studio's result JSON. */
export function toResult(kind, {id, label, ...place}) {
  return kind === 'text'
    ? {
        id,
        from_name: 'label',
        to_name: 'object',
        type: 'labels',
        origin: 'manual',
        value: {...place, labels: [label]},
      }
    : {
        id,
        from_name: 'label',
        to_name: 'object',
        type: 'rectanglelabels',
        origin: 'manual',
        original_width: PICTURE.width,
        original_height: PICTURE.height,
        image_rotation: 0,
        value: {...place, rotation: 0, rectanglelabels: [label]},
      };
}
