/** What a sound for a test is like. */
export interface WavOptions {
  /**
   * Seconds.
   * @defaultValue 2
   */
  readonly duration?: number;
  /**
   * How many channels; each has a tone of its own.
   * @defaultValue 1
   */
  readonly channels?: number;
}

const SAMPLE_RATE = 8000;
const HEADER_BYTES = 44;

/** Returns the address of a sound: tones, uncompressed. For tests. */
export function wavAddress({
  duration = 2,
  channels = 1,
}: WavOptions = {}): string {
  const bytes = new Uint8Array(
    makeWav(Math.round(duration * SAMPLE_RATE), channels),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:audio/wav;base64,${btoa(binary)}`;
}

function makeWav(frames: number, channels: number): ArrayBuffer {
  const dataBytes = frames * channels * 2;
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + dataBytes));
  writeText(view, 0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  writeText(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  writeText(view, 36, 'data');
  view.setUint32(40, dataBytes, true);
  for (let frame = 0; frame < frames; frame += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      const at = HEADER_BYTES + (frame * channels + channel) * 2;
      const tone = 220 * (channel + 1);
      const swell = Math.sin((frame / frames) * Math.PI);
      const wave = Math.sin((frame / SAMPLE_RATE) * tone * 2 * Math.PI);
      view.setInt16(at, Math.round(wave * swell * 16_000), true);
    }
  }
  return view.buffer;
}

function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) {
    view.setUint8(at + index, text.charCodeAt(index));
  }
}
