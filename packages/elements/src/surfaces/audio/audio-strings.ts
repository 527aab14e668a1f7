/** Every word that the audio surface shows or says, beside those of players. */
export const audioStrings = {
  stage: (name: string) => `Audio ${name}`,
  hint: 'Space plays and stops. Shift and Enter plays the selected region.',
  list: 'Regions of the sound',
  back: 'One second back',
  forward: 'One second forward',
  empty: 'There is no sound in this task.',
  failed: 'The sound could not be loaded.',
  flat: 'The sound plays, but its wave cannot be shown: its server does not let this page read it, or its format is not known here.',
  span: (from: string, to: string) => `${from} to ${to}`,
  channel: (number: number) => `channel ${String(number)}`,
} as const;
