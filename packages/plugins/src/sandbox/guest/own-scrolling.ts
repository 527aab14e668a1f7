type Scroll = (options?: ScrollIntoViewOptions) => void;

/** Options of newer browsers, which say how far a scroll may go. */
interface ContainedOptions extends ScrollIntoViewOptions {
  readonly container: 'nearest';
}

/**
 * Has `scrollIntoView` scroll what is inside the plugin's document and leave
 * the page alone, unless the person has just pressed something in there.
 *
 * The page puts itself back whatever a plugin does. A plugin that only scrolls
 * a list of its own is to do so without a word of that.
 */
export function keepScrollingInside(): void {
  const {prototype} = Element;
  const original: Scroll = Reflect.get(prototype, 'scrollIntoView');
  Object.defineProperty(prototype, 'scrollIntoView', {
    value: function scrollIntoView(
      this: Element,
      options?: boolean | ScrollIntoViewOptions,
    ): void {
      const wanted =
        typeof options === 'object' ? options : startOrEnd(options);
      if (navigator.userActivation.isActive) original.call(this, wanted);
      else scrollInside(this, wanted, original);
    },
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function startOrEnd(isStart = true): ScrollIntoViewOptions {
  return {block: isStart ? 'start' : 'end', inline: 'nearest'};
}

/** Scrolls one box after the other, from the inside to the window. */
function scrollInside(
  element: Element,
  options: ScrollIntoViewOptions,
  scroll: Scroll,
): void {
  scroll.call(element, contained(options));
  const {behavior = 'auto'} = options;
  let box = element.parentElement;
  for (; box && box !== document.documentElement; box = box.parentElement) {
    if (!isScroller(box)) continue;
    const nearest = {behavior, block: 'nearest', inline: 'nearest'} as const;
    scroll.call(box, contained(nearest));
  }
}

function contained(options: ScrollIntoViewOptions): ContainedOptions {
  return {...options, container: 'nearest'};
}

function isScroller(element: Element): boolean {
  const {overflowX, overflowY} = getComputedStyle(element);
  return [overflowX, overflowY].some((value) =>
    /auto|scroll|hidden/.test(value),
  );
}
