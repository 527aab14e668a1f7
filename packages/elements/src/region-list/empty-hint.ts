import type {LabelConfig} from '@ls-annotation/core';

/** What to do on an object, by its lower-case type. */
const GESTURES: Readonly<Record<string, string>> = {
  text: 'select text',
  hypertext: 'select text',
  paragraphs: 'select text',
  image: 'draw on the image',
  audio: 'drag over the sound',
  audioplus: 'drag over the sound',
  video: 'draw on the video',
  timeseries: 'drag over the chart',
};

/** Returns how a person makes the first region with a config. */
export function emptyHint(config: LabelConfig | null): string {
  const gestures = new Set(
    config?.objects.flatMap(({type}) => GESTURES[type] ?? []),
  );
  const hasLabels = config?.controls.some(
    ({definition}) => definition.labeling,
  );
  const how = [...gestures].join(' or ') || 'mark a part of what is shown';
  const words = hasLabels ? `choose a label, then ${how}.` : `${how}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
