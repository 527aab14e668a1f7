/** What the host shows in the place of a tag that it has something to say of. */
const NOTICE = 'ls-annotation-host .lsf-notice';

/** Returns the tags of the config that the host cannot show. */
export function unsupportedTags(): readonly string[] {
  const notices = [...document.querySelectorAll(NOTICE)].filter(
    ({textContent}) => textContent.includes('not supported'),
  );
  const tags = notices.map(
    (notice) => notice.querySelector('.lsf-notice__tag')?.textContent ?? '',
  );
  return [...new Set(tags)];
}
