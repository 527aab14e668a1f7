import {TEXT, host} from '../markup.js';

const data = {text: TEXT, image: 'media/coffee.jpg'};

/** Tags whose code is loaded when a config asks for them. */
export const moreTags = {
  id: 'tag-more',
  title: 'Taxonomy, DateTime, other shapes',
  text: 'What few configs need is loaded when a config asks for it.',
  examples: [
    {
      title: 'Taxonomy',
      html: host({
        id: 'more-taxonomy',
        config: `
          <View>
            <Text name="text" value="$text" />
            <Taxonomy name="subject" toName="text" placeholder="Choose subjects">
              <Choice value="Science">
                <Choice value="Mathematics" />
                <Choice value="Engineering" />
              </Choice>
              <Choice value="History" />
            </Taxonomy>
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'DateTime',
      html: host({
        id: 'more-date',
        config: `
          <View>
            <Text name="text" value="$text" />
            <Header value="When was it?" size="5" />
            <DateTime name="when" toName="text" only="date" />
            <Header value="Or only the year" size="5" />
            <DateTime name="year" toName="text" only="year" min="1800" max="1900" />
          </View>`,
        task: {id: 1, data},
      }),
    },
    {
      title: 'Ellipses, polygons and points',
      text: 'Press at each corner of a polygon, and at the first again to close it.',
      html: host({
        id: 'more-shapes',
        config: `
          <View>
            <EllipseLabels name="ellipse" toName="image">
              <Label value="Rim" background="#1c7ed6" />
            </EllipseLabels>
            <PolygonLabels name="polygon" toName="image">
              <Label value="Spoon" background="#37b24d" />
            </PolygonLabels>
            <KeyPointLabels name="point" toName="image">
              <Label value="Handle" background="#e64980" />
            </KeyPointLabels>
            <Image name="image" value="$image" maxHeight="280px" />
          </View>`,
        task: {
          id: 1,
          data,
          annotations: [
            {
              id: 11,
              result: [
                {
                  id: 'rim',
                  from_name: 'ellipse',
                  to_name: 'image',
                  type: 'ellipselabels',
                  original_width: 600,
                  original_height: 400,
                  value: {
                    x: 47,
                    y: 28,
                    radiusX: 19.5,
                    radiusY: 22,
                    rotation: 0,
                    ellipselabels: ['Rim'],
                  },
                },
                {
                  id: 'handle',
                  from_name: 'point',
                  to_name: 'image',
                  type: 'keypointlabels',
                  original_width: 600,
                  original_height: 400,
                  value: {x: 37, y: 65, width: 1, keypointlabels: ['Handle']},
                },
              ],
            },
          ],
        },
      }),
    },
  ],
};
