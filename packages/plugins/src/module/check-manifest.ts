import type {PluginDefinition} from '../plugin-definition.js';
import {PermissionSet} from '../sandbox/permissions.js';

import {HOST_VERSION, isInRange} from './host-range.js';
import {
  PluginHostVersionError,
  PluginManifestError,
} from './manifest-errors.js';

type Fields = Partial<Record<keyof PluginDefinition, unknown>>;

/**
 * Checks the manifest of a plugin, and whether it is made for this host.
 *
 * @throws {@link PluginManifestError} that names the field and what to write;
 *   {@link PluginHostVersionError}.
 */
export function checkManifest(definition: PluginDefinition): void {
  const fields: Fields = definition;
  checkText('id', fields.id);
  for (const name of ['name', 'version', 'host'] as const) {
    if (fields[name] !== undefined) checkText(name, fields[name]);
  }
  for (const name of ['requires', 'optional', 'provides'] as const) {
    checkTokens(name, fields[name]);
  }
  checkPermissions(fields.permissions);
  checkSettings(fields.settings);
  checkHost(definition.host);
}

function checkText(field: string, value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  throw new PluginManifestError(field, 'Write a text that is not empty.');
}

function checkHost(range: string | undefined): void {
  if (range === undefined) return;
  const isIn = isInRange(HOST_VERSION, range);
  if (isIn === null) {
    throw new PluginManifestError(
      'host',
      `"${range}" is no range of versions. Write, for example, "^0.1".`,
    );
  }
  if (!isIn) throw new PluginHostVersionError(range, HOST_VERSION);
}

function checkTokens(field: string, value: unknown): void {
  for (const [index, token] of listOf(field, value).entries()) {
    if (nameOf(token) !== '') continue;
    throw new PluginManifestError(
      `${field}/${index}`,
      'Put a token there, as createToken("name") returns it.',
    );
  }
}

function checkPermissions(value: unknown): void {
  for (const [index, name] of listOf('permissions', value).entries()) {
    try {
      new PermissionSet([String(name)]);
    } catch (error) {
      const {message} = error as Error;
      throw new PluginManifestError(`permissions/${index}`, message);
    }
  }
}

function checkSettings(value: unknown): void {
  const seen = new Set<string>();
  for (const [index, setting] of listOf('settings', value).entries()) {
    const name = nameOf(setting);
    const field = `settings/${index}/name`;
    if (name === '') {
      throw new PluginManifestError(field, 'Name the setting.');
    }
    if (seen.has(name)) {
      throw new PluginManifestError(field, `"${name}" is used twice.`);
    }
    seen.add(name);
  }
}

function listOf(field: string, value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new PluginManifestError(field, 'Write a list.');
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const {name} = value as {readonly name?: unknown};
  return typeof name === 'string' ? name.trim() : '';
}
