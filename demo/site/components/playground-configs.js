/** Where the playground can start from. */
export const CONFIGS = [
  {
    title: 'Named entities',
    config: `<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#e8590c" />
    <Label value="Place" background="#2f9e44" />
    <Label value="Date" background="#9c36b5" />
  </Labels>
  <Text name="text" value="$text" />
</View>`,
    task: {
      id: 1,
      data: {text: 'Amundsen reached the South Pole on 14 December 1911.'},
    },
  },
  {
    title: 'Sentiment',
    config: `<View>
  <Text name="review" value="$review" />
  <Choices name="mood" toName="review" choice="single-radio"
           showInline="true" required="true">
    <Choice value="Positive" />
    <Choice value="Neutral" />
    <Choice value="Negative" />
  </Choices>
  <TextArea name="why" toName="review" label="Why?" rows="2" />
</View>`,
    task: {id: 2, data: {review: 'Breakfast was good; the room was loud.'}},
  },
  {
    title: 'Boxes',
    config: `<View>
  <RectangleLabels name="box" toName="image">
    <Label value="Cup" background="#f59f00" />
    <Label value="Spoon" background="#37b24d" />
  </RectangleLabels>
  <Image name="image" value="$image" maxHeight="360px" />
</View>`,
    task: {id: 3, data: {image: 'media/coffee.jpg'}},
  },
  {
    title: 'Questions about one picture',
    config: `<View style="display: flex; gap: 24px; flex-wrap: wrap">
  <View style="flex: 2 1 240px">
    <Image name="image" value="$image" maxHeight="300px" />
  </View>
  <View style="flex: 1 1 160px">
    <Header value="What is it?" size="5" />
    <Choices name="what" toName="image" layout="select">
      <Choice value="Drink" />
      <Choice value="Food" />
    </Choices>
    <Header value="How many cups?" size="5" />
    <Number name="cups" toName="image" min="0" />
    <Header value="Quality of the picture" size="5" />
    <Rating name="quality" toName="image" />
  </View>
</View>`,
    task: {id: 4, data: {image: 'media/coffee.jpg'}},
  },
];
