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

/** Returns a scope as people say it: `video frame`. */
export function scopeText(scope: string): string {
  return scope === OperatorScope.root
    ? 'the whole collection'
    : scope.replaceAll('_', ' ');
}
