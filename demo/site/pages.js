/** Every page of the demo, in the order of the menu. */
export const PAGES = [
  {
    href: 'named-entities.html',
    title: 'Named entities',
    text: 'Spans on real prose, with a plugin that refuses overlaps and operators that label by rules.',
  },
  {
    href: 'boxes.html',
    title: 'Boxes',
    text: 'Boxes on a photograph: draw, move, resize and rotate, by pointer or by keyboard.',
  },
  {
    href: 'video.html',
    title: 'Video',
    text: 'Boxes that go from key frame to key frame, and labelled frames, on one timeline.',
  },
  {
    href: 'time-series.html',
    title: 'Time series',
    text: 'Spans and moments on the plots of three sensors, read from a CSV and written in its times.',
  },
  {
    href: 'sound.html',
    title: 'Sound',
    text: 'Regions of a recording on its wave, by ear and by eye, with a note for each.',
  },
  {
    href: 'documents.html',
    title: 'Documents',
    text: 'Markup and dialogues, labelled across elements and paragraphs, with relations.',
  },
  {
    href: 'form.html',
    title: 'Form',
    text: 'Choices, text, rating and number with rules, and a Label Studio plugin that counts words.',
  },
  {
    href: 'two-hosts.html',
    title: 'Two hosts',
    text: 'Two annotation hosts on one page that leave each other alone.',
  },
  {
    href: 'module-plugin.html',
    title: 'Module plugin',
    text: 'A plugin with badges, checks that block a save, a panel, a hotkey and settings.',
  },
  {
    href: 'plugin-panel.html',
    title: 'Plugin playground',
    text: 'Write a plugin and try it at once: events, console, changes, receipts and cost beside it.',
  },
  {
    href: 'element-plugin.html',
    title: 'Element plugin',
    text: 'A plugin that is nothing but a custom element, put into a slot.',
  },
  {
    href: 'sandbox.html',
    title: 'Sandbox',
    text: 'A plugin of strangers: it reads, refuses and shows a panel, and can do nothing else.',
  },
  {
    href: 'operators.html',
    title: 'Operators',
    text: 'Register a function, get a dialog: typed parameters, checks, one undo step.',
  },
  {
    href: 'parameters.html',
    title: 'Parameters',
    text: 'A field of every type that an operator may ask for, with conditions and choices that are asked for.',
  },
  {
    href: 'operator-server.html',
    title: 'Operator server',
    text: 'An operator on a server that takes seconds, with progress, log and a cancel that stops it.',
  },
  {
    href: 'object-detection.html',
    title: 'Object detection',
    text: 'An operator that runs an ONNX model in the browser and draws boxes with scores.',
  },
  {
    href: 'label-studio.html',
    title: 'Label Studio',
    text: 'A page written for Label Studio’s frontend package, with nothing but its import changed.',
  },
  {
    href: 'components.html',
    title: 'Components',
    text: 'Every element in every state, with its tokens, parts, slots and events.',
  },
];
