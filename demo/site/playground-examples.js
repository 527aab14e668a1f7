/**
 * What the playground begins with: folders in `playground/` with `view.xml`,
 * `data.json` and a plugin, as Label Studio's repository has them, by name.
 */
export const EXAMPLES = {
  'no-empty-note': {
    title: 'A script that refuses an empty note',
    about:
      'Press Submit without a note: the script vetoes the save and says why. The veto is in the log of events.',
    plugin: {src: 'plugin.js'},
  },
  'word-counter': {
    title: 'A script that counts words while you type',
    about:
      'Type in the field: the script puts a count beside it. Go to the next annotation and look at its receipt: what it put into the page was taken back.',
    plugin: {src: 'plugin.js'},
  },
  'module-panel': {
    title: 'A module with a panel of its own',
    about:
      'The module adds a panel beside the labeling interface and a button to the toolbar. Label a word and watch the panel; both go with the display.',
    plugin: {src: 'plugin.mjs', type: 'module'},
  },
  sandboxed: {
    title: 'A plugin in the sandbox',
    about:
      'The same kind of script, in a frame of its own origin: it may refuse a save and show a message, because the page says so, and nothing else. What it logs comes out to the console here.',
    plugin: {src: 'plugin.js', sandbox: true, permissions: 'veto modal'},
  },
  empty: {
    title: 'An empty plugin',
    about:
      'Nothing but a text: write your own. The walk-through in docs/plugin-walkthrough.md begins here.',
  },
};
