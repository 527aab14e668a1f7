import {parsedLabelConfig} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';
import type {Project} from '../session/session-options.js';

/**
 * What plugins see as `DM`: the part of Label Studio's data manager that they
 * use.
 */
export class DataManager {
  readonly #context: SessionContext;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /**
   * The project as Label Studio's project API has it, with `label_config` and
   * `parsed_label_config` filled in from the config; `undefined` when the page
   * does not say.
   */
  get project(): Project | undefined {
    const {project: source, config, configXml} = this.#context;
    if (!source) return undefined;
    return Object.freeze({
      label_config: configXml,
      parsed_label_config: config ? parsedLabelConfig(config) : {},
      ...source,
    });
  }
}
