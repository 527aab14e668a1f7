import type {VideoShape} from '@ls-annotation/core';

/** Every word that the video surface shows or says, beside those of players. */
export const videoStrings = {
  stage: (name: string) => `Video ${name}`,
  stageHint:
    'Space plays and stops. Comma and full stop go a frame back and forth, ' +
    'and so do the arrow keys while no box is selected. Enter draws with the ' +
    'chosen label. Arrows move the selected box, alt and arrows resize it. ' +
    'Shift and K makes a key frame or takes it out, shift and L has the box ' +
    'end here or go on. Alt and full stop goes to the next region.',
  timeline: (name: string) => `Frames of ${name}`,
  timelineHint: 'Space plays and stops.',
  frames: (frame: number, length: number, time: string) =>
    `Frame ${String(frame)} of ${String(length)}, ${time}`,
  list: 'Regions of the video',
  frame: 'Frame',
  ofFrames: (length: number) => `/ ${String(length)}`,
  back: 'One frame back',
  forward: 'One frame forward',
  keyBack: 'Previous key frame',
  keyForward: 'Next key frame',
  keyAdd: 'Add a key frame here',
  keyRemove: 'Remove the key frame here',
  end: 'End the box after this frame',
  goOn: 'Have the box go on from this frame',
  keyTools: 'Key frames of the selected region',
  empty: 'There is no video in this task.',
  failed: 'The video could not be loaded.',
  dragHere: 'Drag here to label frames',
  unlabeled: 'Region',
  readonly: 'not editable',
  created: (name: string) => `Added: ${name}`,
  selectedNone: 'Nothing selected',
  place: ({x, y, width, height}: VideoShape) =>
    `${percent(x)} from left, ${percent(y)} from top, ` +
    `${percent(width)} wide, ${percent(height)} high`,
  notHere: 'not on this frame',
  range: (from: number, to: number) =>
    from === to
      ? `frame ${String(from)}`
      : `frames ${String(from)} to ${String(to)}`,
  untilEnd: (from: number) => `from frame ${String(from)}`,
  keyAdded: 'Key frame added',
  keyRemoved: 'Key frame removed',
  ended: 'The box ends here',
  wentOn: 'The box goes on from here',
} as const;

function percent(value: number): string {
  return `${String(Math.round(value))}%`;
}
