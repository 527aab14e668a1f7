import {TEXT, host} from '../markup.js';

const data = {text: TEXT};

function result(name, type, value) {
  return {id: name, from_name: name, to_name: 'text', type, value};
}

/** TextArea, Rating, Number. */
export const inputTags = {
  id: 'tag-input',
  title: 'TextArea, Rating, Number',
  text: 'Stars and numbers are set by pointer or by arrow keys; text is kept as it is typed, and becomes a line when it is added.',
  examples: [
    {
      title: 'Empty fields',
      html: host({
        id: 'input-empty',
        config: `
          <View>
            <Text name="text" value="$text" />
            <TextArea name="note" toName="text" label="Note" placeholder="In your own words" rows="2" />
            <Rating name="sure" toName="text" />
            <Number name="people" toName="text" min="0" max="20" />
            <Number name="share" toName="text" slider="true" min="0" max="100" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Filled fields',
      text: 'Lines that may be edited; shortcuts that write for the person.',
      html: host({
        id: 'input-filled',
        config: `
          <View>
            <Text name="text" value="$text" />
            <TextArea name="note" toName="text" editable="true">
              <Shortcut value="Unclear" hotkey="u" />
              <Shortcut value="See guideline 3" />
            </TextArea>
            <Rating name="sure" toName="text" maxRating="10" size="small" />
            <Rating name="like" toName="text" icon="heart" size="large" />
            <Number name="people" toName="text" />
            <Number name="share" toName="text" slider="true" min="0" max="100" />
          </View>`,
        task: {
          id: 1,
          data,
          annotations: [
            {
              id: 11,
              result: [
                result('note', 'textarea', {
                  text: ['Two people meet.', 'The year is not given.'],
                }),
                result('sure', 'rating', {rating: 7}),
                result('like', 'rating', {rating: 4}),
                result('people', 'number', {number: 2}),
                result('share', 'number', {number: 35}),
              ],
            },
          ],
        },
      }),
    },
    {
      title: 'Required fields',
      text: 'Submit to see what each says.',
      html: host({
        id: 'input-required',
        config: `
          <View>
            <Text name="text" value="$text" />
            <TextArea name="note" toName="text" required="true" maxSubmissions="1" />
            <Rating name="sure" toName="text" required="true" />
            <Number name="people" toName="text" required="true" min="1" max="9" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Proposed values',
      text: 'A `defaultValue` is a proposal until the person takes it.',
      html: host({
        id: 'input-proposed',
        config: `
          <View>
            <Text name="text" value="$text" />
            <Rating name="sure" toName="text" defaultValue="3" />
            <Number name="people" toName="text" defaultValue="2" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Read-only fields',
      html: host({
        id: 'input-fixed',
        config: `
          <View>
            <Text name="text" value="$text" />
            <TextArea name="note" toName="text" />
            <Rating name="sure" toName="text" />
            <Number name="people" toName="text" />
          </View>`,
        task: {
          id: 1,
          data,
          annotations: [
            {
              id: 11,
              readonly: true,
              result: [
                result('note', 'textarea', {text: ['Two people meet.']}),
                result('sure', 'rating', {rating: 4}),
                result('people', 'number', {number: 2}),
              ],
            },
          ],
        },
      }),
    },
  ],
};
