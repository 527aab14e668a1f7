import type {ConfigNode, Parsed} from '@ls-annotation/core';
import {trusted} from '@ls-annotation/plugins';

import type {XmlIssue} from './xml-issue.js';

/**
 * Reads the XML of a labeling config into plain data.
 *
 * Uses the browser's parser and loads nothing. Comments and processing
 * instructions are left out, wherever they stand. What is not well-formed is
 * returned as one issue that says where it is and how to mend it.
 *
 * @param xml - Label Studio XML, with or without space around it.
 */
export function readConfigXml(xml: string): Parsed<ConfigNode, XmlIssue> {
  const source = xml.trim();
  if (source === '') return fail(emptyIssue());
  const document = parse(source);
  const error = errorIn(document);
  if (error) return fail(brokenIssue(source, error.textContent));
  return {ok: true, value: toNode(document.documentElement), warnings: []};
}

function parse(xml: string): XMLDocument {
  const trustedXml = trusted().createHTML(xml);
  return new DOMParser().parseFromString(trustedXml, 'application/xml');
}

function errorIn(document: XMLDocument): Element | undefined {
  return document.getElementsByTagName('parsererror')[0];
}

function isWellFormed(xml: string): boolean {
  return errorIn(parse(xml)) === undefined;
}

function toNode(element: Element): ConfigNode {
  return {
    tag: element.tagName,
    attributes: Object.fromEntries(
      [...element.attributes].map(({name, value}) => [name, value]),
    ),
    children: [...element.children].map(toNode),
    text: [...element.childNodes].filter(isCharacterData).map(toText).join(''),
    markup: element.innerHTML,
  };
}

function isCharacterData(node: Node): boolean {
  return (
    node.nodeType === Node.TEXT_NODE ||
    node.nodeType === Node.CDATA_SECTION_NODE
  );
}

function toText(node: Node): string {
  return node.textContent ?? '';
}

function fail(issue: XmlIssue): Parsed<ConfigNode, XmlIssue> {
  return {ok: false, issues: [issue]};
}

function emptyIssue(): XmlIssue {
  return {
    code: 'config/xml-empty',
    path: '',
    line: 0,
    column: 0,
    severity: 'error',
    message:
      'The labeling config is empty. Give it a <View> with an object tag, ' +
      'such as <Text name="text" value="$text"/>.',
  };
}

function brokenIssue(source: string, report: string): XmlIssue {
  const {line, column} = placeOf(report);
  const reason = reasonOf(report);
  const where =
    line > 0 ? ` at line ${String(line)}, column ${String(column)}` : '';
  return {
    code: 'config/xml-broken',
    path: '',
    line,
    column,
    severity: 'error',
    message:
      `The labeling config is not well-formed XML${where}: ${reason}. ` +
      remedyFor(source, reason),
  };
}

/** Browsers report as `error on line 3 at column 5` or `Line Number 3, …`. */
function placeOf(report: string): {line: number; column: number} {
  const line = /line(?: number)?\s+(\d+)/i.exec(report)?.[1];
  const column = /column\s+(\d+)/i.exec(report)?.[1];
  return {line: Number(line ?? 0), column: Number(column ?? 0)};
}

function reasonOf(report: string): string {
  const said =
    /column\s+\d+\s*:?\s*([^\n]+)/i.exec(report)?.[1] ??
    /error:?\s*([^\n]+)/i.exec(report)?.[1] ??
    report;
  const [first = ''] = said.split('Below is a rendering');
  return first.trim().replace(/\.$/, '') || 'the browser gives no reason';
}

function remedyFor(source: string, reason: string): string {
  if (/mismatch/i.test(reason)) {
    return 'Close every tag with its own name, in reverse order of opening.';
  }
  if (/entity|EntityRef|&/i.test(reason)) {
    return 'Write "&" as "&amp;" and characters such as "&nbsp;" directly.';
  }
  if (source.startsWith('<') && isWellFormed(`<View>${source}</View>`)) {
    return 'Put everything into one outermost <View>.';
  }
  if (/redefined|duplicate attribute/i.test(reason)) {
    return 'Give each attribute of a tag once.';
  }
  if (/AttValue|attribute/i.test(reason)) {
    return 'Put attribute values in quotes; write "<" in them as "&lt;".';
  }
  if (!source.startsWith('<')) return 'A config starts with a tag: <View>.';
  return 'Close every tag and put every attribute value in quotes.';
}
