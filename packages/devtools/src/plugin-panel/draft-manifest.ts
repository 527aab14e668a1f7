import type {PluginDraft} from './plugin-draft.js';

/** Name of the file that says how an exported plugin is run. */
export const MANIFEST_NAME = 'plugin.json';

/** What a manifest says of a draft. */
export type ManifestOptions = Pick<
  PluginDraft,
  'kind' | 'sandbox' | 'permissions' | 'settings'
>;

/** What a manifest says, or why it cannot be read. */
export type ReadManifest =
  | {readonly ok: true; readonly options: Partial<ManifestOptions>}
  | {readonly ok: false; readonly message: string};

/** Returns how a draft is run, as JSON in the words of a plugin source. */
export function writeManifest({
  kind,
  sandbox,
  permissions,
  settings,
}: ManifestOptions): string {
  const granted = permissions.split(/\s+/).filter(Boolean);
  const manifest = {
    type: kind,
    sandbox,
    ...(granted.length > 0 ? {permissions: granted} : {}),
    ...(settings === '' ? {} : {settings: JSON.parse(settings) as unknown}),
  };
  return JSON.stringify(manifest, null, 2);
}

/** Reads what {@link writeManifest} has written; other keys are passed over. */
export function readManifest(text: string): ReadManifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {ok: false, message: `is not JSON: ${reason}.`};
  }
  if (!isRecord(manifest)) {
    return {ok: false, message: 'is no object. Write {"type": "script"}.'};
  }
  const {type, sandbox, permissions, settings} = manifest;
  if (type !== undefined && type !== 'script' && type !== 'module') {
    return {ok: false, message: '“type” is "script" or "module".'};
  }
  if (sandbox !== undefined && typeof sandbox !== 'boolean') {
    return {ok: false, message: '“sandbox” is true or false.'};
  }
  if (permissions !== undefined && !isTexts(permissions)) {
    return {ok: false, message: '“permissions” is a list of texts.'};
  }
  if (settings !== undefined && !isRecord(settings)) {
    return {ok: false, message: '“settings” is an object of values.'};
  }
  return {
    ok: true,
    options: {
      ...(type ? {kind: type} : {}),
      sandbox: sandbox ?? false,
      permissions: permissions?.join(' ') ?? '',
      settings: settings ? JSON.stringify(settings) : '',
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'string')
  );
}
