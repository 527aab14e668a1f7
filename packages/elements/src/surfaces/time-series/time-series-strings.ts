import {mediaStrings} from '../media/media-strings.js';

/** Every word that a time series shows or says, beside those of players. */
export const timeSeriesStrings = {
  stage: (name: string) => `Time series ${name}`,
  tools: (name: string) => `Tools of the time series ${name}`,
  hint:
    'Shift and Enter labels the moment where one is. With ctrl, the wheel ' +
    'zooms.',
  hintPlay: 'Space plays and stops.',
  list: 'Regions of the series',
  loading: 'Loading…',
  empty: 'There is no series in this task.',
  failed: (cause: unknown) =>
    cause instanceof TypeError
      ? `The series could not be loaded. ${mediaStrings.failure({reason: 'unreachable'})}`
      : `The series could not be loaded. ${cause instanceof Error ? cause.message : ''} Check the address, and whether you are logged in there.`,
  noChannels:
    'has no <Channel>. Put one into it for each column to show, for example ' +
    '<Channel column="value"/>.',
  moment: 'Label this moment',
  noLabel: 'Choose a label first, then the moment gets it',
  span: (from: string, to: string, duration: string) =>
    `${from} to ${to}, ${duration} long`,
  at: (time: string) => `at ${time}`,
  chosen: (time: string, duration: string) => `${time}, ${duration}`,
  noColumn: (column: string) => `no column “${column}” in the data`,
  noNumbers: 'no numbers in this column',
} as const;
