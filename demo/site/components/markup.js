/** Puts together the HTML of examples, indented as people write it. */
import {dedent} from '../source.js';

/** Labels and a short text, the config of many examples. */
export const SPANS = `
<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#e8590c" />
    <Label value="Place" background="#2f9e44" />
  </Labels>
  <Text name="text" value="$text" />
</View>`;

/** Text of many examples. */
export const TEXT = 'Ada Lovelace met Charles Babbage in London.';

const SPAN_OF = {Person: [0, 12], Place: [36, 42]};

/** Returns a result of {@link SPANS} in Label Studio's JSON. */
export function span(id, label, more = {}) {
  const [start, end] = SPAN_OF[label];
  const text = TEXT.slice(start, end);
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start, end, text, labels: [label]},
    ...more,
  };
}

/** Returns a host with an inline config and an inline task. */
export function host({id, attributes = '', config, task, children = ''}) {
  const open = `<ls-annotation-host id="${id}"${attributes && ` ${attributes}`}>`;
  return [
    open,
    config && script('application/xml', dedent(config)),
    task && script('application/json', json(task)),
    children && indent(dedent(children)),
    '</ls-annotation-host>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Returns a module script. */
export function module(text) {
  return `\n<script type="module">\n${indent(dedent(text))}\n</script>`;
}

/** Returns the lines of a script that make a session without a page. */
export function session({config = SPANS, task, options = ''}) {
  return `import {
  LabelingSession,
  parseLabelConfig,
  readConfigXml,
} from './dist/ls-annotation-host.js';

const xml = \`
${indent(dedent(config))}\`;
const session = new LabelingSession(${options});
session.setConfig(parseLabelConfig(readConfigXml(xml).value).value, xml);
session.setTask(${json(task)});`;
}

/** Returns the first element of some HTML on a dark ground. */
export function onDark(html, style = '') {
  const at = html.indexOf('\n<script');
  const more = style && `; ${style}`;
  return `<div style="color-scheme: dark; background: #16181d; padding: 16px${more}">
${indent(html.slice(0, at))}
</div>${html.slice(at)}`;
}

/** Returns JSON with one result on a line. */
export function json(value, depth = 0) {
  const line = JSON.stringify(value).replace(
    /("(?:[^"\\]|\\.)*")|([,:])/g,
    (_, text, sign) => text ?? `${sign} `,
  );
  if (line.length + depth * 2 <= 64 || value === null) return line;
  if (typeof value !== 'object') return line;
  const pad = '  '.repeat(depth + 1);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = Array.isArray(value) ? '' : `"${key}": `;
    return `${pad}${name}${json(item, depth + 1)}`;
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** Returns text with each line moved in by two spaces. */
export function indent(text) {
  return text.replace(/^(?=.)/gm, '  ');
}

function script(type, text) {
  return indent(`<script type="${type}">\n${indent(text)}\n</script>`);
}
