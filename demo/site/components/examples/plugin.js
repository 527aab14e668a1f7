import {TEXT, host, module} from '../markup.js';

const data = {text: TEXT};
const config = `
<View>
  <Text name="text" value="$text" />
  <TextArea name="note" toName="text" placeholder="A note" />
</View>`;

/** Plugins that run, and plugins that fail. */
export const plugin = [
  {
    title: 'A script',
    text: 'The text of a child is the plugin. `LSI`, `Htx` and `DM` are there, as in Label Studio. Submit to see it at work.',
    html: host({
      id: 'plugin-script',
      config,
      task: {id: 1, data},
      children: `
        <ls-plugin plugin-id="ask-for-a-note">
          <script type="text/plain">
            LSI.on('beforeSaveAnnotation', (store, annotation) => {
              if (annotation.results.length > 0) return true;
              Htx.showModal('Write a note first.', 'warning');
              return false;
            });
          </script>
        </ls-plugin>`,
    }),
  },
  {
    title: 'A module',
    text: 'What it registers is taken back when the display closes.',
    html: host({
      id: 'plugin-module',
      config,
      task: {id: 1, data},
      children: `
        <ls-plugin type="module" plugin-id="count-letters">
          <script type="text/plain">
            export default {
              id: 'count-letters',
              activate({task, host}) {
                const line = document.createElement('p');
                line.slot = 'status';
                line.textContent = \`\${task.data.text.length} letters\`;
                host.append(line);
                return () => line.remove();
              },
            };
          </script>
        </ls-plugin>`,
    }),
  },
  {
    title: 'A plugin that fails',
    text: 'The failure is told with the plugin’s name and place; the work goes on.',
    html: host({
      id: 'plugin-throws',
      config,
      task: {id: 1, data},
      children: `
        <ls-plugin plugin-id="greets-nobody">
          <script type="text/plain">
            const {name} = LSI.task.data.author;
            Htx.showModal(\`Hello \${name}\`);
          </script>
        </ls-plugin>`,
    }),
  },
  {
    title: 'A plugin that cannot be read',
    html: host({
      id: 'plugin-syntax',
      config,
      task: {id: 1, data},
      children: `
        <ls-plugin plugin-id="half-written">
          <script type="text/plain">
            LSI.on('submitAnnotation', (store) => {
          </script>
        </ls-plugin>`,
    }),
  },
  {
    title: 'A file that is not the one that was meant',
    text: 'With `integrity` only the file with that hash runs.',
    html:
      '<button type="button" id="add-plugin">Add the plugin</button>\n' +
      host({id: 'plugin-integrity', config, task: {id: 1, data}}) +
      module(`
        document.querySelector('#add-plugin').addEventListener(
          'click',
          () => {
            const plugin = document.createElement('ls-plugin');
            plugin.src = 'site/pages.js';
            plugin.integrity =
              'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';
            document.querySelector('#plugin-integrity').append(plugin);
          },
          {once: true},
        );`),
  },
];
