import {element} from './dom.js';
import {PAGES} from './pages.js';
import {sourceBox, wholePage} from './source.js';

const cards = document.getElementById('cards');
for (const {href, title, text} of PAGES) {
  const link = element('a', {href, textContent: title});
  const box = element(
    'div',
    {className: 'site-card'},
    element('h2', {}, link),
    element('p', {textContent: text}),
  );
  cards.append(element('li', {}, box));
}

const fragment = `<ls-annotation-host>
  <script type="application/xml">
    <View>
      <Text name="text" value="$text" />
      <Choices name="mood" toName="text" showInline="true">
        <Choice value="Cheerful" />
        <Choice value="Gloomy" />
      </Choices>
    </View>
  </script>
  <script type="application/json">
    {"id": 1, "data": {"text": "The sun was out before we were."}}
  </script>
</ls-annotation-host>`;
cards.after(
  sourceBox(wholePage('Annotate', fragment), 'The smallest page, to copy'),
);
