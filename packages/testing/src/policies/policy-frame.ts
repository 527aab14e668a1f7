/**
 * A page of its own under a content security policy, in a frame of this page;
 * the test removes it.
 *
 * @param policy - what its header says.
 * @param module - absolute path of the module that it runs.
 */
export function policyFrame(policy: string, module: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 900px; block-size: 900px';
  const query = new URLSearchParams({policy, module});
  frame.src = `/policy-page/?${query.toString()}`;
  document.body.append(frame);
  return frame;
}

/** Settles with what a page in a frame tells its parent. */
export async function toldBy<Message>(
  frame: HTMLIFrameElement,
): Promise<Message> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<Message>): void => {
      if (event.source !== frame.contentWindow) return;
      removeEventListener('message', onMessage);
      resolve(event.data);
    };
    addEventListener('message', onMessage);
  });
}

/** Returns what the page in a frame was told that its policy forbids. */
export function violationsIn(frame: HTMLIFrameElement): readonly string[] {
  const page = frame.contentWindow as {lsViolations?: readonly string[]} | null;
  if (!page?.lsViolations) throw new Error('The page has not started.');
  return [...page.lsViolations];
}
