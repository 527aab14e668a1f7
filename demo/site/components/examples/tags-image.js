import {host, module} from '../markup.js';

const data = {image: 'media/coffee.jpg'};

const CONFIG = `
  <View>
    <RectangleLabels name="box" toName="image">
      <Label value="Cup" background="#f59f00" />
      <Label value="Spoon" background="#37b24d" />
    </RectangleLabels>
    <Image name="image" value="$image" />
  </View>`;

function box(id, label, value) {
  return {
    id,
    from_name: 'box',
    to_name: 'image',
    type: 'rectanglelabels',
    original_width: 600,
    original_height: 400,
    image_rotation: 0,
    value: {...value, rectanglelabels: [label]},
  };
}

const result = [
  box('cup', 'Cup', {x: 28.3, y: 4, width: 40, height: 66.5, rotation: 0}),
  box('spoon', 'Spoon', {x: 67, y: 15, width: 10.5, height: 70, rotation: 14}),
];

/** Image with boxes. */
export const imageTags = {
  id: 'tag-image',
  title: 'Image and RectangleLabels',
  text: 'Choose a label and drag; drag a handle to resize, the round one to rotate. By keyboard: Enter in the picture, then arrow keys, and Enter at each corner.',
  examples: [
    {
      title: 'Boxes, one selected',
      isWide: true,
      html:
        host({
          id: 'image-boxes',
          config: CONFIG,
          task: {id: 1, data, annotations: [{id: 11, result}]},
        }) +
        module(`
          const host = document.querySelector('#image-boxes');
          await host.displayed;
          host.session.actions.selectRegion('spoon');`),
    },
    {
      title: 'Without boxes, at most 240 px high',
      html: host({
        id: 'image-small',
        config: CONFIG.replace('$image"', '$image" maxHeight="240px"'),
        task: {id: 1, data},
      }),
    },
    {
      title: 'Several pictures',
      html: host({
        id: 'image-pages',
        config: CONFIG.replace('value="$image"', 'valueList="$images"'),
        task: {id: 1, data: {images: [data.image, data.image, data.image]}},
      }),
    },
    {
      title: 'A picture that is not there',
      html: host({
        id: 'image-missing',
        config: CONFIG,
        task: {id: 1, data: {image: 'data:image/png;base64,AAAA'}},
      }),
    },
    {
      title: 'Read-only boxes',
      html:
        host({
          id: 'image-fixed',
          config: CONFIG,
          task: {id: 1, data, predictions: [{id: 91, result}]},
        }) +
        module(`
          const host = document.querySelector('#image-fixed');
          await host.displayed;
          host.selectAnnotation('91');`),
    },
  ],
};
