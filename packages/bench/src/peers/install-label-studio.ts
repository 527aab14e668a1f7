import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const PACKAGE = '@heartexlabs/label-studio';
const VERSION = '1.4.0';

/** A peer that was installed for this run alone. */
export interface InstalledPeer {
  /** Folder of its built files. */
  readonly folder: string;
  /** Removes it. */
  remove(): void;
}

/**
 * Installs Label Studio's frontend into a temporary folder. Its licence is
 * Apache-2.0; nothing of it comes into this repository.
 *
 * @throws Error with npm's words when npm fails.
 */
export function installLabelStudio(): InstalledPeer {
  const prefix = mkdtempSync(join(tmpdir(), 'ls-annotation-bench-'));
  const remove = (): void => {
    rmSync(prefix, {recursive: true, force: true});
  };
  const flags = [
    '--prefix',
    prefix,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-save',
    // It ships built: what it was made from is not needed to run it.
    '--legacy-peer-deps',
    '--omit=dev',
  ];
  const {status, stderr} = spawnSync(
    'npm',
    ['install', ...flags, `${PACKAGE}@${VERSION}`],
    {cwd: prefix, encoding: 'utf8', shell: process.platform === 'win32'},
  );
  if (status !== 0) {
    remove();
    throw new Error(`npm could not install ${PACKAGE}:\n${stderr}`);
  }
  const folder = join(prefix, 'node_modules', PACKAGE, 'build/static');
  return {folder, remove};
}
