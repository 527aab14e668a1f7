import {GUEST_FILES, buildGuestFiles} from '../guest-files.mjs';

/**
 * Serves the files of sandboxed plugins' frames, built from their sources when
 * they are first asked for, in every folder: a host looks for them beside the
 * module that runs.
 */
export function guestPlugin() {
  let files;
  return {
    name: 'guest-files',
    async serve({path}) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!GUEST_FILES.includes(name)) return undefined;
      files ??= buildGuestFiles({isProduction: false});
      return {body: (await files).get(name), type: name.split('.').pop()};
    },
  };
}
