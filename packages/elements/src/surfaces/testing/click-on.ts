import {sendMouse} from '@web/test-runner-commands';

/** Clicks the middle of an element with the mouse. For tests. */
export async function clickOn(target: Element): Promise<void> {
  target.scrollIntoView({block: 'nearest'});
  const {left, top, width, height} = target.getBoundingClientRect();
  const position: [number, number] = [
    Math.round(left + width / 2),
    Math.round(top + height / 2),
  ];
  await sendMouse({type: 'click', position});
}
