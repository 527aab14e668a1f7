import {EditorView} from '@codemirror/view';

/**
 * Puts what is typed into the place of what is selected.
 *
 * Left to itself the browser gives it the look of what it replaces, as an
 * inline style, and reports that where the page's policy forbids them.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const {data, inputType, isComposing} = event;
    const {from, to, empty} = view.state.selection.main;
    if (inputType !== 'insertText' || isComposing || empty) return false;
    if (data === null) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    const isHandled = handlers.some((handle) =>
      handle(view, from, to, data, insert),
    );
    if (!isHandled) view.dispatch(insert());
    return true;
  },
});
