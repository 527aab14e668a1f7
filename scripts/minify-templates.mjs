/**
 * Takes out of the templates of `lit` what only their authors read: comments
 * and white space of CSS, and the indentation of markup. Line breaks that go
 * come back behind the template, so that source maps stay true.
 */

const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/.source;
const SPACE = new RegExp(`${STRINGS}|(?:\\s|/\\*[^]*?\\*/)+`, 'g');
const MARK = new RegExp(`${STRINGS}| ?([{},;]) ?|: `, 'g');
const LAST = new RegExp(`${STRINGS}|;}`, 'g');

/** White space counts in these, and none of it is ours to change. */
const VERBATIM = /<(?:pre|script|style|textarea)\b/i;

const MINIFIERS = {css: minifyCss, html: minifyMarkup, svg: minifyMarkup};

/** Stands for what is put into a template: no source has it. */
const HOLE = '\0';

/** A rollup plugin; for code without types. */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code) {
      if (!/\b(?:css|html|svg)`/.test(code)) return null;
      const edits = templatesIn(this.parse(code)).flatMap(minified);
      edits.sort((a, b) => b.start - a.start);
      let text = code;
      for (const {start, end, put} of edits) {
        text = text.slice(0, start) + put + text.slice(end);
      }
      return {code: text, map: null};
    },
  };
}

function templatesIn(node) {
  if (Array.isArray(node)) return node.flatMap(templatesIn);
  if (typeof node?.type !== 'string') return [];
  const {type, tag} = node;
  const isOurs =
    type === 'TaggedTemplateExpression' && Object.hasOwn(MINIFIERS, tag.name);
  return [
    ...(isOurs ? [node] : []),
    ...Object.values(node).flatMap(templatesIn),
  ];
}

function minified({tag, quasi, end}) {
  const {quasis} = quasi;
  const before = quasis.map(({value}) => value.raw).join(HOLE);
  const after = MINIFIERS[tag.name](before);
  const parts = after.split(HOLE);
  return [
    ...quasis.map(({start, end}, index) => ({start, end, put: parts[index]})),
    {start: end, end, put: '\n'.repeat(lines(before) - lines(after))},
  ];
}

function minifyCss(text) {
  const isString = (found) => /^["']/.test(found);
  return text
    .replace(SPACE, (found) => (isString(found) ? found : ' '))
    .replace(MARK, (found, mark) => (isString(found) ? found : (mark ?? ':')))
    .replace(LAST, (found) => (isString(found) ? found : '}'))
    .trim();
}

/** Between words and elements, any white space is as good as one space. */
function minifyMarkup(text) {
  return VERBATIM.test(text) ? text : text.replace(/[ \t]*\n[ \t]*/g, '\n');
}

function lines(text) {
  return text.split('\n').length;
}
