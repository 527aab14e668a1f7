import {SPANS, TEXT, host, module} from '../markup.js';

/**
 * Lines of a script that make a registry whose operators open their dialogs:
 * in a host they do so by themselves.
 */
const REGISTRY = `import {OperatorRegistry} from './dist/ls-annotation-host.js';

const execute = () => ({success: true, message: 'Done.'});
const registry = new OperatorRegistry();
registry.openRequests$.subscribe(({name}) => {
  const dialog = document.createElement('ls-operator-dialog');
  dialog.registry = registry;
  dialog.operator = registry.find(name);
  document.body.append(dialog);
});`;

/**
 * Returns an element with a registry of its own, which a script fills.
 *
 * @param tag - name of the element without its `ls-operator-`.
 */
export function withRegistry(tag, {id, attributes = '', script}) {
  return (
    `<ls-operator-${tag} id="${id}"${attributes}></ls-operator-${tag}>` +
    module(`
${REGISTRY}
${script ? `${script}\n` : ''}
const ${tag} = document.querySelector('#${id}');
${tag}.registry = registry;`)
  );
}

/** Returns a host whose `operators` a script fills. */
export function hostWithOperators({id, attributes = '', script}) {
  const task = {id: 1, data: {text: TEXT}};
  return (
    host({id, attributes, config: SPANS, task}) +
    module(`
await customElements.whenDefined('ls-annotation-host');
const execute = () => ({success: true, message: 'Done.'});
const {operators} = document.querySelector('#${id}');
${script}`)
  );
}
