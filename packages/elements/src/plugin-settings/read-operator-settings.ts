import {
  pointerParts,
  readParameters,
  readParameterValues,
  withoutSecrets,
} from '@ls-annotation/operators';
import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';
import {PluginManifestError} from '@ls-annotation/plugins';
import type {ReadSettings} from '@ls-annotation/plugins';

/**
 * Reads settings of plugins as parameters of operators.
 *
 * @throws `PluginManifestError` as {@link settingParameters} does.
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

/**
 * Returns settings as parameters of a form.
 *
 * An operator of a server gets a form even where its definition is doubtful.
 * A plugin's author can mend what is doubtful, so it is an error here.
 *
 * @throws `PluginManifestError` when they cannot be read, or not as they are
 *   meant: a default that does not fit, a type or a key nobody understands.
 */
export function settingParameters(
  settings: Parameters<ReadSettings>[0],
): readonly BaseParameter[] {
  const read = readParameters(settings);
  const [issue] = read.ok ? read.warnings : read.issues;
  if (issue) throw manifestError(settings, issue);
  return read.ok ? read.value : [];
}

function manifestError(
  settings: Parameters<ReadSettings>[0],
  {path, message}: ParameterIssue,
): PluginManifestError {
  const [wrong = '', ...within] = pointerParts(path);
  const index = settings.findIndex(({name}) => name === wrong);
  const field = index === -1 ? 'settings' : `settings/${index}`;
  const names = [wrong, ...within].map((name) => `"${name}"`).join(', ');
  return new PluginManifestError(field, `${names}: ${message}`);
}
