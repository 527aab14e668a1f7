import {extraSpan, LABELS, regionId, spans, text} from './fixtures.mjs';

const SELECTED = 'selected';

const STYLE = `
  .text { white-space: pre-wrap; }
  ${LABELS.map(
    ({value, color}) =>
      `::highlight(${value}) { background-color: ${color}55; }`,
  ).join('\n')}
  ::highlight(${SELECTED}) { background-color: #0008; color: #fff; }
`;

/**
 * Spans as ranges of one text node in the registry of CSS highlights, one
 * highlight a label. State is a map of plain objects.
 */
export function textControl(root) {
  let count = 0;
  let content = '';
  let fixtures = [];
  let turn = 0;
  let element = null;
  let selected = '';
  let places = new Map();

  function rangeOf({start, end}) {
    const range = new StaticRange({
      startContainer: element.firstChild,
      startOffset: start,
      endContainer: element.firstChild,
      endOffset: end,
    });
    return range;
  }

  function show(shownTurn) {
    turn = shownTurn;
    selected = '';
    CSS.highlights.clear();
    element.textContent = content;
    for (const {value} of LABELS) CSS.highlights.set(value, new Highlight());
    places = new Map();
    for (const span of fixtures[turn]) append(span);
  }

  function append(span) {
    places.set(span.id, span);
    CSS.highlights.get(span.label).add(rangeOf(span));
  }

  function selectId(id) {
    selected = id;
    const highlight = new Highlight(rangeOf(places.get(id)));
    highlight.priority = 1;
    CSS.highlights.set(SELECTED, highlight);
  }

  function onClick({clientX, clientY}) {
    const offset = document.caretPositionFromPoint(clientX, clientY)?.offset;
    for (const {id, start, end} of places.values()) {
      if (offset >= start && offset <= end) selectId(id);
    }
  }

  return {
    root,

    prepare(wantedCount) {
      count = wantedCount;
      content = text(count);
      fixtures = [spans(count, 0), spans(count, 1)];
    },

    mount() {
      const style = document.createElement('style');
      style.textContent = STYLE;
      element = document.createElement('div');
      element.className = 'text';
      element.addEventListener('click', onClick);
      root.append(style, element);
      show(0);
    },

    unmount() {
      CSS.highlights.clear();
      root.replaceChildren();
      element = null;
    },

    display: () => show(0),
    switchTo: show,
    select: (index) => selectId(regionId(turn, index)),
    add: () => append(extraSpan(count)),
    facts: () => ({count: places.size, selected, turn}),
  };
}
