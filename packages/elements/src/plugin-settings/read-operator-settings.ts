import {
  readParameters,
  readParameterValues,
  toPointer,
  withoutSecrets,
} from '@ls-annotation/operators';
import type {BaseParameter} from '@ls-annotation/operators';
import {PluginManifestError} from '@ls-annotation/plugins';
import type {ReadSettings} from '@ls-annotation/plugins';

/**
 * Reads settings of plugins as parameters of operators.
 *
 * @throws `PluginManifestError` when they cannot be read.
 */
export const readOperatorSettings: ReadSettings = (settings) => {
  const parameters = settingParameters(settings);
  return {
    defaults: () =>
      Object.fromEntries(
        parameters.flatMap(({name, default: value}) =>
          value === undefined || value === null ? [] : [[name, value] as const],
        ),
      ),
    read: (values) => readParameterValues(parameters, values),
    withoutSecrets: (values) => withoutSecrets(parameters, values),
  };
};

/** Returns settings as parameters of a form. */
export function settingParameters(
  settings: Parameters<ReadSettings>[0],
): readonly BaseParameter[] {
  const read = readParameters(settings);
  if (read.ok) return read.value;
  const [issue] = read.issues;
  const index = settings.findIndex(({name}) => toPointer(name) === issue?.path);
  const field = index === -1 ? 'settings' : `settings/${index}`;
  throw new PluginManifestError(field, issue?.message ?? '');
}
