import type {MediaFailure} from './find-media-failure.js';

/** Every word that players show or say, whatever they play. */
export const mediaStrings = {
  tools: (name: string) => `Player ${name}`,
  play: 'Play',
  pause: 'Pause',
  playSpan: 'Play the selected region',
  back: 'Back',
  forward: 'Forward',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Show all of it',
  speed: 'Playback speed',
  speedValue: (rate: number) => `${String(rate)}×`,
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  time: (time: string, duration: string) => `${time} / ${duration}`,
  loading: 'Loading…',
  loadingPart: (percent: number) => `Loading… ${String(percent)}%`,
  loadingWhole:
    'Loading all of it, for its server cannot send parts; that may take a while…',
  failure: ({reason, status, contentType}: MediaFailure) => {
    switch (reason) {
      case 'status':
        return `Its server answered ${String(status)}. Check the address, and whether you are logged in there.`;
      case 'kind':
        return `There is something else at its address (${String(contentType)}). Check the address, and whether you are logged in there.`;
      case 'format':
        return 'This browser cannot play its format. Give it as MP4 (H.264, AAC) or WebM, or a sound as MP3 or WAV.';
      case 'unreachable':
        return 'Its server did not answer, or does not let this page read it. Check the connection and its CORS headers.';
      default:
        return reason satisfies never;
    }
  },
  refused: 'This is not shown: its address is of a kind that is not safe.',
} as const;
