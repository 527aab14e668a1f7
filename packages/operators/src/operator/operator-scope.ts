/**
 * What an operator can be applied to, in LightlyStudio's words. `root` is the
 * collection as a whole and fits everywhere.
 */
export const OperatorScope = {
  root: 'root',
  image: 'image',
  videoFrame: 'video_frame',
  video: 'video',
  annotation: 'annotation',
  group: 'group',
  caption: 'caption',
} as const;

/** See the constants of the same name. */
export type OperatorScope = (typeof OperatorScope)[keyof typeof OperatorScope];

const WORDS: Readonly<Record<string, string>> = {
  root: 'a collection',
  image: 'an image',
  video_frame: 'a video frame',
  video: 'a video',
  annotation: 'an open annotation',
  group: 'a group',
  caption: 'a caption',
};

/** Returns a scope as people say it, with its article: `a video frame`. */
export function scopeText(scope: string): string {
  return WORDS[scope] ?? scope;
}
