import {LsError, readable} from '@ls-annotation/core';

import {PluginDefinitionError, PluginModuleError} from '../errors.js';
import type {PluginDefinition} from '../plugin-definition.js';
import {isPluginDefinition} from '../plugin-definition.js';
import {resolveUrl} from '../load/resolve-url.js';
import {watchGlobals} from '../reclaim/globals-watch.js';
import type {PluginDisplay} from '../runtime/plugin-display.js';
import type {PluginEnvironment} from '../runtime/plugin-environment.js';
import type {NamedSource, PreparedPlugin} from '../runtime/plugin-runner.js';
import {errorPosition} from '../script/error-position.js';

import {checkManifest} from './check-manifest.js';
import {importInline, importModule} from './import-module.js';

/**
 * Prepares a module plugin: imported once, activated on every display.
 */
export async function prepareModule(
  source: NamedSource,
  environment: PluginEnvironment,
): Promise<PreparedPlugin> {
  const url =
    source.src === undefined
      ? ''
      : resolveUrl(source.src, environment.allowedOrigins);
  const definition =
    source.definition ?? (await importDefinition(source, url, environment));
  checkManifest(definition);
  const sourceUrl = url || (source.code === undefined ? '' : nameOf(source));
  return {
    sourceUrl,
    definition,
    globals: {
      ...watchGlobals(
        source.code ?? String(Reflect.get(definition, 'activate')),
      ),
      isOpen: true,
    },
    goesOn: sourceUrl !== '',
    start: (display) => activate(definition, display),
    locate: (error) => (sourceUrl ? errorPosition(error, sourceUrl, '') : null),
  };
}

async function importDefinition(
  source: NamedSource,
  url: string,
  environment: PluginEnvironment,
): Promise<PluginDefinition> {
  const options = {
    integrity: source.integrity ?? '',
    nonce: source.nonce ?? environment.nonce,
  };
  const importing =
    source.code === undefined
      ? importModule(url, options)
      : importInline(named(source), options);
  const exports = await importing.catch((error: unknown) => {
    throw withPlace(error, url || nameOf(source));
  });
  const definition = exports.default;
  if (!isPluginDefinition(definition)) throw new PluginDefinitionError();
  return definition;
}

/** Says where in the module its own code threw, when it did. */
function withPlace(thrown: unknown, sourceUrl: string): unknown {
  const error = readable(thrown);
  if (!(error instanceof Error) || error instanceof LsError) return error;
  const position = errorPosition(error, sourceUrl, '');
  return position ? new PluginModuleError(error, position) : error;
}

/** Name of inline source in stacks. */
function nameOf({id}: NamedSource): string {
  return `ls-plugin-${id.replace(/\s/g, '%20')}.js`;
}

function named(source: NamedSource): string {
  return `${source.code ?? ''}\n//# sourceURL=${nameOf(source)}`;
}

async function activate(
  definition: PluginDefinition,
  display: PluginDisplay,
): Promise<void> {
  const disposer = await definition.activate(display.context(definition));
  if (typeof disposer === 'function') display.addDisposer(disposer);
}
