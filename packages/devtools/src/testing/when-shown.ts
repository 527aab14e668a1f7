/**
 * Settles when what an element or a shadow root shows is as wanted, however
 * long that takes: the limit is the test's.
 */
export async function whenShown(
  root: Node,
  isShown: () => boolean,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!isShown()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
  });
}
