/** What the host shows in the place of a tag that it cannot show. */
const NOTICE = 'ls-annotation-host .lsf-notice__tag';

/** Returns the tags of the config that the host cannot show. */
export function unsupportedTags(): readonly string[] {
  const notices = [...document.querySelectorAll(NOTICE)];
  return [...new Set(notices.map(({textContent}) => textContent))];
}
