import {parseLabelConfig} from '@ls-annotation/core';
import {readConfigXml} from '@ls-annotation/elements';

import {stretchAt} from './problem.js';
import type {Problem} from './problem.js';
import {placeOfTag} from './xml-place.js';

/** Returns what is wrong with a labeling config, each at its place. */
export function configProblems(xml: string): readonly Problem[] {
  const node = readConfigXml(xml);
  if (!node.ok) {
    // The reader leaves space before the config out.
    const skipped = xml.slice(0, xml.length - xml.trimStart().length);
    const lines = skipped.split('\n');
    return node.issues.map(({line, column, message}) => {
      const isFirst = line <= 1;
      const indent = isFirst ? (lines.at(-1)?.length ?? 0) : 0;
      const at = stretchAt(xml, line + lines.length - 1, column + indent);
      return {...at, severity: 'error', message};
    });
  }
  const config = parseLabelConfig(node.value);
  const issues = config.ok ? config.warnings : config.issues;
  return issues.map(({path, attribute, severity, message}) => ({
    ...(placeOfTag(xml, path, attribute) ?? stretchAt(xml, 1, 1)),
    severity,
    message,
  }));
}
