/** What a video for a test is like. */
export interface WebmOptions {
  /**
   * Frames a second.
   * @defaultValue 10
   */
  readonly framerate?: number;
  /**
   * Number of frames.
   * @defaultValue 30
   */
  readonly frames?: number;
  /**
   * Image pixels.
   * @defaultValue 160
   */
  readonly width?: number;
  /**
   * Image pixels.
   * @defaultValue 120
   */
  readonly height?: number;
}

/** Ids of the elements of a WebM file that a short one needs. */
const ID = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
} as const;

const MS_IN_NS = 1_000_000;
const known = new Map<string, Promise<string>>();

/**
 * Returns the address of a video in which every frame is gray by its number.
 * Every frame is a key frame. For tests.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9559 | RFC 9559}
 */
export function webmAddress(options: WebmOptions = {}): Promise<string> {
  const key = JSON.stringify(options);
  const address = known.get(key) ?? makeAddress(options);
  known.set(key, address);
  return address;
}

async function makeAddress(options: WebmOptions): Promise<string> {
  const {framerate = 10, frames = 30, width = 160, height = 120} = options;
  const chunks = await encode(frames, {framerate, width, height});
  const bytes = new Uint8Array(
    [
      element(ID.header, [
        text(ID.docType, 'webm'),
        number(ID.docTypeVersion, 2),
        number(ID.docTypeReadVersion, 2),
      ]),
      element(ID.segment, [
        element(ID.info, [
          number(ID.timestampScale, MS_IN_NS),
          float(ID.duration, (frames / framerate) * 1000),
          text(ID.muxingApp, 'test'),
          text(ID.writingApp, 'test'),
        ]),
        element(ID.tracks, [
          element(ID.trackEntry, [
            number(ID.trackNumber, 1),
            number(ID.trackUid, 1),
            number(ID.trackType, 1),
            text(ID.codecId, 'V_VP8'),
            element(ID.video, [
              number(ID.pixelWidth, width),
              number(ID.pixelHeight, height),
            ]),
          ]),
        ]),
        element(ID.cluster, [
          number(ID.timestamp, 0),
          ...chunks.map((chunk, index) =>
            block(Math.round((index / framerate) * 1000), chunk),
          ),
        ]),
      ]),
    ].flat(),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:video/webm;base64,${btoa(binary)}`;
}

async function encode(
  count: number,
  size: {framerate: number; width: number; height: number},
): Promise<readonly Uint8Array[]> {
  const {framerate, width, height} = size;
  const chunks: Uint8Array[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      chunks.push(bytes);
    },
    error: (cause) => {
      throw cause;
    },
  });
  encoder.configure({codec: 'vp8', width, height, framerate});
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let index = 0; index < count; index += 1) {
    if (context) {
      const gray = Math.round((index / count) * 255);
      context.fillStyle = `rgb(${String(gray)} ${String(gray)} ${String(gray)})`;
      context.fillRect(0, 0, width, height);
    }
    const timestamp = Math.round((index / framerate) * 1e6);
    const frame = new VideoFrame(canvas, {timestamp});
    encoder.encode(frame, {keyFrame: true});
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  return chunks;
}

function element(id: number, parts: readonly (readonly number[])[]): number[] {
  const content = parts.flat();
  return [...idBytes(id), ...sizeBytes(content.length), ...content];
}

function number(id: number, value: number): number[] {
  return element(id, [bigEndian(value, 4)]);
}

function float(id: number, value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return element(id, [[...new Uint8Array(view.buffer)]]);
}

function text(id: number, value: string): number[] {
  return element(id, [[...new TextEncoder().encode(value)]]);
}

function block(timeMs: number, data: Uint8Array): number[] {
  const keyFrame = 0x80;
  const head = [0x81, ...bigEndian(timeMs, 2), keyFrame];
  return element(ID.simpleBlock, [head, [...data]]);
}

function idBytes(id: number): number[] {
  const length = id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1;
  return bigEndian(id, length);
}

/** Four bytes, of which the first bits say that there are four. */
function sizeBytes(size: number): number[] {
  return bigEndian(size + 0x10000000, 4);
}

function bigEndian(value: number, length: number): number[] {
  return Array.from(
    {length},
    (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256,
  );
}
