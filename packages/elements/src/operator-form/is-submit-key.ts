/**
 * Tells whether a key submits a form: Enter in a line, as in forms of the
 * page, or Ctrl or Cmd with Enter anywhere.
 */
export function isSubmitKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type !== 'file';
}
