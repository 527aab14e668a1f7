import {readdir, readFile} from 'node:fs/promises';

/** File with the licences of all packages of which a bundle has code. */
export const LICENSES = 'ls-annotation-licenses.txt';

const FOLDER = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** A rollup plugin: puts the licences of what is bundled beside the bundle. */
export function bundledLicenses() {
  return {
    name: 'bundled-licenses',
    async generateBundle(options, bundle) {
      const ids = Object.values(bundle).flatMap(({modules = {}}) =>
        Object.keys(modules),
      );
      const folders = new Map();
      for (const id of ids) {
        const [, folder, name] = FOLDER.exec(id) ?? [];
        if (name !== undefined) folders.set(name, folder);
      }
      const texts = await Promise.all(
        [...folders].sort().map(([name, folder]) => licenseOf(name, folder)),
      );
      const source = texts.join(`\n${'-'.repeat(79)}\n\n`);
      this.emitFile({type: 'asset', fileName: LICENSES, source});
    },
  };
}

async function licenseOf(name, folder) {
  const {version, license} = JSON.parse(
    await readFile(`${folder}/package.json`, 'utf8'),
  );
  const files = await readdir(folder);
  const file = files.find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
  const text = file ? await readFile(`${folder}/${file}`, 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
