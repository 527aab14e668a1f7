import {parseLabelConfig} from '@ls-annotation/core';
import type {LabelConfig, ParseLabelConfigOptions} from '@ls-annotation/core';

import {configNodeFromXml} from './config-node-from-xml.js';

/**
 * Returns the labeling config that an XML text says.
 *
 * @throws Error when it cannot be shown, with every problem.
 */
export function labelConfigFromXml(
  xml: string,
  options: ParseLabelConfigOptions = {},
): LabelConfig {
  const parsed = parseLabelConfig(configNodeFromXml(xml), options);
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.issues.map(({message}) => message).join('\n'));
}
